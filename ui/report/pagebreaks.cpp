#include "ui/report/pagebreaks.h"

#include <algorithm>
#include <limits>

namespace casebook {

namespace {

constexpr qreal tolerance = 0.05; // positions closer than this are one
constexpr qreal emptyPage = 200;  // the cost of one
constexpr qreal anotherPage = 15;
constexpr qreal asGood = 4;        // of two ways that cost nearly the same, the one that fills the earlier pages
constexpr qreal shortEnd = 0.3;    // a last page with less than this share of text looks forgotten
constexpr qreal shortEndCost = 90; // of one with nothing at all
constexpr qreal cutCost = 1e9;     // through a line, where nothing else is left

/// A place where a page can end, and what stands below it.
struct Candidate {
    qreal end = 0;   ///< where the page above it ends
    qreal start = 0; ///< where the page below it starts
    qreal cost = 0;  ///< of ending here
    PageSlice head;  ///< only its head: what is drawn again below
};

/// The best way found to get to a candidate.
struct Step {
    qreal cost = std::numeric_limits<qreal>::infinity();
    std::size_t from = 0;
};

std::vector<qreal> positionsOf(const QList<Stretch> &stretches)
{
    std::vector<qreal> ends;
    ends.reserve(static_cast<std::size_t>(stretches.size()));
    for (const Stretch &stretch : stretches)
        ends.push_back(stretch.bottom);
    std::sort(ends.begin(), ends.end());
    // Of places that are one, the lowest: no line is shaved.
    std::vector<qreal> distinct;
    for (qreal end : ends) {
        if (!distinct.empty() && end - distinct.back() < tolerance)
            distinct.back() = end;
        else
            distinct.push_back(end);
    }
    return distinct;
}

/// Walks down the column and knows which stretches a position cuts.
class Sweep {
public:
    explicit Sweep(QList<Stretch> stretches) : m_byTop(std::move(stretches)), m_byBottom(m_byTop)
    {
        std::sort(m_byTop.begin(), m_byTop.end(), [](const Stretch &a, const Stretch &b) { return a.top < b.top; });
        std::sort(m_byBottom.begin(), m_byBottom.end(),
                  [](const Stretch &a, const Stretch &b) { return a.bottom < b.bottom; });
    }

    /// Positions must not decrease from call to call.
    Candidate at(qreal position)
    {
        while (m_opened < m_byTop.size() && m_byTop.at(m_opened).top < position - tolerance)
            open(m_byTop.at(m_opened++), 1);
        while (m_closed < m_byBottom.size() && m_byBottom.at(m_closed).bottom < position + tolerance)
            open(m_byBottom.at(m_closed++), -1);
        const bool inside = m_count > 0;
        const qreal next = m_opened < m_byTop.size() ? m_byTop.at(m_opened).top : position;
        return {position, inside ? position : std::max(position, next), m_cost, {}};
    }

private:
    void open(const Stretch &stretch, int sign)
    {
        // One that is empty, or nearly so, is never cut and must not be counted as if it were.
        if (stretch.bottom - stretch.top < 2 * tolerance)
            return;
        m_count += sign;
        m_cost += sign * stretch.cost;
    }

    QList<Stretch> m_byTop;
    QList<Stretch> m_byBottom;
    qsizetype m_opened = 0;
    qsizetype m_closed = 0;
    int m_count = 0;
    qreal m_cost = 0;
};

std::vector<Candidate> candidatesOf(const QList<Stretch> &stretches, const QList<RepeatedHead> &heads, qreal pageHeight)
{
    std::vector<Candidate> candidates;
    qreal top = std::numeric_limits<qreal>::infinity();
    for (const Stretch &stretch : stretches)
        top = std::min(top, stretch.top);
    candidates.push_back({top, top, 0, {}});
    Sweep sweep(stretches);
    for (qreal position : positionsOf(stretches)) {
        Candidate candidate = sweep.at(position);
        for (const RepeatedHead &head : heads) {
            const bool inside =
                candidate.start > head.headBottom - tolerance && candidate.start < head.bottom - tolerance;
            if (inside && head.headBottom - head.top < pageHeight / 3)
                candidate.head = {0, 0, head.top, head.headBottom};
        }
        candidates.push_back(candidate);
    }
    return candidates;
}

qreal costOfPage(const Candidate &from, const Candidate &to, qreal pageHeight, bool last, bool moreFollows)
{
    const qreal filled = (to.end - from.start + from.head.headHeight()) / pageHeight;
    if (!last)
        return to.cost + emptyPage * (1 - filled) + anotherPage;
    if (moreFollows)
        return 0;
    return filled < shortEnd ? shortEndCost * (1 - filled / shortEnd) : 0;
}

} // namespace

QList<PageSlice> paginate(QList<Stretch> stretches, const QList<RepeatedHead> &heads, qreal pageHeight,
                          bool moreFollows)
{
    if (stretches.isEmpty() || pageHeight <= 0)
        return {};
    std::vector<Candidate> places = candidatesOf(stretches, heads, pageHeight);
    std::vector<Step> steps(places.size());
    steps.front() = {0, 0};
    for (std::size_t from = 0; from + 1 < places.size(); ++from) {
        if (steps[from].cost == std::numeric_limits<qreal>::infinity())
            continue;
        const qreal reach = places[from].start + pageHeight - places[from].head.headHeight() + tolerance;
        std::size_t to = from + 1;
        for (; to < places.size() && places[to].end <= reach; ++to) {
            const bool last = to + 1 == places.size();
            const qreal cost = steps[from].cost + costOfPage(places[from], places[to], pageHeight, last, moreFollows);
            if (cost < steps[to].cost + asGood)
                steps[to] = {cost, from};
        }
        if (to == from + 1) {
            // Not even one stretch ends within a page: cut where the page ends.
            Candidate cut = places[from];
            cut.end = cut.start = reach - tolerance;
            cut.head = {};
            places.insert(places.begin() + static_cast<std::ptrdiff_t>(to), cut);
            steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(to), {steps[from].cost + cutCost, from});
        }
    }
    QList<PageSlice> slices;
    for (std::size_t to = places.size() - 1; to > 0; to = steps[to].from) {
        const Candidate &from = places[steps[to].from];
        slices.prepend({from.start, places[to].end, from.head.headTop, from.head.headBottom});
    }
    return slices;
}

} // namespace casebook
