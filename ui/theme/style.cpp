#include "ui/theme/style.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace casebook {

namespace {

/// Fusion's own frame is darker than the window, and so not there in a dark one.
void drawFrame(const QStyleOption &option, QPainter &painter, bool isRound)
{
    QColor color = mutedText(option.palette);
    if (option.state.testFlag(QStyle::State_Selected))
        color = option.palette.color(QPalette::HighlightedText);
    if (!option.state.testFlag(QStyle::State_Enabled))
        color.setAlphaF(0.5F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color);
    painter.setBrush(Qt::NoBrush);
    const QRectF frame = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    constexpr double corner = 2;
    if (isRound)
        painter.drawEllipse(frame);
    else
        painter.drawRoundedRect(frame, corner, corner);
    painter.restore();
}

} // namespace

CasebookStyle::CasebookStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int CasebookStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void CasebookStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)
        drawFrame(*option, *painter, element == PE_IndicatorRadioButton);
}

} // namespace casebook
