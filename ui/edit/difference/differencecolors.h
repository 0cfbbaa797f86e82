#pragma once

#include "core/difference/textdifference.h"

#include <QColor>

QT_BEGIN_NAMESPACE
class QPalette;
QT_END_NAMESPACE

namespace casebook {

// What was removed and what was added: tones of the palette, light and dark; text is read on each of them. Signs say
// the same, for who does not tell red from green.

/// Behind a line of that side that differs.
QColor lineTint(TextSide side, const QPalette &palette);
/// Behind the words in it that differ.
QColor wordTint(TextSide side, const QPalette &palette);
/// The sign before the line, and its number.
QColor signColor(TextSide side, const QPalette &palette);
/// Behind a place that has a line on the other side alone.
QColor missingTint(const QPalette &palette);

} // namespace casebook
