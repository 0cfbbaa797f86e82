#pragma once

#include <QProxyStyle>

namespace casebook {

/// The Fusion style, with what we want otherwise: the buttons of dialogs carry no icons; boxes and circles to tick, fields
/// and menus have a frame that is seen in the dark, too; the icon of a menu's marked entry is in the colour of its text;
/// what is too long for a list's button ends in "…"; and the arrow of a button with a menu stands on its line.
class CasebookStyle : public QProxyStyle {
    Q_OBJECT

public:
    CasebookStyle();

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace casebook
