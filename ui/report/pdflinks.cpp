#include "ui/report/pdflinks.h"

#include "ui/report/pdfobjects.h"

#include <algorithm>
#include <cmath>

namespace casebook {

namespace {

constexpr double sameLine = 1.5;  // points
constexpr double widestGap = 8.0; // points between two parts of one link

// The parts of one line may differ in height, as a raised number does.
bool continues(const PdfLink &first, const PdfLink &next)
{
    const PdfLink::Place &left = first.place;
    const PdfLink::Place &right = next.place;
    return first.address == next.address && std::abs(left.bottom - right.bottom) < sameLine
        && std::abs(left.top - right.top) < sameLine && right.left > left.left - sameLine
        && right.left - left.right < widestGap;
}

QByteArray annotation(const PdfLink &link, const QByteArray &target)
{
    QByteArray place;
    for (double edge : {link.place.left, link.place.bottom, link.place.right, link.place.top})
        place += pdfNumber(edge) + ' ';
    return "<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] /Rect [ " + place + "] " + target + " >>";
}

} // namespace

bool isInnerAddress(const QByteArray &address)
{
    return address.startsWith('#') || address.startsWith("casebook:");
}

PdfLink linkOf(const PdfValue &annotation)
{
    PdfLink link{annotation.at("/A").at("/URI").text, {}};
    const std::vector<PdfValue> &edges = annotation.at("/Rect").items;
    if (edges.size() == 4)
        link.place = {edges[0].number(), edges[1].number(), edges[2].number(), edges[3].number()};
    return link;
}

std::vector<PdfLink> joined(const std::vector<PdfLink> &links)
{
    std::vector<PdfLink> whole;
    for (const PdfLink &link : links) {
        if (!whole.empty() && continues(whole.back(), link))
            whole.back().place.right = std::max(whole.back().place.right, link.place.right);
        else
            whole.push_back(link);
    }
    return whole;
}

QByteArray outerAnnotation(const PdfLink &link)
{
    return annotation(link, "/A << /Type /Action /S /URI /URI " + pdfString(link.address) + " >>");
}

QByteArray innerAnnotation(const PdfLink &link, int page, double top)
{
    return annotation(link, "/Dest " + destinationText(page, top));
}

QByteArray destinationText(int page, double top)
{
    return "[ " + pdfReference(page) + " /XYZ null " + pdfNumber(top) + " null ]";
}

} // namespace casebook
