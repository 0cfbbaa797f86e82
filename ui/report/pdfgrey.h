#pragma once

#include <qpdf/QPDF.hh>

#include <vector>

namespace casebook {

/// Turns the colours of pages by Qt into shades of grey of the same lightness: in what the pages draw, not in pictures,
/// which are made grey before. Exceptions of libqpdf pass through.
void makeGrey(QPDF &pdf, std::vector<QPDFObjectHandle> &pages);

} // namespace casebook
