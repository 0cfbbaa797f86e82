#include "ui/edit/merge/mergecolors.h"

#include "ui/theme/theme.h"

#include <QPalette>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QColor tint(const QString &tone, bool isCurrent, const QPalette &palette)
{
    const double strength = (isDark(palette) ? 0.2 : 0.14) * (isCurrent ? 2 : 1);
    return blend(groupColor(tone, 0, palette), palette.color(QPalette::Base), strength);
}

} // namespace

QColor regionTint(MergeRegion::Kind kind, bool isCurrent, const QPalette &palette)
{
    switch (kind) {
    case MergeRegion::Kind::Conflict:
        return tint(u"orange"_s, isCurrent, palette);
    case MergeRegion::Kind::Theirs:
        return tint(u"blue"_s, isCurrent, palette);
    case MergeRegion::Kind::Mine:
        return tint(u"green"_s, isCurrent, palette);
    case MergeRegion::Kind::Both:
    case MergeRegion::Kind::Same:
        break;
    }
    return tint(u"gray"_s, isCurrent, palette);
}

QColor decidedTint(bool isCurrent, const QPalette &palette)
{
    return tint(u"teal"_s, isCurrent, palette);
}

} // namespace casebook
