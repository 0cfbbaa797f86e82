#pragma once

#include "ui/report/pagebreaks.h"
#include "ui/report/pagegeometry.h"
#include "ui/typeset/typestyle.h"

#include <QList>

namespace casebook {

/// How closely a text is set.
struct PageFit {
    qreal leading = 1.5;  ///< TypeStyle::leading
    qreal gaps = 1;       ///< TypeStyle::gaps
    qreal pageHeight = 0; ///< of the text
};

PageFit usualFit(const TypeStyle &style, const PageGeometry &geometry);

/// Whether what is on the last of some pages looks forgotten there.
bool endsShort(const QList<PageSlice> &slices, qreal pageHeight);

/// Ways to set a text closer that ends short on these pages, the one that shows least first: one line more on each
/// page, where the foot leaves room for it, then less space between paragraphs and between lines too. Only such that
/// may save a page, and none for many pages, among which a short one is not noticed.
QList<PageFit> closerFits(const QList<PageSlice> &slices, const TypeStyle &style, const PageGeometry &geometry);

} // namespace casebook
