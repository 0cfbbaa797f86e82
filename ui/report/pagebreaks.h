#pragma once

#include <QList>
#include <QtGlobal>

namespace casebook {

/// What it costs to end a page inside a stretch, compared with leaving a page quite empty, which costs 200.
namespace breakcost {
inline constexpr int line = 1'000'000;  ///< a line of text or a picture: never, unless it is taller than a page
inline constexpr int heading = 1'000;   ///< between a heading and the first lines of what it is above
inline constexpr int row = 170;         ///< a row, a claim, a figure, the first lines of a quote
inline constexpr int widow = 120;       ///< the first and last lines of a paragraph
inline constexpr int box = 60;          ///< code, a quote, a short table
inline constexpr int announcement = 50; ///< between a paragraph that ends in a colon and what it announces
inline constexpr int tallRow = 20;      ///< a row that takes half a page or more
} // namespace breakcost

/// A part of a text laid out in one long column that had better stay on one page. Stretches may overlap.
struct Stretch {
    qreal top = 0;
    qreal bottom = 0;
    int cost = breakcost::line;
};

/// A table whose first rows are drawn again on every page that it goes on to.
struct RepeatedHead {
    qreal top = 0; ///< of the table
    qreal headBottom = 0;
    qreal bottom = 0; ///< of the table
};

/// One page's part of the column.
struct PageSlice {
    qreal top = 0;
    qreal bottom = 0;
    qreal headTop = 0; ///< what is to be drawn again above the slice; empty where headBottom is not below it
    qreal headBottom = 0;

    qreal headHeight() const { return headBottom - headTop; }
    bool operator==(const PageSlice &) const = default;
};

/// Cuts a column into pages of a height, at the places that cost least over all pages.
///
/// A page may end at the bottom of a stretch only. Space at the start of a page is left out, unless it lies in a
/// stretch. Takes time in proportion to the stretches and to how many fit on a page. At least one slice comes back
/// where there is any stretch; each is no taller than the page with its head. A short last page costs something, unless
/// more text is to follow on it.
QList<PageSlice> paginate(QList<Stretch> stretches, const QList<RepeatedHead> &heads, qreal pageHeight,
                          bool moreFollows = false);

} // namespace casebook
