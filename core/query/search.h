#pragma once

#include "core/corpus/corpus.h"
#include "core/query/column.h"
#include "core/query/query.h"

#include <QList>

#include <memory>
#include <vector>

namespace casebook {

/// The order of cases within a group.
enum class SortKey {
    Relevance, ///< where words are asked for; else group, year descending, title
    Year,      ///< newest first
    Title,
    Organization,
};

/// How a result is laid out.
struct Arrangement {
    QString groupPath; ///< the field that makes the groups; empty: the group role's
    SortKey sort = SortKey::Relevance;

    bool operator==(const Arrangement &) const = default;
};

/// The cases of a result that share a value of the grouping field.
struct ResultGroup {
    QString value; ///< empty for the cases without one
    QString label;
    QString description;
    QString color; ///< see Group; may be empty
    std::vector<int> rows; ///< positions in the corpus, in order
};

struct FacetValue {
    QString value;
    QString label;
    int count = 0; ///< of the cases that all other fields' conditions leave
    FacetState state = FacetState::Off;
};

struct Facet {
    QString path;
    QString label;
    FieldType type = FieldType::Choice;
    QList<FacetValue> values; ///< in an order that filters do not change: years ascending, else most frequent first
    bool active = false;      ///< the query has a condition on this field
};

struct SearchResult {
    std::vector<ResultGroup> groups; ///< without empty ones
    std::vector<int> order; ///< every matching position once, in order of first appearance in the groups
    int total = 0;          ///< cases in the corpus
    QList<Facet> facets;

    int matches() const { return static_cast<int>(order.size()); }
};

/// Answers queries over a corpus. Keeps columns and orders between queries; of one thread, and uses others while it runs.
///
/// The window and the command line both ask here, so they give the same answer in the same order.
class Search {
public:
    /// The corpus must outlive the search.
    explicit Search(const Corpus &corpus);
    ~Search();

    /// To be called when cases were added at the end of the corpus, and nothing else changed. Cheap.
    void corpusGrew();
    /// To be called after any other change.
    void corpusChanged();

    SearchResult run(const Query &query, const Arrangement &arrangement);
    /// The fields that can make the groups: choices, lists and years, the group role's first.
    static QStringList groupingPaths(const Schema &schema);

private:
    struct Plan;

    Column &column(const QString &path);
    const std::vector<int> &orderFor(const QString &path, bool descending, SortKey key);
    Plan planFor(const Query &query);
    std::vector<uchar> match(const Plan &plan);
    QList<Facet> countFacets(const Query &query, const Plan &plan, const std::vector<uchar> &states);
    void arrange(SearchResult &result, std::vector<int> rows, const Arrangement &arrangement);

    const Corpus &m_corpus;
    QHash<QString, std::shared_ptr<Column>> m_columns; ///< by path
    std::vector<int> m_order; ///< every position, sorted as m_orderName says
    QString m_orderName;
};

} // namespace casebook
