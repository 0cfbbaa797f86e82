#pragma once

#include "core/corpus/corpus.h"
#include "core/query/query.h"
#include "core/query/relevance.h"
#include "core/query/soughttexts.h"

#include <QList>
#include <QString>

namespace casebook {

/// Why a case stands where it stands in a result of SortKey::Relevance.
struct Rank {
    enum class Order {
        Relevance, ///< words are asked for
        Field,     ///< the query names a field to sort by
        Usual,     ///< group, year from the newest, title
    };

    Order order = Order::Usual;
    QList<SoughtText> words;         ///< what is asked for
    std::vector<WordRank> wordRanks; ///< of each of them
    Relevance relevance;
    QString path;  ///< of the field to sort by
    QString value; ///< what the case has in it; empty: nothing, so that it comes last
};

/// Looks at one case as the search does; `study` is one of the corpus.
Rank rankOf(const CaseStudy &study, const Query &query, const Corpus &corpus);

/// What decides the order, as a sentence.
QString describeOrder(const Query &query, const Schema &schema);
/// A case's place in that order, as one line: ""rust": a word of the title (6) · side by side (3) · among 20 bytes".
/// Empty in the usual order, which shows by itself.
QString describeRank(const Rank &rank, const Schema &schema);

/// "title", "organization", "claims", "elsewhere", "nowhere": for scripts.
QString placeId(WordRank::Place place);

} // namespace casebook
