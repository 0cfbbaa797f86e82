#include "ui/edit/form/draghandle.h"

#include "ui/edit/colors.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

namespace casebook {

DragHandle::DragHandle(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("dragHandle"));
    setCursor(Qt::OpenHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setToolTip(tr("Drag to reorder (Alt+Up, Alt+Down)"));
}

void DragHandle::setNumber(int number)
{
    setText(QString::number(number));
}

QSize DragHandle::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 3, fontMetrics().height() * 3};
}

void DragHandle::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_down = true;
    m_pressed = event->globalPosition().toPoint();
}

void DragHandle::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->globalPosition().toPoint();
    if (!m_down)
        return;
    if (!m_dragging && (position - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!std::exchange(m_dragging, true))
        setCursor(Qt::ClosedHandCursor);
    emit dragged(position);
}

void DragHandle::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        endDrag(true);
}

void DragHandle::endDrag(bool drop)
{
    m_down = false;
    if (!std::exchange(m_dragging, false))
        return;
    setCursor(Qt::OpenHandCursor);
    if (drop)
        emit dropped();
    else
        emit cancelled();
}

void DragHandle::keyPressEvent(QKeyEvent *event)
{
    if (m_dragging && event->key() == Qt::Key_Escape)
        endDrag(false);
    else
        event->ignore();
}

void DragHandle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor window = palette().color(QPalette::Window);
    const QColor quiet = readable(mutedText(palette()), window);
    const int line = fontMetrics().height();
    painter.setPen(quiet);
    painter.drawText(QRect(0, 0, width(), line), Qt::AlignCenter, text());
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(quiet, window, 0.7));
    const double dot = line * 0.14;
    for (int row = 0; row < 3; ++row) {
        for (const double side : {-1.4, 1.4})
            painter.drawEllipse(QPointF(width() / 2.0 + side * dot, line * 1.3 + row * dot * 2.8), dot * 0.62,
                                dot * 0.62);
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = QRect(0, 0, width(), std::min(height(), line * 2));
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace casebook
