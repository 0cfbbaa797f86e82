#pragma once

#include <QByteArray>

#include <qpdf/QPDF.hh>

namespace casebook {

/// A character map by Qt, mended: it says "tab" for a space and names single characters for ligatures, so that a search for
/// "firm" would not find it, and copied text would hold what nobody wrote.
QByteArray mendedCharacterMap(QByteArray map);

/// Mends the character maps of all fonts. Exceptions of libqpdf pass through.
void mendCharacterMaps(QPDF &pdf);

} // namespace casebook
