#pragma once

#include "core/provenance/pagetext.h"
#include "core/provenance/quotepattern.h"

#include <vector>

namespace casebook {

/// How a quote lies over a stretch of a page, with the fewest words changed, and among such ways the most equal.
struct QuoteAlignment {
    /// What became of one word of the quote or of the page.
    struct Pair {
        int step = -1; ///< of the pattern; -1: a word that the page has more
        int word = -1; ///< of the page; -1: the page has nothing for the step
        bool isEqual = false;
    };

    int cost = 0;                 ///< words that are not equal, on either side
    int equal = 0;                ///< words of the quote that are
    std::vector<Pair> pairs = {}; ///< in order; nothing for what stands in gaps

    bool operator<(const QuoteAlignment &other) const { return cost - equal < other.cost - other.equal; }
};

/// Lays a pattern over the words [first, last) of a page, as anywhere among them as it fits best. Takes time and memory
/// in proportion to the product of both: to be asked for some thousand words at most.
QuoteAlignment alignQuote(const QuotePattern &pattern, const PageText &page, int first, int last);

} // namespace casebook
