#include "ui/report/pdflinks.h"

#include <algorithm>
#include <cmath>

namespace casebook {

namespace {

constexpr double sameLine = 1.5;  // points
constexpr double widestGap = 8.0; // points between two parts of one link

struct Link {
    QPDFObjectHandle annotation;
    QByteArray address;
    QPDFObjectHandle::Rectangle place;
};

QByteArray addressOf(QPDFObjectHandle annotation)
{
    QPDFObjectHandle action = annotation.getKey("/A");
    if (!action.isDictionary() || !action.getKey("/URI").isString())
        return {};
    return QByteArray::fromStdString(action.getKey("/URI").getStringValue());
}

// The parts of one line may differ in height, as a raised number does.
bool continues(const Link &first, const Link &next)
{
    return first.address == next.address && std::abs(first.place.lly - next.place.lly) < sameLine
        && std::abs(first.place.ury - next.place.ury) < sameLine && next.place.llx > first.place.llx - sameLine
        && next.place.llx - first.place.urx < widestGap;
}

// Has the parts that are the same in all links, as Qt writes them, in memory only once.
void share(QPDFObjectHandle annotation, const LinkParts &parts)
{
    annotation.replaceKey("/Type", parts.annotation);
    annotation.replaceKey("/Subtype", parts.link);
    annotation.replaceKey("/Border", parts.border);
    QPDFObjectHandle action = annotation.getKey("/A");
    if (!action.isDictionary())
        return;
    action.replaceKey("/Type", parts.action);
    action.replaceKey("/S", parts.address);
}

std::vector<Link> linksOf(QPDFObjectHandle page)
{
    std::vector<Link> links;
    QPDFObjectHandle annotations = page.getKey("/Annots");
    for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
        QPDFObjectHandle annotation = annotations.getArrayItem(i);
        const Link link{annotation, addressOf(annotation), annotation.getKey("/Rect").getArrayAsRectangle()};
        if (!links.empty() && continues(links.back(), link)) {
            links.back().place.urx = std::max(links.back().place.urx, link.place.urx);
            links.back().annotation.replaceKey("/Rect", QPDFObjectHandle::newArray(links.back().place));
        } else {
            links.push_back(link);
        }
    }
    return links;
}

} // namespace

bool isInnerAddress(const QByteArray &address)
{
    return address.startsWith('#') || address.startsWith("casebook:");
}

QPDFObjectHandle makeDestination(const std::vector<QPDFObjectHandle> &pages, const PdfDestination &destination,
                                 const LinkParts &parts)
{
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    array.appendItem(pages.at(static_cast<size_t>(destination.page)));
    array.appendItem(parts.place);
    array.appendItem(parts.none);
    array.appendItem(QPDFObjectHandle::newReal(destination.top, 2));
    array.appendItem(parts.none);
    return array;
}

void rewriteLinks(QPDFObjectHandle page, const std::vector<QPDFObjectHandle> &pages,
                  const QHash<QByteArray, PdfDestination> &destinations, const LinkParts &parts)
{
    QPDFObjectHandle kept = QPDFObjectHandle::newArray();
    for (Link &link : linksOf(page)) {
        if (isInnerAddress(link.address)) {
            const auto destination = destinations.constFind(QByteArray::fromPercentEncoding(link.address));
            if (destination == destinations.constEnd())
                continue;
            link.annotation.removeKey("/A");
            link.annotation.replaceKey("/Dest", makeDestination(pages, *destination, parts));
        }
        share(link.annotation, parts);
        kept.appendItem(link.annotation);
    }
    if (kept.getArrayNItems() > 0)
        page.replaceKey("/Annots", kept);
    else
        page.removeKey("/Annots");
}

} // namespace casebook
