#pragma once

#include "core/query/queryreading.h"
#include "ui/ask/queryhistory.h"

#include <QTextEdit>
#include <QTimer>

namespace casebook {

class Browser;
class FieldValues;
class QueryHighlighter;
class QueryOffers;

/// The query as one line of text, answered at every keystroke. What is understood stands on chips and stays text; while
/// a condition is written, what it may become is offered below it.
///
/// Ctrl+Space opens the list of offers (ui/ask/queryoffers.h) anywhere; while it is open it takes the keys that mean
/// something to it. In an empty field Up and Down offer what was asked before. Alt+Return mends what was not
/// understood.
class QueryField : public QTextEdit {
    Q_OBJECT

public:
    /// The browser must outlive the field.
    explicit QueryField(Browser &browser, QWidget *parent = nullptr);

    QString text() const { return toPlainText(); }
    /// Replaces the text, as a step that can be undone. Line ends become blanks.
    void setText(const QString &text);
    void clear() { setText({}); }

    /// How the text is read.
    const QueryReading &reading() const;
    /// Whether a note is about the condition that is being written, for which the list offers something better.
    bool isBeingWritten(const QueryNote &note) const;
    /// Puts a note's suggestion in its place. A number that is none, or one without a suggestion, changes nothing.
    void follow(int note);

    const QueryHistory &history() const { return m_history; }
    void clearHistory();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The person wants to go on to the results.
    void leaveRequested();
    /// The text was read anew; comes before its answer.
    void readingChanged();
    void historyChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followBrowser();
    void openCorpus();
    void takeText();
    void takeValues();
    void ask();
    /// Without the value at its end that is still being written.
    QString writtenText();
    /// Nothing more is being written: asks all of the text.
    void askAll();
    void remember();
    void leave();
    bool ownKey(const QKeyEvent &event);
    void replace(qsizetype offset, qsizetype length, const QString &text);
    int noteAt(qsizetype offset) const;

    Browser &m_browser;
    FieldValues *m_values;
    QueryHighlighter *m_highlighter;
    QueryOffers *m_offers;
    QueryHistory m_history;
    QTimer m_askTimer;          ///< runs out when no further key is waiting
    qint64 m_lastDuration = 0;  ///< of an answer, in ms
    bool m_isPartAsked = false; ///< a value at the end is still being written
    bool m_following = false;
};

} // namespace casebook
