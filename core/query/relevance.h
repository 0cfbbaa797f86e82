#pragma once

#include "core/corpus/casestudy.h"
#include "core/query/firstplaces.h"

#include <QByteArray>

#include <vector>

namespace casebook {

/// How well a word answers in a case, at the best of the first few places where it stands.
struct WordRank {
    enum class Place { Nowhere, Elsewhere, Claims, Organization, Title };

    Place place = Place::Nowhere; ///< title and organization weigh the same
    bool whole = false;           ///< not only the beginning of a word there

    /// 0 for nowhere, up to 6.
    int points() const;
    bool operator==(const WordRank &) const = default;
};

/// How well a case answers the words and phrases of a query, with the reasons. What comes first decides; cases that are
/// alike in all of it stay in their order.
struct Relevance {
    int points = 0;    ///< of all words
    int nearness = 0;  ///< 3 for each two neighbours of the query that stand side by side, 2 or 1 if near
    int fieldSize = 0; ///< bytes of the field where the best word stands: the shorter, the better

    /// All of it as one number below 2^24, the larger the better.
    quint32 key() const;
};

/// `words`: as SoughtText has them, folded. To `ranks` the rank of each is appended.
Relevance relevanceOf(const CaseStudy &study, const std::vector<QByteArray> &words,
                      std::vector<WordRank> *ranks = nullptr);
/// The same, where some of the words may have been looked for already.
Relevance relevanceOf(const CaseStudy &study, const std::vector<QByteArray> &words, FirstPlaces &first,
                      std::vector<WordRank> *ranks = nullptr);

/// Puts positions of a larger key before others, and leaves those of the same in their order. `keys`: by position.
void sortByRelevance(std::vector<int> &positions, const std::vector<quint32> &keys);

} // namespace casebook
