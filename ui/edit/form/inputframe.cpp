#include "ui/edit/form/inputframe.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QWidget>

namespace casebook {

void paintInputFrame(const QWidget &widget, QPaintDevice *device, const QRect &rect, bool hasFocus)
{
    QStyleOptionFrame option;
    option.initFrom(&widget);
    option.rect = rect;
    option.lineWidth = widget.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, nullptr, &widget);
    option.state |= QStyle::State_Sunken;
    option.state.setFlag(QStyle::State_HasFocus, hasFocus && widget.isEnabled());
    QPainter painter(device);
    widget.style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, &widget);
}

} // namespace casebook
