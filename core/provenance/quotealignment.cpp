#include "core/provenance/quotealignment.h"

#include <algorithm>
#include <utility>

namespace casebook {

namespace {

// Ways are compared by their changes first, and then by how many words are equal.
constexpr int change = 4096;
constexpr int equal = -1;

constexpr int wordsOfInsertion = 8; // of the page that "[like this]" may stand for

/// Where the best way to a cell comes from.
enum class Step : quint8 {
    Start,
    Equal,
    Other,     ///< another word instead
    OfPage,    ///< a word that the page has more
    OfQuote,   ///< a word that the page does not have
    PageTwo,   ///< two words of the page, with a dash between, are one of the quote
    QuoteTwo,  ///< the other way round
    GapOpens,  ///< a gap begins
    GapWidens, ///< a word of the page falls into it
};

class Aligner {
public:
    Aligner(const QuotePattern &pattern, const PageText &page, int first, int last)
        : m_steps(pattern.steps), m_words(page.words()), m_first(first), m_width(last - first)
    {
    }

    QuoteAlignment align()
    {
        const std::size_t columns = static_cast<std::size_t>(m_width) + 1;
        m_from.assign((m_steps.size() + 1) * columns, Step::Start);
        std::vector<int> previous(columns, 0);
        std::vector<int> beforePrevious;
        for (std::size_t row = 1; row <= m_steps.size(); ++row) {
            std::vector<int> current = m_steps[row - 1].kind == QuoteStep::Kind::Word
                ? wordRow(row, previous, beforePrevious)
                : gapRow(row, previous);
            beforePrevious = std::exchange(previous, std::move(current));
        }
        const auto best = std::min_element(previous.begin(), previous.end());
        return traced(static_cast<int>(best - previous.begin()));
    }

private:
    const TextWord &wordAt(int column) const { return m_words[static_cast<std::size_t>(m_first + column - 1)]; }
    Step &from(std::size_t row, int column)
    {
        return m_from[row * (static_cast<std::size_t>(m_width) + 1) + static_cast<std::size_t>(column)];
    }

    std::vector<int> wordRow(std::size_t row, const std::vector<int> &previous, const std::vector<int> &beforePrevious);
    std::vector<int> gapRow(std::size_t row, const std::vector<int> &previous);
    QuoteAlignment traced(int column);

    const std::vector<QuoteStep> &m_steps;
    const std::vector<TextWord> &m_words;
    int m_first;
    int m_width;
    std::vector<Step> m_from;
};

std::vector<int> Aligner::wordRow(std::size_t row, const std::vector<int> &previous,
                                  const std::vector<int> &beforePrevious)
{
    const QuoteStep &step = m_steps[row - 1];
    const quint64 joined = step.word.joinedKey;
    const bool canJoin = joined != 0 && row >= 2 && m_steps[row - 2].kind == QuoteStep::Kind::Word;
    std::vector<int> current(previous.size());
    current[0] = previous[0] + change;
    from(row, 0) = Step::OfQuote;
    for (int column = 1; column <= m_width; ++column) {
        const auto at = static_cast<std::size_t>(column);
        const TextWord &word = wordAt(column);
        const bool isEqual = word.key == step.word.key || (step.otherKey != 0 && word.key == step.otherKey);
        int best = previous[at - 1] + (isEqual ? equal : change);
        Step way = isEqual ? Step::Equal : Step::Other;
        const auto consider = [&](int cost, Step other) {
            if (cost < best) {
                best = cost;
                way = other;
            }
        };
        consider(previous[at] + change, Step::OfQuote);
        consider(current[at - 1] + change, Step::OfPage);
        if (column >= 2 && word.joinedKey != 0 && word.joinedKey == step.word.key)
            consider(previous[at - 2] + equal, Step::PageTwo);
        if (canJoin && word.key == joined)
            consider(beforePrevious[at - 1] + 2 * equal, Step::QuoteTwo);
        current[at] = best;
        from(row, column) = way;
    }
    return current;
}

std::vector<int> Aligner::gapRow(std::size_t row, const std::vector<int> &previous)
{
    const bool isBounded = m_steps[row - 1].kind == QuoteStep::Kind::Insertion;
    std::vector<int> current = previous;
    int opened = 0; // the column in which the gap begins that ends here
    for (int column = 0; column <= m_width; ++column) {
        const auto at = static_cast<std::size_t>(column);
        from(row, column) = Step::GapOpens;
        const bool fits = column > 0 && (!isBounded || column - opened <= wordsOfInsertion);
        if (fits && current[at - 1] < previous[at]) {
            current[at] = current[at - 1];
            from(row, column) = Step::GapWidens;
        } else {
            opened = column;
        }
    }
    return current;
}

QuoteAlignment Aligner::traced(int column)
{
    QuoteAlignment alignment;
    std::size_t row = m_steps.size();
    const auto add = [&](bool ofQuote, bool ofPage, bool isEqual) {
        alignment.pairs.push_back(
            {ofQuote ? static_cast<int>(row) - 1 : -1, ofPage ? m_first + column - 1 : -1, isEqual});
        alignment.equal += ofQuote && isEqual ? 1 : 0;
        alignment.cost += isEqual ? 0 : 1;
        row -= ofQuote ? 1 : 0;
        column -= ofPage ? 1 : 0;
    };
    while (row > 0) {
        switch (from(row, column)) {
        case Step::Equal:
        case Step::Other:
            add(true, true, from(row, column) == Step::Equal);
            break;
        case Step::OfPage:
            add(false, true, false);
            break;
        case Step::OfQuote:
            add(true, false, false);
            break;
        case Step::PageTwo:
            add(true, true, true);
            --column;
            alignment.pairs.push_back({-1, m_first + column, true});
            break;
        case Step::QuoteTwo:
            add(true, true, true);
            alignment.pairs.push_back({static_cast<int>(row) - 1, -1, true});
            ++alignment.equal;
            --row;
            break;
        case Step::GapOpens:
        case Step::Start:
            --row;
            break;
        case Step::GapWidens:
            --column;
            break;
        }
    }
    std::reverse(alignment.pairs.begin(), alignment.pairs.end());
    return alignment;
}

} // namespace

QuoteAlignment alignQuote(const QuotePattern &pattern, const PageText &page, int first, int last)
{
    return Aligner(pattern, page, first, last).align();
}

} // namespace casebook
