#pragma once

#include <QLineEdit>

namespace casebook {

class Browser;

/// The query as text, answered at every keystroke.
class QueryField : public QLineEdit {
    Q_OBJECT

public:
    /// The browser must outlive the field.
    explicit QueryField(Browser &browser, QWidget *parent = nullptr);

signals:
    /// The person wants to go on to the results.
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void followBrowser();

    Browser &m_browser;
};

} // namespace casebook
