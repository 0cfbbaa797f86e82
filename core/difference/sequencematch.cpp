#include "core/difference/sequencematch.h"

#include "core/difference/nearmatch.h"

#include <algorithm>
#include <cstdint>

namespace casebook {

namespace {

// dtl cannot be stopped once it searches, and takes about 24 bytes and 10 ns for each element of one sequence with each
// of the other. So it is given pieces of this product, and of that sum for one difference, and no more.
constexpr std::int64_t mostOfPiece = 1 << 20;
constexpr std::int64_t mostOfAll = 8 * mostOfPiece;
// Comparisons in search of few differences between long pieces.
constexpr std::int64_t mostSteps = 40'000'000;
// Each cut leaves pieces that are cut again; texts that people write need two or three rounds.
constexpr int mostRounds = 24;

using Places = std::vector<int>; // positions in a sequence, rising

class SequenceMatch {
public:
    SequenceMatch(const std::vector<int> &from, const std::vector<int> &to);

    MatchedPairs pairs();

private:
    void match(Places from, Places to, int round);
    void trim(Places &from, Places &to);
    void dropUnshared(Places &from, Places &to);
    std::vector<int> elementsAt(const Places &places, const std::vector<int> &sequence) const;
    void pairAll(const Places &from, const Places &to, const MatchedPairs &pairs);
    bool search(const Places &from, const Places &to);
    MatchedPairs anchors(const Places &from, const Places &to, bool once) const;
    void cut(const Places &from, const Places &to, const MatchedPairs &anchors, int round);
    void pair(int from, int to) { m_partner[size_t(from)] = to; }
    bool isSame(int from, int to) const { return m_from[size_t(from)] == m_to[size_t(to)]; }

