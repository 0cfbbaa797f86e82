#pragma once

#include <QByteArray>
#include <qpdf/QPDF.hh>

#include <vector>

namespace casebook {

/// A character map by Qt, mended: it says "tab" for a space and names single characters for ligatures, so that a search
/// for "firm" would not find it, and copied text would hold what nobody wrote.
QByteArray mendedCharacterMap(QByteArray map);

/// The six letters that tell parts of a font that are embedded in one document apart: AAAAAA, AAAAAB, and so on.
QByteArray subsetTag(int number);

/// Mends the character maps of all fonts on the pages, marks the fonts as the parts that they are, and numbers them in
/// an order that is the same for every run (Qt's is not). The fonts must be composite ones without parts that refer
/// back to them, as Qt's are. Exceptions of libqpdf pass through.
void mendFonts(QPDF &pdf, const std::vector<QPDFObjectHandle> &pages);

} // namespace casebook
