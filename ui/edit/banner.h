#pragma once

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;

namespace casebook {

/// A message above what it is about, with what can be done; it stays until it is settled and blocks nothing.
class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Shows a message with a button for each action (not owned). A serious one stands out more.
    void showMessage(const QString &message, const QList<QAction *> &actions, bool serious);
    QString message() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QColor edge() const;

    QLabel *m_message;
    QHBoxLayout *m_buttons;
    bool m_serious = false;
};

} // namespace casebook
