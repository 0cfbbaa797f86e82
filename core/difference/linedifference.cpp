#include "core/difference/linedifference.h"

#include "core/difference/numbered.h"
#include "core/difference/sequencematch.h"

#include <algorithm>

namespace casebook {

namespace {

LineHunks hunksBetween(MatchedPairs pairs, int oldCount, int newCount)
{
    pairs.emplace_back(oldCount, newCount); // the end closes the last hunk
    LineHunks hunks;
    int oldNext = 0;
    int newNext = 0;
    for (const auto &[oldLine, newLine] : pairs) {
        if (oldLine > oldNext || newLine > newNext)
            hunks.append({oldNext, oldLine - oldNext, newNext, newLine - newNext});
        oldNext = oldLine + 1;
        newNext = newLine + 1;
    }
    return hunks;
}

// How far lines that were only added, or only removed, can move down: past each line that equals the first of them.
template<typename Line>
int slide(const QList<Line> &lines, int first, int count, int end)
{
    int steps = 0;
    while (first + count + steps < end && lines[first + steps] == lines[first + count + steps])
        ++steps;
    return steps;
}

template<typename Line>
void slideDown(LineHunks &hunks, const QList<Line> &oldLines, const QList<Line> &newLines)
{
    for (qsizetype i = hunks.size() - 1; i >= 0; --i) {
        LineHunk &hunk = hunks[i];
        const bool isLast = i == hunks.size() - 1;
        // A line is left between hunks: two that touch would be one.
        const int oldEnd = isLast ? static_cast<int>(oldLines.size()) : hunks[i + 1].oldFirst - 1;
        const int newEnd = isLast ? static_cast<int>(newLines.size()) : hunks[i + 1].newFirst - 1;
        const int steps = hunk.oldCount == 0 ? slide(newLines, hunk.newFirst, hunk.newCount, newEnd)
            : hunk.newCount == 0             ? slide(oldLines, hunk.oldFirst, hunk.oldCount, oldEnd)
                                             : 0;
        hunk.oldFirst += steps;
        hunk.newFirst += steps;
    }
}

template<typename Line>
LineHunks difference(const QList<Line> &oldLines, const QList<Line> &newLines)
{
    // Most of a text is as it was: what is equal at both ends needs no numbers.
    const qsizetype shorter = std::min(oldLines.size(), newLines.size());
    qsizetype head = 0;
    while (head < shorter && oldLines[head] == newLines[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && oldLines[oldLines.size() - 1 - tail] == newLines[newLines.size() - 1 - tail])
        ++tail;
    Numbering<Line> numbering;
    const auto from = numbering.numbersOf(oldLines.sliced(head, oldLines.size() - head - tail));
    const auto to = numbering.numbersOf(newLines.sliced(head, newLines.size() - head - tail));
    LineHunks hunks =
        hunksBetween(matchSequences(from, to), static_cast<int>(from.size()), static_cast<int>(to.size()));
    for (LineHunk &hunk : hunks) {
        hunk.oldFirst += static_cast<int>(head);
        hunk.newFirst += static_cast<int>(head);
    }
    slideDown(hunks, oldLines, newLines);
    return hunks;
}

QList<QStringView> textLines(QStringView text)
{
    QList<QStringView> lines;
    qsizetype first = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'\n' || text[at] == QChar::ParagraphSeparator) {
            lines.append(text.sliced(first, at - first));
            first = at + 1;
        }
    }
    lines.append(text.sliced(first));
    return lines;
}

} // namespace

LineHunks diffLines(const QStringList &oldLines, const QStringList &newLines)
{
    return difference<QString>(oldLines, newLines);
}

LineHunks diffLines(const QList<QByteArrayView> &oldLines, const QList<QByteArrayView> &newLines)
{
    return difference(oldLines, newLines);
}

LineHunks diffTexts(QStringView oldText, QStringView newText)
{
    return difference(textLines(oldText), textLines(newText));
}

int changedLines(const LineHunks &hunks)
{
    int count = 0;
    for (const LineHunk &hunk : hunks)
        count += std::max(hunk.oldCount, hunk.newCount);
    return count;
}

} // namespace casebook
