#include "ui/browse/rangehistogram.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace casebook {

namespace {

constexpr int sideSpace = 8;
constexpr double widest = 28; // a bar; where there are few, they would be blocks

} // namespace

RangeHistogram::RangeHistogram(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void RangeHistogram::setBars(const QList<Bar> &bars)
{
    if (bars == m_bars)
        return;
    m_bars = bars;
    m_drag.reset();
    update();
}

void RangeHistogram::setRange(int first, int last)
{
    m_first = first;
    m_last = last;
    update();
}

QSize RangeHistogram::sizeHint() const
{
    return {120, 3 * fontMetrics().height()};
}

int RangeHistogram::barAt(double x) const
{
    const double step = (width() - 2.0 * sideSpace) / static_cast<double>(std::max<qsizetype>(m_bars.size(), 1));
    return std::clamp(static_cast<int>((x - sideSpace) / step), 0, std::max(static_cast<int>(m_bars.size()) - 1, 0));
}

void RangeHistogram::paintEvent(QPaintEvent *)
{
    if (m_bars.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor base = palette().color(QPalette::Window);
    const QColor accent = palette().color(QPalette::Highlight);
    int largest = 1;
    for (const Bar &bar : std::as_const(m_bars))
        largest = std::max(largest, bar.count);
    const double step = (width() - 2.0 * sideSpace) / static_cast<double>(m_bars.size());
    const double gap = step > 5 ? 2 : 0.5;
    const int first = m_drag ? std::min(m_drag->first, m_drag->second) : m_first;
    const int last = m_drag ? std::max(m_drag->first, m_drag->second) : m_last;
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        const bool inside = i >= first && i <= last;
        const int count = m_bars.at(i).count;
        const double tall = count == 0 ? 1.5 : std::max(4.0, (height() - 4.0) * count / largest);
        painter.setBrush(blend(inside ? accent : palette().color(QPalette::WindowText), base, inside ? 0.65 : 0.18));
        const double wide = std::min(step - gap, widest);
        const double left = sideSpace + step * static_cast<double>(i) + (step - gap - wide) / 2;
        painter.drawRoundedRect(QRectF(left, height() - tall, wide, tall), 1, 1);
    }
}

void RangeHistogram::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_bars.isEmpty())
        return;
    const int bar = barAt(event->position().x());
    m_drag = {bar, bar};
    update();
}

void RangeHistogram::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag)
        return;
    m_drag->second = barAt(event->position().x());
    update();
}

void RangeHistogram::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_drag || event->button() != Qt::LeftButton)
        return;
    m_drag->second = barAt(event->position().x());
    const int first = std::min(m_drag->first, m_drag->second);
    const int last = std::max(m_drag->first, m_drag->second);
    m_drag.reset();
    emit barsChosen(first, last);
}

bool RangeHistogram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_bars.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Bar &bar = m_bars.at(barAt(help->pos().x()));
        QToolTip::showText(help->globalPos(), tr("%1: %Ln case(s)", nullptr, bar.count).arg(bar.label), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace casebook
