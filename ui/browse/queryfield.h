#pragma once

#include "core/query/queryreading.h"
#include "ui/ask/queryhistory.h"
#include "ui/ask/querypopup.h"

#include <QTextEdit>
#include <QTimer>

namespace casebook {

class Browser;
class FieldValues;
class QueryHighlighter;

/// The query as one line of text, answered at every keystroke. What is understood stands on chips and stays text; while
/// a condition is written, what it may become is offered below it.
///
/// While the list is open: Up and Down choose in it, Tab takes the current row, or the first, Return the current one,
/// Escape closes it. Ctrl+Space opens it anywhere. In an empty field Up and Down offer what was asked before.
/// Alt+Return mends what was not understood.
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
    void showHistory();
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
    struct Place {
        QString text;
        int cursor = -1;

        bool operator==(const Place &) const = default;
    };

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
    QRect placeOf(qsizetype offset) const;
    bool keyInPopup(const QKeyEvent &event);
    bool ownKey(const QKeyEvent &event);
    void complete(bool asked);
    void accept(const PopupRow &row);
    void replace(qsizetype offset, qsizetype length, const QString &text);
    int noteAt(qsizetype offset) const;
    void offerSuggestion(int note);

    Browser &m_browser;
    FieldValues *m_values;
    QueryHighlighter *m_highlighter;
    QueryPopup *m_popup;
    QueryHistory m_history;
    QTimer m_askTimer;          ///< runs out when no further key is waiting
    qint64 m_lastDuration = 0;  ///< of an answer, in ms
    qsizetype m_replacedAt = 0; ///< what a chosen row takes the place of
    qsizetype m_replaced = 0;
    bool m_replacesAll = false; ///< a chosen row is a whole query
    bool m_completesAnything = false; ///< as Ctrl+Space asks for
    Place m_awaiting;           ///< where nothing could be offered, and may be when more values are known
    bool m_isPartAsked = false; ///< a value at the end is still being written
    bool m_following = false;
};

} // namespace casebook
