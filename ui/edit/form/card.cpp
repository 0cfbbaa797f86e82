#include "ui/edit/form/card.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace casebook {

Card::Card(QWidget *parent) : QWidget(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        const bool focused = now && (now == this || isAncestorOf(now));
        if (std::exchange(m_focused, focused) != focused)
            update();
    });
}

void Card::setLifted(bool lifted)
{
    m_lifted = lifted;
    update();
}

Card::~Card()
{
    disconnect(qApp, nullptr, this, nullptr); // what has the focus in here goes after this
}

void Card::paintEvent(QPaintEvent *)
{
    const QPalette colours = palette();
    const QColor window = colours.color(QPalette::Window);
    const QColor highlight = colours.color(QPalette::Highlight);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = blend(colours.color(QPalette::Base), window, isDark(colours) ? 0.5 : 0.6);
    if (m_lifted)
        fill = blend(highlight, window, 0.2);
    painter.setBrush(fill);
    painter.setPen(m_focused || m_lifted ? blend(highlight, window, 0.6) : ruleColor(colours));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace casebook
