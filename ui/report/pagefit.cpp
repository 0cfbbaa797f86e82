#include "ui/report/pagefit.h"

namespace casebook {

namespace {

constexpr qreal shortEnd = 0.35;   // of the text's height
constexpr qsizetype manyPages = 8; // to set a long text anew takes long, too
constexpr qreal running = 0.7; // the most that the lines of a text make up of its height, by experience
constexpr qreal spaces = 0.22; // and the most that the space between paragraphs, tables and headings does

/// A closer way, in shares of the usual one.
struct Closer {
    qreal leading = 1;
    qreal gaps = 1;
};

// Beside each other, pages that differ by so little look alike.
constexpr Closer closer[] = {{1, 0.85}, {0.96, 0.8}, {0.93, 0.7}, {0.9, 0.6}};

qreal heightOf(const PageSlice &slice)
{
    return slice.headHeight() + slice.bottom - slice.top;
}

} // namespace

PageFit usualFit(const TypeStyle &style, const PageGeometry &geometry)
{
    return {style.leading, style.gaps, geometry.text.height()};
}

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
    const qreal tall = hasRoom ? height + line : height;
    QList<PageFit> fits;
    const auto consider = [&](const Closer &way, qreal pageHeight) {
        const qreal least = text * (1 - running * (1 - way.leading) - spaces * (1 - way.gaps));
        if (least <= static_cast<qreal>(slices.size() - 1) * pageHeight)
            fits.append({style.leading * way.leading, style.gaps * way.gaps, pageHeight});
    };
    if (hasRoom)
        consider({}, tall);
    for (const Closer &way : closer)
        consider(way, tall);
    return fits;
}

} // namespace casebook
