#pragma once

#include "ui/report/briefing.h"

#include <QPageLayout>
#include <QRectF>

namespace casebook {

/// A page's measures in pixels at a resolution: what the layout reckons in.
struct PageGeometry {
    QPageLayout layout; ///< of the whole sheet, without margins
    qreal dotsPerInch = 96;
    QSizeF sheet;
    QRectF text; ///< where the text stands; head and foot are above and below it
    qreal headBaseline = 0;
    qreal footBaseline = 0;

    /// Margins that would leave less than 60 mm for the text are made smaller.
    static PageGeometry of(const BriefingOptions &options, qreal dotsPerInch);

    /// A height on the page, from its top, as PDF counts it: in points from the bottom.
    qreal pointsFromBottom(qreal y) const { return (sheet.height() - y) * 72 / dotsPerInch; }
};

} // namespace casebook
