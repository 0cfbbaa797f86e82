#include "core/query/relevance.h"

#include "core/query/textmatch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace casebook {

namespace {

// Of each word some places are read, and only while they follow one another: what weighs most stands at the start, and
// to look for a place that may not be there takes reading the whole case once more.
constexpr std::size_t placesRead = 3;
constexpr qsizetype reach = 512; // bytes
constexpr int mostPoints = 0xFFF;
constexpr int mostNearness = 0xF;
constexpr int longestField = 0xFF;
constexpr int digitBits = 12;
constexpr qsizetype near = 16; // bytes
constexpr qsizetype notFar = 80;

/// The first places where a word stands, in bytes.
struct Places {
    std::array<qsizetype, placesRead> starts;
    std::size_t count = 0;
    qsizetype wordSize = 0;

    /// A word that is alone has no neighbours to be near to: its places are read up to the first whole word. `first`:
    /// the first place, or -1.
    Places(QByteArrayView text, const QByteArray &word, qsizetype first, bool alone) : wordSize(word.size())
    {
        for (qsizetype from = 0; count < placesRead; ++count) {
            const auto next = [&] { return findWord(text.first(std::min(text.size(), from + reach)), word, from); };
            starts[count] = count == 0 ? first : next();
            if (starts[count] < 0)
                return;
            from = starts[count] + wordSize;
            if (alone && endsWord(text, from)) {
                ++count;
                return;
            }
        }
    }
};

WordRank::Place placeOf(const CaseStudy &study, qsizetype offset)
{
    if (offset <= study.titleSize)
        return WordRank::Place::Title;
    if (offset < study.headSize)
        return WordRank::Place::Organization;
    return offset < study.claimsEnd ? WordRank::Place::Claims : WordRank::Place::Elsewhere;
}

int sizeOf(const CaseStudy &study, WordRank::Place place)
{
    switch (place) {
    case WordRank::Place::Title:
        return study.titleSize;
    case WordRank::Place::Organization:
        return study.headSize - study.titleSize - 2; // without the ends of the lines
    case WordRank::Place::Claims:
        return study.claimsEnd - study.headSize - 1;
    default:
        return static_cast<int>(study.searchText.size()) - study.claimsEnd;
    }
}

WordRank rankOf(const CaseStudy &study, const Places &places)
{
    WordRank best;
    for (std::size_t i = 0; i < places.count; ++i) {
        const qsizetype start = places.starts[i];
        const WordRank rank{placeOf(study, start), endsWord(study.searchText, start + places.wordSize)};
        if (rank.points() > best.points())
            best = rank;
    }
    return best;
}

/// How near the second word comes to the first: 3 right behind it, 2 near it, 1 not far from it.
int nearnessOf(QByteArrayView text, const Places &first, const Places &second)
{
    int best = 0;
    for (std::size_t i = 0; i < first.count; ++i) {
        const qsizetype end = first.starts[i] + first.wordSize;
        for (std::size_t j = 0; j < second.count; ++j) {
            const qsizetype start = second.starts[j];
            if (start == end || (start == end + 1 && text[end] == ' '))
                return 3;
            const qsizetype gap = start > end ? start - end : first.starts[i] - (start + second.wordSize);
            best = std::max(best, gap <= near ? 2 : gap <= notFar ? 1 : 0);
        }
    }
    return best;
}

/// Sixteen steps for each doubling, so that lengths of every size can be told apart.
int shortness(int size)
{
    const auto bytes = static_cast<quint32>(std::max(size, 1));
    const int doublings = std::bit_width(bytes) - 1;
    const quint32 between = doublings >= 4 ? bytes >> (doublings - 4) : bytes << (4 - doublings);
    return longestField - std::min(longestField, 16 * doublings + static_cast<int>(between & 0xF));
}

} // namespace

int WordRank::points() const
{
    switch (place) {
    case Place::Nowhere:
        return 0;
    case Place::Elsewhere:
        return whole ? 2 : 1;
    case Place::Claims:
        return whole ? 4 : 3;
    default:
        return whole ? 6 : 5;
    }
}

quint32 Relevance::key() const
{
    const int first = std::min(points, mostPoints);
    const int second = std::min(nearness, mostNearness);
    return static_cast<quint32>((((first << 4) | second) << 8) | shortness(fieldSize));
}

Relevance relevanceOf(const CaseStudy &study, const std::vector<QByteArray> &words, std::vector<WordRank> *ranks)
{
    FirstPlaces first(words.size());
    return relevanceOf(study, words, first, ranks);
}

Relevance relevanceOf(const CaseStudy &study, const std::vector<QByteArray> &words, FirstPlaces &first,
                      std::vector<WordRank> *ranks)
{
    Relevance relevance;
    WordRank best;
    std::optional<Places> before;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QByteArray &word = words[i];
        const Places places(study.searchText, word, first.of(i, study.searchText, word), words.size() == 1);
        const WordRank rank = rankOf(study, places);
        if (ranks)
            ranks->push_back(rank);
        relevance.points += rank.points();
        if (rank.points() > best.points())
            best = rank;
        if (before)
            relevance.nearness += nearnessOf(study.searchText, *before, places);
        before = places;
    }
    relevance.fieldSize = sizeOf(study, best.place);
    return relevance;
}

void sortByRelevance(std::vector<int> &positions, const std::vector<quint32> &keys)
{
    constexpr std::size_t digits = 1U << digitBits;
    std::vector<int> sorted(positions.size());
    for (const int shift : {0, digitBits}) {
        // The largest digit comes first.
        const auto digitOf = [&](int position) {
            return digits - 1 - ((keys[static_cast<std::size_t>(position)] >> shift) & (digits - 1));
        };
        std::array<std::size_t, digits + 1> starts{};
        for (const int position : positions)
            ++starts[digitOf(position) + 1];
        for (std::size_t digit = 1; digit <= digits; ++digit)
            starts[digit] += starts[digit - 1];
        for (const int position : positions)
            sorted[starts[digitOf(position)]++] = position;
        positions.swap(sorted);
    }
}

} // namespace casebook
