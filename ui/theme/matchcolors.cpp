#include "ui/theme/matchcolors.h"

#include "ui/theme/theme.h"

namespace casebook {

QColor matchColor(const QPalette &palette, bool current)
{
    // Yellow, as a marker pen's: no group has it.
    const QColor base = palette.color(QPalette::Base);
    if (isDark(palette))
        return blend(QColor(0xffd54a), base, current ? 0.32 : 0.18);
    return blend(QColor(0xffc400), base, current ? 0.75 : 0.36);
}

} // namespace casebook