    const std::vector<int> &m_from;
    const std::vector<int> &m_to;
    std::vector<int> m_partner;   // of each element of m_from: a position in m_to, or -1
    std::vector<int> m_fromCount; // how often each element stands in the piece at hand
    std::vector<int> m_toCount;
    std::int64_t m_left = mostOfAll;
    std::int64_t m_steps = mostSteps;
};

Places allOf(const std::vector<int> &sequence)
{
    Places places(sequence.size());
    for (size_t i = 0; i < places.size(); ++i)
        places[i] = static_cast<int>(i);
    return places;
}

size_t kinds(const std::vector<int> &sequence)
{
    return sequence.empty() ? 0 : size_t(*std::max_element(sequence.begin(), sequence.end())) + 1;
}

// The longest run of pairs that rises on both sides; the pairs come in the order of their first positions.
MatchedPairs longestRising(const MatchedPairs &pairs)
{
    std::vector<size_t> tops; // of the runs of each length, the pair that ends lowest
    std::vector<size_t> before(pairs.size(), pairs.size());
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto place = std::lower_bound(tops.begin(), tops.end(), pairs[i].second,
                                            [&pairs](size_t top, int to) { return pairs[top].second < to; });
        if (place != tops.begin())
            before[i] = *(place - 1);
        if (place == tops.end())
            tops.push_back(i);
        else
            *place = i;
    }
    MatchedPairs rising(tops.size());
    size_t at = tops.empty() ? pairs.size() : tops.back();
    for (size_t i = rising.size(); i-- > 0; at = before[at])
        rising[i] = pairs[at];
    return rising;
}

SequenceMatch::SequenceMatch(const std::vector<int> &from, const std::vector<int> &to)
    : m_from(from),
      m_to(to),
      m_partner(from.size(), -1),
      m_fromCount(std::max(kinds(from), kinds(to))),
      m_toCount(m_fromCount.size())
{
}

MatchedPairs SequenceMatch::pairs()
{
    match(allOf(m_from), allOf(m_to), 0);
    MatchedPairs result;
    for (size_t i = 0; i < m_partner.size(); ++i) {
        if (m_partner[i] >= 0)
            result.emplace_back(static_cast<int>(i), m_partner[i]);
    }
    return result;
}

void SequenceMatch::match(Places from, Places to, int round)
{
    trim(from, to);
    if (from.empty() || to.empty())
        return;
    dropUnshared(from, to);
    if (search(from, to) || round == mostRounds)
        return;
    MatchedPairs places = anchors(from, to, true);
    if (places.empty())
        places = anchors(from, to, false);
    if (!places.empty())
        cut(from, to, places, round + 1);
}

void SequenceMatch::trim(Places &from, Places &to)
{
    const size_t shorter = std::min(from.size(), to.size());
    size_t head = 0;
    for (; head < shorter && isSame(from[head], to[head]); ++head)
        pair(from[head], to[head]);
    size_t tail = 0;
    for (; tail < shorter - head && isSame(from[from.size() - 1 - tail], to[to.size() - 1 - tail]); ++tail)
        pair(from[from.size() - 1 - tail], to[to.size() - 1 - tail]);
    from = Places(from.begin() + std::ptrdiff_t(head), from.end() - std::ptrdiff_t(tail));
    to = Places(to.begin() + std::ptrdiff_t(head), to.end() - std::ptrdiff_t(tail));
}

// What stands on one side alone has no partner. Leaves the counts of the piece behind.
void SequenceMatch::dropUnshared(Places &from, Places &to)
{
    const auto countOf = [](std::vector<int> &counts, int element) -> int & { return counts[size_t(element)]; };
    for (const int place : from)
        countOf(m_fromCount, m_from[size_t(place)]) = countOf(m_toCount, m_from[size_t(place)]) = 0;
    for (const int place : to)
        countOf(m_fromCount, m_to[size_t(place)]) = countOf(m_toCount, m_to[size_t(place)]) = 0;
    for (const int place : from)
        ++countOf(m_fromCount, m_from[size_t(place)]);
    for (const int place : to)
        ++countOf(m_toCount, m_to[size_t(place)]);
    std::erase_if(from, [&](int place) { return countOf(m_toCount, m_from[size_t(place)]) == 0; });
    std::erase_if(to, [&](int place) { return countOf(m_fromCount, m_to[size_t(place)]) == 0; });
}

std::vector<int> SequenceMatch::elementsAt(const Places &places, const std::vector<int> &sequence) const
{
    std::vector<int> elements;
    elements.reserve(places.size());
    for (const int place : places)
        elements.push_back(sequence[size_t(place)]);
    return elements;
}

void SequenceMatch::pairAll(const Places &from, const Places &to, const MatchedPairs &pairs)
{
    for (const auto &[fromPlace, toPlace] : pairs)
        pair(from[size_t(fromPlace)], to[size_t(toPlace)]);
}

// False where the piece is too long and differs too much.
bool SequenceMatch::search(const Places &from, const Places &to)
{
    const std::int64_t product = std::int64_t(from.size()) * std::int64_t(to.size());
    if (product <= mostOfPiece && product <= m_left) {
        m_left -= product;
        pairAll(from, to, shortestMatch(elementsAt(from, m_from), elementsAt(to, m_to)));
        return true;
    }
    if (m_steps < 0)
        return false;
    const std::optional<MatchedPairs> pairs = nearMatch(elementsAt(from, m_from), elementsAt(to, m_to), m_steps);
    if (pairs)
        pairAll(from, to, *pairs);
    return pairs.has_value();
}

// Positions in `from` and `to` of what stands in both once, or else equally often: first with first, second with
// second.
MatchedPairs SequenceMatch::anchors(const Places &from, const Places &to, bool once) const
{
    const auto isAnchor = [&](int element) {
        const int count = m_fromCount[size_t(element)];
        return count == m_toCount[size_t(element)] && (!once || count == 1);
    };
    // Sorted by element, and by place among equal ones, the anchors of both sides stand in the same order.
    const auto sorted = [&isAnchor](const Places &places, const std::vector<int> &elements) {
        const auto elementOf = [&](int i) { return elements[size_t(places[size_t(i)])]; };
        Places result;
        for (int i = 0; i < static_cast<int>(places.size()); ++i) {
            if (isAnchor(elementOf(i)))
                result.push_back(i);
        }
        std::stable_sort(result.begin(), result.end(), [&](int a, int b) { return elementOf(a) < elementOf(b); });
        return result;
    };
    const Places fromPlaces = sorted(from, m_from);
    const Places toPlaces = sorted(to, m_to);
    MatchedPairs pairs;
    for (size_t i = 0; i < fromPlaces.size(); ++i)
        pairs.emplace_back(fromPlaces[i], toPlaces[i]);
    std::sort(pairs.begin(), pairs.end());
    return longestRising(pairs);
}

void SequenceMatch::cut(const Places &from, const Places &to, const MatchedPairs &anchors, int round)
{
    const auto piece = [](const Places &places, int first, int end) {
        return Places(places.begin() + first, places.begin() + end);
    };
    int fromNext = 0;
    int toNext = 0;
    for (const auto &[fromPlace, toPlace] : anchors) {
        pair(from[size_t(fromPlace)], to[size_t(toPlace)]);
        if (fromPlace > fromNext && toPlace > toNext)
            match(piece(from, fromNext, fromPlace), piece(to, toNext, toPlace), round);
        fromNext = fromPlace + 1;
        toNext = toPlace + 1;
    }
    match(piece(from, fromNext, static_cast<int>(from.size())), piece(to, toNext, static_cast<int>(to.size())), round);
}

} // namespace

MatchedPairs matchSequences(const std::vector<int> &from, const std::vector<int> &to)
{
    return SequenceMatch(from, to).pairs();
}

} // namespace casebook
