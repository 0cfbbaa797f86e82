#pragma once

#include "ui/report/pdffinish.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <vector>

namespace casebook {

/// What all links have in common: in memory once, not once for each of some ten thousand.
struct LinkParts {
    QPDFObjectHandle annotation = QPDFObjectHandle::newName("/Annot");
    QPDFObjectHandle link = QPDFObjectHandle::newName("/Link");
    QPDFObjectHandle border = QPDFObjectHandle::parse("[0 0 0]");
    QPDFObjectHandle action = QPDFObjectHandle::newName("/Action");
    QPDFObjectHandle address = QPDFObjectHandle::newName("/URI");
    QPDFObjectHandle place = QPDFObjectHandle::newName("/XYZ");
    QPDFObjectHandle none = QPDFObjectHandle::newNull();
};

/// Whether an address leads to a place in the document rather than out of it. As Qt writes it: percent-encoded.
bool isInnerAddress(const QByteArray &address);

/// The array that PDF calls a destination: a place on one of the document's pages.
QPDFObjectHandle makeDestination(const std::vector<QPDFObjectHandle> &pages, const PdfDestination &destination,
                                 const LinkParts &parts);

/// Turns the inner links of a page into links to places, removes those without one, and joins the parts of a link that
/// follow each other on a line. Exceptions of libqpdf pass through.
void rewriteLinks(QPDFObjectHandle page, const std::vector<QPDFObjectHandle> &pages,
                  const QHash<QByteArray, PdfDestination> &destinations, const LinkParts &parts);

} // namespace casebook
