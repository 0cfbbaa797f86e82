#pragma once

#include "ui/edit/findtext.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace casebook {

/// A bar to find a text with: knows nothing of what it searches. Whoever shows it answers its signals with a search and
/// tells showResult() how that went. Enter finds the next place, Shift+Enter the one before, Esc closes.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    /// Shows the bar with the text to begin with, if any, all of it selected, ready to be typed over.
    void start(const QString &text = {});
    void showResult(FindResult result);
    QString text() const;

signals:
    /// The text is being typed: show its first place at or after the present one.
    void textEdited(const QString &text);
    /// Go on to the next place, or to the one before.
    void findRequested(const QString &text, bool backward);
    /// The bar has been hidden; the focus belongs to what was searched.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void finish();

    QLineEdit *m_text;
    QLabel *m_result;
};

} // namespace casebook
