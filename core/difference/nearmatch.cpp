#include "core/difference/nearmatch.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr int mostEdits = 500; // removed and added elements together

/// The greedy search of Myers (1986), stopped where it gets long.
class EditPath {
public:
    EditPath(const std::vector<int> &from, const std::vector<int> &to, std::int64_t &steps)
        : m_from(from), m_to(to), m_steps(steps)
    {
    }

    std::optional<MatchedPairs> matches();

private:
    int furthest(const std::vector<int> &reach, int diagonal, int edits) const;
    int slide(int x, int diagonal);
    MatchedPairs walkBack(int edits) const;
    static size_t at(int diagonal) { return size_t(diagonal + mostEdits + 1); }

    const std::vector<int> &m_from;
    const std::vector<int> &m_to;
    std::int64_t &m_steps;
    std::vector<std::vector<int>> m_history; // what each diagonal had reached before each edit
};

// Where the best path onto a diagonal starts: from the diagonal above (an element added) or the one below (one
// removed).
int EditPath::furthest(const std::vector<int> &reach, int diagonal, int edits) const
{
    const bool added = diagonal == -edits || (diagonal != edits && reach[at(diagonal - 1)] < reach[at(diagonal + 1)]);
    return added ? reach[at(diagonal + 1)] : reach[at(diagonal - 1)] + 1;
}

int EditPath::slide(int x, int diagonal)
{
    const int end = std::min(static_cast<int>(m_from.size()), static_cast<int>(m_to.size()) + diagonal);
    const int start = x;
    while (x < end && m_from[size_t(x)] == m_to[size_t(x - diagonal)])
        ++x;
    m_steps -= x - start + 1;
    return x;
}

std::optional<MatchedPairs> EditPath::matches()
{
    const int from = static_cast<int>(m_from.size());
    const int to = static_cast<int>(m_to.size());
    std::vector<int> reach(size_t(2 * mostEdits + 3), 0);
    for (int edits = 0; edits <= mostEdits; ++edits) {
        m_history.emplace_back(reach.begin() + static_cast<std::ptrdiff_t>(at(-edits - 1)),
                               reach.begin() + static_cast<std::ptrdiff_t>(at(edits + 1)) + 1);
        for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
            const int x = slide(furthest(reach, diagonal, edits), diagonal);
            reach[at(diagonal)] = x;
            if (x >= from && x - diagonal >= to)
                return walkBack(edits);
            if (m_steps < 0)
                return {};
        }
    }
    return {};
}

MatchedPairs EditPath::walkBack(int edits) const
{
    MatchedPairs pairs;
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

} // namespace

std::optional<MatchedPairs> nearMatch(const std::vector<int> &from, const std::vector<int> &to, std::int64_t &steps)
{
    return EditPath(from, to, steps).matches();
}

} // namespace casebook
