#pragma once

#include "core/corpus/corpus.h"
#include "core/query/arrangement.h"
#include "core/query/column.h"
#include "core/query/query.h"
#include "core/query/searchresult.h"

#include <QHash>
#include <QList>

#include <atomic>
#include <memory>
#include <optional>
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
    /// To be called when what is known of the corpus's sources has changed, and nothing else.
    void sourceFactsChanged();
    /// To be called after any other change.
    void corpusChanged();
    /// The same, where the corpus has become another object, which must outlive the search.
    void corpusGrew(const Corpus &corpus);
    void corpusChanged(const Corpus &corpus);

    SearchResult run(const Query &query, const Arrangement &arrangement);
    /// The same in steps, between which another thread may cancel it; then there is no answer.
    std::optional<SearchResult> run(const Query &query, const Arrangement &arrangement,
                                    const std::atomic<bool> &cancelled);
    /// The fields that can make the groups: choices, lists and years, the group role's first.
    static QStringList groupingPaths(const Schema &schema);

private:
    struct Matches;
    /// An answer that was given: a query that only asks for more is asked of these cases alone.
    struct Known {
        Query query;
        QStringList joinAll;
        int size;              ///< of the corpus
        std::vector<int> left; ///< the positions that matter for the result or a count, ascending
    };

    Column &column(const QString &path);
    const std::vector<int> &orderFor(const Query &query, SortKey sort);
    /// The smallest known set of positions outside which nothing matters for a query; null: all.
    const std::vector<int> *known(const Query &query, const QStringList &joinAll) const;
    void remember(const Query &query, const QStringList &joinAll, std::vector<int> left);
    Matches match(const Conditions &conditions, const std::vector<QByteArray> &words, const std::vector<int> *among,
                  const std::atomic<bool> &cancelled) const;
    /// The cases that match, in order.
    std::vector<int> positionsFor(const Query &query, const Conditions &conditions, const Arrangement &arrangement,
                                  FacetCounter &counter, const std::atomic<bool> &cancelled);

    const Corpus *m_corpus;
    QHash<QString, std::shared_ptr<Column>> m_columns;  ///< by path
    std::vector<std::unique_ptr<Ordering>> m_orderings; ///< the ones last asked for, the newest first
    QList<Known> m_answers;                             ///< the last ones, the newest first
};

} // namespace casebook
