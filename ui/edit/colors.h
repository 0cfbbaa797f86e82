#pragma once

#include <QColor>

class QPalette;

namespace casebook {

// Colours of the editor, made from the palette so that they fit light, dark and a person's own.

/// How well a text of one colour is read on the other: 1 (not at all) to 21, as WCAG 2 defines it.
double contrast(const QColor &text, const QColor &background);

/// `wish`, made lighter or darker until it can be read on `background`: a contrast of at least 4.5.
QColor readable(const QColor &wish, const QColor &background);

/// For what needs a person's attention, and for what is wrong: readable on the palette's Base.
QColor warningColor(const QPalette &palette);
QColor errorColor(const QPalette &palette);

} // namespace casebook
