#include "ui/edit/form/dropmark.h"

#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace casebook {

namespace {

constexpr int scrollInterval = 30; // milliseconds

} // namespace

DropMark::DropMark(QWidget *column) : QWidget(column)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    QWidget::hide();
    m_scroll.setInterval(scrollInterval);
    connect(&m_scroll, &QTimer::timeout, this, &DropMark::scroll);
}

QScrollArea *DropMark::area() const
{
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *found = qobject_cast<QScrollArea *>(above))
            return found;
    }
    return nullptr;
}

void DropMark::show(const QPoint &position, const QList<QWidget *> &others)
{
    m_position = position;
    m_others = others;
    follow();
    raise();
    QWidget::show();
    m_scroll.start();
}

void DropMark::follow()
{
    const int y = parentWidget()->mapFromGlobal(m_position).y();
    const auto below = std::find_if(m_others.begin(), m_others.end(),
                                    [y](const QWidget *one) { return y < one->geometry().center().y(); });
    m_gap = static_cast<int>(below - m_others.begin());
    const int high = fontMetrics().height() / 4;
    int place = 0;
    if (below != m_others.end())
        place = (*below)->y() - high;
    else if (!m_others.isEmpty())
        place = m_others.last()->geometry().bottom() + 1;
    setGeometry(0, std::max(0, place), parentWidget()->width(), high);
}

void DropMark::scroll()
{
    QScrollArea *around = area();
    if (!around)
        return;
    const QWidget *view = around->viewport();
    const int y = view->mapFromGlobal(m_position).y();
    const int edge = view->height() / 8;
    const int by = y < edge ? y - edge : y > view->height() - edge ? y - (view->height() - edge) : 0;
    if (by == 0)
        return;
    around->verticalScrollBar()->setValue(around->verticalScrollBar()->value() + by / 3);
    follow();
}

void DropMark::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_scroll.stop();
}

void DropMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0, height() * 0.2, 0, -height() * 0.2), height() * 0.3,
                            height() * 0.3);
}

} // namespace casebook
