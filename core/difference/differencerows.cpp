#include "core/difference/differencerows.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr int context = 3;

using Kind = DifferenceRow::Kind;

/// Lines that both texts have.
struct Gap {
    int oldFirst = 0;
    int newFirst = 0;
    int count = 0;
    int number = 0;
    bool isFirst = false;
    bool isLast = false;
};

Gap gapBefore(const TextDifference &difference, int hunk)
{
    const LineHunks &hunks = difference.hunks();
    Gap gap;
    gap.number = hunk;
    gap.isFirst = hunk == 0;
    gap.isLast = hunk == hunks.size();
    gap.oldFirst = gap.isFirst ? 0 : hunks[hunk - 1].oldEnd();
    gap.newFirst = gap.isFirst ? 0 : hunks[hunk - 1].newEnd();
    gap.count = (gap.isLast ? difference.lineCount(TextSide::Old) : hunks[hunk].oldFirst) - gap.oldFirst;
    return gap;
}

void appendSame(DifferenceRows &rows, const Gap &gap, int first, int end)
{
    for (int i = first; i < end; ++i)
        rows.append({Kind::Same, gap.oldFirst + i, gap.newFirst + i, -1, gap.number, 0});
}

void appendGap(DifferenceRows &rows, const Gap &gap, bool isOpen)
{
    const int above = gap.isFirst ? 0 : std::min(context, gap.count);
    const int below = gap.isLast ? 0 : std::min(context, gap.count);
    const int hidden = gap.count - above - below;
    if (isOpen || hidden < 2) { // a row that says "1 line" takes the room of that line
        appendSame(rows, gap, 0, gap.count);
        return;
    }
    appendSame(rows, gap, 0, above);
    rows.append({Kind::Hidden, gap.oldFirst + above, gap.newFirst + above, -1, gap.number, hidden});
    appendSame(rows, gap, gap.count - below, gap.count);
}

void appendHunk(DifferenceRows &rows, const LineHunk &hunk, int number, DifferenceLayout layout)
{
    const auto append = [&](int oldLine, int newLine) {
        rows.append({Kind::Changed, oldLine, newLine, number, -1, 0});
    };
    if (layout == DifferenceLayout::SideBySide) {
        for (int i = 0; i < std::max(hunk.oldCount, hunk.newCount); ++i)
            append(i < hunk.oldCount ? hunk.oldFirst + i : -1, i < hunk.newCount ? hunk.newFirst + i : -1);
        return;
    }
    for (int line = hunk.oldFirst; line < hunk.oldEnd(); ++line)
        append(line, -1);
    for (int line = hunk.newFirst; line < hunk.newEnd(); ++line)
        append(-1, line);
}

} // namespace

DifferenceRows differenceRows(const TextDifference &difference, DifferenceLayout layout, const QSet<int> &open)
{
    DifferenceRows rows;
    const LineHunks &hunks = difference.hunks();
    if (hunks.isEmpty())
        return rows;
    for (int i = 0; i < hunks.size(); ++i) {
        appendGap(rows, gapBefore(difference, i), open.contains(i));
        appendHunk(rows, hunks[i], i, layout);
    }
    const int last = static_cast<int>(hunks.size());
    appendGap(rows, gapBefore(difference, last), open.contains(last));
    return rows;
}

DifferenceRows rowsOfGap(const TextDifference &difference, int gap)
{
    DifferenceRows rows;
    const Gap lines = gapBefore(difference, gap);
    appendSame(rows, lines, 0, lines.count);
    return rows;
}

} // namespace casebook
