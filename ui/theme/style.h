#pragma once

#include <QProxyStyle>

namespace casebook {

/// The Fusion style, with what we want otherwise: the buttons of dialogs carry no icons.
class CasebookStyle : public QProxyStyle {
    Q_OBJECT

public:
    CasebookStyle();

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
};

} // namespace casebook
