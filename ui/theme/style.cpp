#include "ui/theme/style.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr double corner = 2; // logical pixels, as Fusion rounds its own

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
    if (isRound)
        painter.drawEllipse(frame);
    else
        painter.drawRoundedRect(frame, corner, corner);
    painter.restore();
}

/// The edge of a field or a menu, where Fusion's is darker than what it stands on: in dark colours.
void drawEdge(const QStyleOption &option, QPainter &painter, const QRect &rect, double round)
{
    const bool hasOwn = option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Enabled);
    if (!isDark(option.palette) || hasOwn)
        return;
    const double strength = option.state.testFlag(QStyle::State_Enabled) ? 0.36 : 0.2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(blend(option.palette.color(QPalette::Text), option.palette.color(QPalette::Base), strength));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), round, round);
    painter.restore();
}

/// A menu's entry as it is drawn: its icon in the colour of the text beside it.
QStyleOptionMenuItem menuEntry(const QStyleOptionMenuItem &item, const QStyle &style, const QWidget *widget)
{
    QStyleOptionMenuItem entry = item;
    if (item.state.testFlag(QStyle::State_Selected) && item.state.testFlag(QStyle::State_Enabled) && !item.icon.isNull()) {
        const int size = style.pixelMetric(QStyle::PM_SmallIconSize, &item, widget);
        const double ratio = widget ? widget->devicePixelRatioF() : 1.0;
        entry.icon = QIcon();
        const QPixmap pixmap = item.icon.pixmap(QSize(size, size), ratio, QIcon::Selected);
        entry.icon.addPixmap(pixmap, QIcon::Normal);
        entry.icon.addPixmap(pixmap, QIcon::Active);
    }
    return entry;
}

/// A list's button as it is drawn: cut off at a letter, and so that it shows.
QStyleOptionComboBox shortened(const QStyleOptionComboBox &box, const QStyle &style, const QWidget *widget)
{
    QStyleOptionComboBox label = box;
    int room = style.subControlRect(QStyle::CC_ComboBox, &box, QStyle::SC_ComboBoxEditField, widget).width() - 2;
    if (!box.currentIcon.isNull())
        room -= box.iconSize.width() + 4;
    label.currentText = box.fontMetrics.elidedText(box.currentText, Qt::ElideRight, room);
    return label;
}

/// The sign to open a row as it is drawn: in the colour of the text of a marked row.
QStyleOption branchSign(const QStyleOption &option)
{
    QStyleOption sign = option;
    if (option.state.testFlag(QStyle::State_Selected)) {
        const QPalette::ColorGroup group =
            option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
        const QColor color = option.palette.color(group, QPalette::HighlightedText);
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            sign.palette.setColor(role, color);
    }
    return sign;
}

/// Whether an arrow is that of a button with words whose menu opens at once.
bool isMenuArrow(QStyle::PrimitiveElement element, const QWidget *widget)
{
    const auto *button = element == QStyle::PE_IndicatorArrowDown ? qobject_cast<const QToolButton *>(widget) : nullptr;
    return button && button->popupMode() == QToolButton::InstantPopup && button->arrowType() == Qt::NoArrow
        && button->toolButtonStyle() != Qt::ToolButtonIconOnly && !button->text().isEmpty();
}

} // namespace

CasebookStyle::CasebookStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int CasebookStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1; // else a marked row's icon, which is light then, stands on the light page
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QRect CasebookStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    // Of the whole of an entry, its icon with it, as what is marked.
    return element == SE_ItemViewItemFocusRect ? option->rect : QProxyStyle::subElementRect(element, option, widget);
}

QIcon CasebookStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    // The style's own are dark whatever they stand on, or of another time.
    switch (standard) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
        return icon(u"close"_s);
    case SP_MessageBoxQuestion:
        return icon(u"question"_s);
    case SP_MessageBoxInformation:
        return icon(u"about"_s);
    case SP_MessageBoxWarning:
        return icon(u"warning"_s);
    case SP_MessageBoxCritical:
        return icon(u"error"_s);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

void CasebookStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    if (isMenuArrow(element, widget)) {
        QStyleOption arrow = *option;
        arrow.rect.moveTop(widget->rect().center().y() - arrow.rect.height() / 2 + 1);
        QProxyStyle::drawPrimitive(element, &arrow, painter, widget);
        return;
    }
    if (element == PE_PanelScrollAreaCorner)
        return; // the style's is a box in a frame, between two slim bars
    const QStyleOption sign = element == PE_IndicatorBranch ? branchSign(*option) : QStyleOption();
    QProxyStyle::drawPrimitive(element, element == PE_IndicatorBranch ? &sign : option, painter, widget);
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
        drawFrame(*option, *painter, element == PE_IndicatorRadioButton);
        break;
    case PE_FrameLineEdit:
        drawEdge(*option, *painter, option->rect, corner);
        break;
    case PE_Frame:
    case PE_FrameMenu:
        drawEdge(*option, *painter, option->rect, 0);
        break;
    default:
        break;
    }
}

void CasebookStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    if (element == CE_MenuItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const QStyleOptionMenuItem entry = menuEntry(*item, *proxy(), widget);
            QProxyStyle::drawControl(element, &entry, painter, widget);
            return;
        }
    } else if (element == CE_ComboBoxLabel) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            const QStyleOptionComboBox label = shortened(*box, *proxy(), widget);
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CasebookStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto *box = control == CC_SpinBox ? qstyleoption_cast<const QStyleOptionSpinBox *>(option) : nullptr;
    if (box && box->frame)
        drawEdge(*box, *painter, box->rect.adjusted(0, 1, 0, -1), corner);
}

} // namespace casebook
