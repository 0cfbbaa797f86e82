#include "ui/theme/style.h"

namespace casebook {

CasebookStyle::CasebookStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int CasebookStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace casebook
