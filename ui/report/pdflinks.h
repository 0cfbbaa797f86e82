#pragma once

#include "ui/report/pdffinish.h"
#include "ui/report/pdfvalue.h"

#include <vector>

namespace casebook {

/// A place on a page that leads to an address.
struct PdfLink {
    QByteArray address; ///< as Qt writes it: percent-encoded
    /// Points from the corner of the page at the bottom left.
    struct Place {
        double left = 0;
        double bottom = 0;
        double right = 0;
        double top = 0;
    } place;
};

/// Whether an address leads to a place in the document rather than out of it.
bool isInnerAddress(const QByteArray &address);

/// Reads an annotation that is a link; one that is none has no address.
PdfLink linkOf(const PdfValue &annotation);
/// The links of a page with the parts of a link that follow each other on a line joined, as a raised number and its
/// words are.
std::vector<PdfLink> joined(const std::vector<PdfLink> &links);

/// The annotation of a link that leads out of the document.
QByteArray outerAnnotation(const PdfLink &link);
/// The annotation of one that leads to a place on a page, of whose object the number is given.
QByteArray innerAnnotation(const PdfLink &link, int page, double top);
/// The array that PDF calls a destination.
QByteArray destinationText(int page, double top);

} // namespace casebook
