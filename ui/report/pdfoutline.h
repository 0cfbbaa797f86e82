#pragma once

#include "ui/report/pdffinish.h"

#include <qpdf/QPDF.hh>

#include <vector>

namespace casebook {

struct LinkParts;

/// Makes an outline of a list of items. A level that leaves steps out counts as the next deeper one. Exceptions of
/// libqpdf pass through.
QPDFObjectHandle makeOutline(QPDF &pdf, const std::vector<QPDFObjectHandle> &pages, const QList<PdfOutlineItem> &items,
                             const LinkParts &parts);

} // namespace casebook
