#pragma once

#include <QProxyStyle>

namespace casebook {

/// The Fusion style, with what we want otherwise: the buttons of dialogs carry no icons, and boxes and circles to tick
/// have a frame that is seen in the dark, too.
class CasebookStyle : public QProxyStyle {
    Q_OBJECT

public:
    CasebookStyle();

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
};

} // namespace casebook
