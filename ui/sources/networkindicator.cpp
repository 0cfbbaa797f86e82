#include "ui/sources/networkindicator.h"

#include "ui/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace casebook {

using namespace Qt::StringLiterals;

NetworkIndicator::NetworkIndicator(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_stop(new QToolButton(this))
{
    setObjectName(u"networkIndicator"_s);
    drawIcon();
    m_text->setObjectName(u"networkText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_stop->setObjectName(u"networkStop"_s);
    m_stop->setIcon(icon(u"close"_s));
    m_stop->setAutoRaise(true);
    m_stop->setFocusPolicy(Qt::StrongFocus);
    m_stop->setToolTip(tr("Stop using the network"));
    m_stop->setAccessibleName(m_stop->toolTip());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_icon);
    layout->addWidget(m_text);
    layout->addWidget(m_stop);
    connect(m_stop, &QToolButton::clicked, this, &NetworkIndicator::stopRequested);
    showUses();
}

/// A label keeps the colours in which its picture was drawn.
void NetworkIndicator::drawIcon()
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(icon(u"network"_s).pixmap(QSize(side, side), devicePixelRatioF()));
}

void NetworkIndicator::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

void NetworkIndicator::setUse(const QString &user, const QString &words)
{
    if (words.isEmpty())
        m_uses.remove(user);
    else
        m_uses.insert(user, words);
    showUses();
}

void NetworkIndicator::showUses()
{
    const bool used = !m_uses.isEmpty();
    m_icon->setVisible(used);
    m_stop->setVisible(used);
    m_text->setText(used ? m_uses.values().join(u", "_s) : tr("offline"));
    m_text->setForegroundRole(used ? QPalette::WindowText : QPalette::PlaceholderText);
    setToolTip(used ? tr("Casebook is using the network, as you asked it to")
                    : tr("Casebook does not use the network unless you ask it to"));
}

QString NetworkIndicator::text() const
{
    return m_text->text();
}

} // namespace casebook
