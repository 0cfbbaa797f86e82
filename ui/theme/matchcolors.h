#pragma once

#include <QColor>

class QPalette;

namespace casebook {

/// The background of a word that the query asks for, on the palette's base: every text in the palette's colours can be
/// read on it. `current`: of the place that a person has gone to.
QColor matchColor(const QPalette &palette, bool current = false);

} // namespace casebook
