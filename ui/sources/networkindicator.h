#pragma once

#include <QMap>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace casebook {

/// Says whether the network is in use: "offline", or what for, with a key that stops it.
class NetworkIndicator : public QWidget {
    Q_OBJECT

public:
    explicit NetworkIndicator(QWidget *parent = nullptr);

    /// What `user`, a name of its own, uses the network for, in a few words for people; "" when it no longer does.
    void setUse(const QString &user, const QString &words);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

signals:
    /// To all who use it.
    void stopRequested();

private:
    void drawIcon();
    void showUses();

    QMap<QString, QString> m_uses; ///< by user
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_stop;
};

} // namespace casebook
