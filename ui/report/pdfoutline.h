#pragma once

#include "ui/report/pdffinish.h"
#include "ui/report/pdfobjects.h"

#include <vector>

namespace casebook {

/// Writes the tree of an outline's items and answers the number of its root. `pages` are the numbers of the pages'
/// objects.
int writeOutline(PdfObjects &objects, const std::vector<int> &pages, const QList<PdfOutlineItem> &items);

} // namespace casebook
