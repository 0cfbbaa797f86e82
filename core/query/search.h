#pragma once

#include "core/corpus/corpus.h"
#include "core/query/arrangement.h"
#include "core/query/column.h"
#include "core/query/query.h"
#include "core/query/searchresult.h"

#include <QHash>

#include <memory>
#include <vector>

namespace casebook {

class Conditions;
class FacetCounter;
class Ordering;

/// Answers queries over a corpus. Keeps columns and an order between queries; of one thread, and uses others while it
/// runs.
///
/// The window and the command line both ask here, so they give the same answer in the same order.
class Search {
public:
    /// The corpus must outlive the search.
    explicit Search(const Corpus &corpus);
    ~Search();

    /// To be called when cases were added at the end of the corpus, and nothing else changed. Cheap: what is known of
    /// the other cases is kept.
    void corpusGrew();
    /// To be called after any other change.
    void corpusChanged();

    SearchResult run(const Query &query, const Arrangement &arrangement);
    /// The fields that can make the groups: choices, lists and years, the group role's first.
    static QStringList groupingPaths(const Schema &schema);

private:
    struct Matches;

    Column &column(const QString &path);
    const std::vector<int> &orderFor(const Query &query, SortKey sort);
    Matches match(const Conditions &conditions, const std::vector<QByteArray> &words, FacetCounter &counter) const;
    /// The cases that match, in order.
    std::vector<int> positionsFor(const Query &query, const Conditions &conditions, SortKey sort,
                                  FacetCounter &counter);

    const Corpus &m_corpus;
    QHash<QString, std::shared_ptr<Column>> m_columns; ///< by path
    std::unique_ptr<Ordering> m_ordering;              ///< the one last asked for
};

} // namespace casebook
