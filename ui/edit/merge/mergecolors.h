#pragma once

#include "core/difference/merge.h"

#include <QColor>

QT_BEGIN_NAMESPACE
class QPalette;
QT_END_NAMESPACE

namespace casebook {

/// Behind the lines of a region: green what mine changed, blue what was changed on disk, orange what conflicts and is
/// open. The current one is stronger. Text is read on each, light and dark.
QColor regionTint(MergeRegion::Kind kind, bool isCurrent, const QPalette &palette);
/// Behind a conflict that has been decided.
QColor decidedTint(bool isCurrent, const QPalette &palette);

} // namespace casebook
