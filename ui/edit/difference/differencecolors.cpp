#include "ui/edit/difference/differencecolors.h"

#include "ui/edit/colors.h"
#include "ui/theme/theme.h"

#include <QPalette>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QColor tone(TextSide side, const QPalette &palette)
{
    return groupColor(side == TextSide::Old ? u"red"_s : u"green"_s, 0, palette);
}

} // namespace

QColor lineTint(TextSide side, const QPalette &palette)
{
    return blend(tone(side, palette), palette.color(QPalette::Base), isDark(palette) ? 0.14 : 0.11);
}

QColor wordTint(TextSide side, const QPalette &palette)
{
    return blend(tone(side, palette), palette.color(QPalette::Base), isDark(palette) ? 0.4 : 0.32);
}

QColor signColor(TextSide side, const QPalette &palette)
{
    return readable(tone(side, palette), lineTint(side, palette));
}

QColor missingTint(const QPalette &palette)
{
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.035);
}

} // namespace casebook
