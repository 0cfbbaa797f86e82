#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QListWidget;
class QPushButton;
QT_END_NAMESPACE

namespace casebook {

/// What is shown while no corpus is open: what the program is for, ways to open one, and those opened before. Also where a
/// person lands when a folder cannot be opened, with the reason.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setRecent(const QStringList &folders);
    /// The bundled corpus's folder; "" hides its button.
    void setBundled(const QString &folder);
    /// Why a folder could not be opened, or what became of the open one; "" takes the message away.
    void setMessage(const QString &message);

signals:
    /// A folder is to be chosen.
    void openRequested();
    void folderRequested(const QString &folder);
    void forgetRequested(const QString &folder);

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void applyColors();
    void showRecentMenu(const QPoint &position);

    QLabel *m_message;
    QLabel *m_intro;
    QLabel *m_recentTitle;
    QListWidget *m_recent;
    QPushButton *m_open;
    QPushButton *m_bundledButton;
    QString m_bundled;
};

} // namespace casebook
