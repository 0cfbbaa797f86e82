#include "ui/report/pagegeometry.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr qreal millimetresPerInch = 25.4;
constexpr qreal leastText = 60;   // millimetres
constexpr qreal headDistance = 9; // from the text to the head's baseline, millimetres
constexpr qreal footDistance = 12;

// Both margins shrink by one factor where they leave too little.
void fitMargins(qreal &first, qreal &second, qreal whole)
{
    first = std::max(0.0, first);
    second = std::max(0.0, second);
    const qreal most = std::max(0.0, whole - leastText);
    if (first + second <= most)
        return;
    const qreal factor = most / (first + second);
    first *= factor;
    second *= factor;
}

} // namespace

PageGeometry PageGeometry::of(const BriefingOptions &options, qreal dotsPerInch)
{
    const QPageSize size(options.paper == BriefingRecipe::Paper::Letter ? QPageSize::Letter : QPageSize::A4);
    const QSizeF whole = size.size(QPageSize::Millimeter);
    QMarginsF margins = options.margins;
    qreal left = margins.left();
    qreal right = margins.right();
    qreal top = margins.top();
    qreal bottom = margins.bottom();
    fitMargins(left, right, whole.width());
    fitMargins(top, bottom, whole.height());

    const qreal scale = dotsPerInch / millimetresPerInch;
    PageGeometry geometry;
    geometry.layout = QPageLayout(size, QPageLayout::Portrait, QMarginsF());
    geometry.dotsPerInch = dotsPerInch;
    geometry.sheet = size.size(QPageSize::Point) * dotsPerInch / 72;
    geometry.text =
        QRectF(QPointF(left, top) * scale, QSizeF(whole.width() - left - right, whole.height() - top - bottom) * scale);
    geometry.headBaseline = geometry.text.top() - std::min(headDistance, top / 2) * scale;
    geometry.footBaseline = geometry.text.bottom() + std::min(footDistance, bottom / 2) * scale;
    return geometry;
}

} // namespace casebook
