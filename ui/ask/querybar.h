#pragma once

#include <QWidget>

class QToolButton;

namespace casebook {

class Browser;
class QueryField;
class QueryNotes;

/// The query field in its frame, with keys for what was asked before and to clear it, and below it the query in words.
class QueryBar : public QWidget {
    Q_OBJECT

public:
    /// The browser must outlive the bar.
    explicit QueryBar(Browser &browser, QWidget *parent = nullptr);

    QueryField *field() const { return m_field; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeFrame();
    void showReading();
    void fillHistoryMenu();

    Browser &m_browser;
    QueryField *m_field;
    QToolButton *m_history;
    QToolButton *m_clear;
    QueryNotes *m_notes;
};

} // namespace casebook
