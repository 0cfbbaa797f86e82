#include "ui/report/pagefit.h"

namespace casebook {

namespace {

constexpr qreal shortEnd = 0.35;   // of the text's height
constexpr qsizetype manyPages = 8; // to set a long text anew takes long, too
constexpr qreal running = 0.9;     // the share of lines of running text in a text's height; in most it is less

// Beside each other, pages that differ by so little look alike.
constexpr qreal closerLeadings[] = {1.44, 1.38};

qreal heightOf(const PageSlice &slice)
{
    return slice.headHeight() + slice.bottom - slice.top;
}

} // namespace

bool endsShort(const QList<PageSlice> &slices, qreal pageHeight)
{
    return slices.size() > 1 && heightOf(slices.last()) < shortEnd * pageHeight;
}

QList<PageFit> closerFits(const QList<PageSlice> &slices, const TypeStyle &style, const PageGeometry &geometry)
{
    const qreal height = geometry.text.height();
    if (slices.size() > manyPages || !endsShort(slices, height))
        return {};
    qreal text = 0;
    for (const PageSlice &slice : slices)
        text += heightOf(slice);
    const qreal line = style.leading * style.em;
    const bool hasRoom = geometry.footBaseline - geometry.text.bottom() > 2 * line;
    QList<PageFit> fits;
    const auto consider = [&](qreal leading, qreal pageHeight) {
        const qreal least = text * (1 - running * (1 - leading / style.leading));
        if (least <= static_cast<qreal>(slices.size() - 1) * pageHeight)
            fits.append({leading, pageHeight});
    };
    if (hasRoom)
        consider(style.leading, height + line);
    for (const qreal leading : closerLeadings)
        consider(leading, hasRoom ? height + line : height);
    return fits;
}

} // namespace casebook
