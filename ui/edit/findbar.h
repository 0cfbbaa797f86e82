#pragma once

#include "ui/edit/findtext.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace casebook {

/// A bar to find a text with, and to replace it where that is offered: knows nothing of what it searches. Whoever shows
/// it answers its signals with a search and tells showResult() how that went. Enter finds the next place, Shift+Enter
/// the one before, Esc closes; in the field of the replacement Enter replaces.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    /// Shows the bar with the text to begin with, if any, all of it selected, ready to be typed over.
    void start(const QString &text = {});
    void showResult(FindResult result);
    QString text() const;

    /// Offers to match case and whole words: for whoever asks for options().
    void offerOptions();
    FindOptions options() const;
    /// Shows the bar as start() does, with the fields to replace.
    void startReplace(const QString &text = {});
    /// How many places were replaced at once.
    void showReplaced(int count);

signals:
    /// The text is being typed: show its first place at or after the present one.
    void textEdited(const QString &text);
    /// Go on to the next place, or to the one before.
    void findRequested(const QString &text, bool backward);
    /// Replace the place that is shown, and show the next one.
    void replaceRequested(const QString &text, const QString &replacement);
    void replaceAllRequested(const QString &text, const QString &replacement);
    /// The bar has been hidden; the focus belongs to what was searched.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeReplaceRow();
    void show(const QString &text, bool replaces);
    void finish();

    QLineEdit *m_text;
    QLabel *m_result;
    QToolButton *m_matchCase;
    QToolButton *m_wholeWords;
    QLineEdit *m_replacement;
    QWidget *m_replaceRow;
};

} // namespace casebook
