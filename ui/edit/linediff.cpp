#include "ui/edit/linediff.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace casebook {

namespace {

// Removed and added lines together; past this the search is given up.
constexpr int mostEdits = 1000;

/// The greedy search of Myers (1986) over two lists of numbers, each standing for a line.
class EditPath {
public:
    EditPath(std::vector<int> from, std::vector<int> to) : m_from(std::move(from)), m_to(std::move(to)) {}

    /// Pairs of equal lines, in order; `found` is false where the texts are too far apart.
    std::vector<std::pair<int, int>> matches(bool &found);

private:
    int furthest(const std::vector<int> &reach, int diagonal, int edits) const;
    int slide(int x, int diagonal) const;
    std::vector<std::pair<int, int>> walkBack(int edits) const;
    int at(int diagonal) const { return diagonal + mostEdits + 1; }

    std::vector<int> m_from;
    std::vector<int> m_to;
    std::vector<std::vector<int>> m_history; // what each diagonal had reached before each step
};

// Where the best path onto a diagonal starts: from the diagonal above (a line added) or the one below (one removed).
int EditPath::furthest(const std::vector<int> &reach, int diagonal, int edits) const
{
    const bool added =
        diagonal == -edits || (diagonal != edits && reach[size_t(at(diagonal - 1))] < reach[size_t(at(diagonal + 1))]);
    return added ? reach[size_t(at(diagonal + 1))] : reach[size_t(at(diagonal - 1))] + 1;
}

int EditPath::slide(int x, int diagonal) const
{
    const int from = static_cast<int>(m_from.size());
    const int to = static_cast<int>(m_to.size());
    while (x < from && x - diagonal < to && m_from[size_t(x)] == m_to[size_t(x - diagonal)])
        ++x;
    return x;
}

std::vector<std::pair<int, int>> EditPath::matches(bool &found)
{
    const int from = static_cast<int>(m_from.size());
    const int to = static_cast<int>(m_to.size());
    std::vector<int> reach(size_t(2 * mostEdits + 3), 0);
    for (int edits = 0; edits <= mostEdits; ++edits) {
        m_history.emplace_back(reach.begin() + at(-edits - 1), reach.begin() + at(edits + 1) + 1);
        for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
            const int x = slide(furthest(reach, diagonal, edits), diagonal);
            reach[size_t(at(diagonal))] = x;
            if (x >= from && x - diagonal >= to) {
                found = true;
                return walkBack(edits);
            }
        }
    }
    found = false;
    return {};
}

std::vector<std::pair<int, int>> EditPath::walkBack(int edits) const
{
    std::vector<std::pair<int, int>> pairs;
    int x = static_cast<int>(m_from.size());
    int y = static_cast<int>(m_to.size());
    for (; edits >= 0; --edits) {
        const std::vector<int> &slice = m_history[size_t(edits)];
        const auto reached = [&](int diagonal) { return slice[size_t(diagonal + edits + 1)]; };
        const int diagonal = x - y;
        const bool added = diagonal == -edits || (diagonal != edits && reached(diagonal - 1) < reached(diagonal + 1));
        const int start = edits == 0 ? 0 : added ? reached(diagonal + 1) : reached(diagonal - 1) + 1;
        for (; x > start; --x, --y)
            pairs.emplace_back(x - 1, y - 1);
        if (added)
            --y;
        else
            --x;
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
}

// Equal lines get equal numbers.
std::vector<int> numbered(const QStringList &lines, qsizetype first, qsizetype end, QHash<QString, int> &numbers)
{
    std::vector<int> result;
    result.reserve(size_t(end - first));
    for (qsizetype i = first; i < end; ++i) {
        const int next = static_cast<int>(numbers.size());
        const auto known = numbers.constFind(lines[i]);
        result.push_back(known == numbers.constEnd() ? *numbers.insert(lines[i], next) : *known);
    }
    return result;
}

} // namespace

QList<LineHunk> diffLines(const QStringList &oldLines, const QStringList &newLines)
{
    const qsizetype shorter = std::min(oldLines.size(), newLines.size());
    qsizetype prefix = 0;
    while (prefix < shorter && oldLines[prefix] == newLines[prefix])
        ++prefix;
    qsizetype suffix = 0;
    while (suffix < shorter - prefix
           && oldLines[oldLines.size() - 1 - suffix] == newLines[newLines.size() - 1 - suffix])
        ++suffix;

    const int first = static_cast<int>(prefix);
    const int oldCount = static_cast<int>(oldLines.size() - suffix - prefix);
    const int newCount = static_cast<int>(newLines.size() - suffix - prefix);
    std::vector<std::pair<int, int>> pairs;
    if (oldCount > 0 && newCount > 0) {
        QHash<QString, int> numbers;
        EditPath path(numbered(oldLines, prefix, oldLines.size() - suffix, numbers),
                      numbered(newLines, prefix, newLines.size() - suffix, numbers));
        bool found = false;
        pairs = path.matches(found);
    }
    pairs.emplace_back(oldCount, newCount); // the start of the common end closes the last hunk

    QList<LineHunk> hunks;
    int oldNext = 0;
    int newNext = 0;
    for (const auto &[oldLine, newLine] : pairs) {
        if (oldLine > oldNext || newLine > newNext)
            hunks.append({first + oldNext, oldLine - oldNext, first + newNext, newLine - newNext});
        oldNext = oldLine + 1;
        newNext = newLine + 1;
    }
    return hunks;
}

} // namespace casebook
