#include "core/query/search.h"

#include "core/query/chunks.h"
#include "core/query/conditions.h"
#include "core/query/facetcounter.h"
#include "core/query/grouping.h"
#include "core/query/ordering.h"
#include "core/query/relevance.h"

#include <mutex>

namespace casebook {

Search::Search(const Corpus &corpus) : m_corpus(corpus) {}

Search::~Search() = default;

void Search::corpusGrew()
{
    QList<std::shared_ptr<Column>> columns = m_columns.values();
    QtConcurrent::blockingMap(columns, [this](const std::shared_ptr<Column> &column) { column->extend(m_corpus); });
}

void Search::corpusChanged()
{
    m_ordering.reset();
    m_columns.clear();
}

Column &Search::column(const QString &path)
{
    std::shared_ptr<Column> &column = m_columns[path];
    if (!column)
        column = std::make_shared<Column>(path);
    column->extend(m_corpus);
    return *column;
}

const std::vector<int> &Search::orderFor(const Query &query, SortKey sort)
{
    const bool byField = !query.sortPath.isEmpty();
    const OrderKey key{query.sortPath, byField && query.sortDescending, byField ? SortKey::Title : sort};
    if (!m_ordering || m_ordering->key() != key)
        m_ordering = std::make_unique<Ordering>(key);
    m_ordering->extend(m_corpus);
    return m_ordering->positions();
}

std::vector<int> Search::matching(const Conditions &conditions, const std::vector<int> &order,
                                  FacetCounter &counter) const
{
    if (conditions.isEmpty()) {
        counter.addAll();
        return order;
    }
    std::vector<CaseState> states(order.size());
    std::mutex merging;
    const FacetCounter none = counter;
    forEachChunk(0, m_corpus.size(), [&](const Chunk &chunk) {
        FacetCounter own = none;
        for (int position = chunk.begin; position < chunk.end; ++position) {
            const CaseState state = conditions.stateOf(*m_corpus.at(position), position);
            states[static_cast<std::size_t>(position)] = state;
            own.add(position, state);
        }
        const std::lock_guard lock(merging);
        counter.add(own);
    });
    std::vector<int> positions;
    std::copy_if(order.begin(), order.end(), std::back_inserter(positions),
                 [&](int position) { return states[static_cast<std::size_t>(position)] == caseIsIn; });
    return positions;
}

SearchResult Search::run(const Query &query, const Arrangement &arrangement)
{
    const Schema &schema = m_corpus.schema();
    const QStringList facetPaths = schema.facetPaths();
    std::vector<Column *> facetColumns;
    for (const QString &path : facetPaths)
        facetColumns.push_back(&column(path));
    const Conditions conditions(query, schema, facetPaths,
                                [this](const QString &path) -> const Column & { return column(path); });
    FacetCounter counter(facetColumns);
    std::vector<int> positions = matching(conditions, orderFor(query, arrangement.sort), counter);
    if (query.sortPath.isEmpty() && arrangement.sort == SortKey::Relevance && !conditions.wanted().empty())
        sortByRelevance(positions, m_corpus, conditions.wanted());

    const QString groupPath = arrangement.groupPath.isEmpty() ? schema.fieldOf(role::group) : arrangement.groupPath;
    SearchResult result;
    result.total = m_corpus.size();
    result.facets = counter.facets(query, schema);
    result.groups = groupCases(positions, groupPath.isEmpty() ? nullptr : &column(groupPath), schema);
    result.order = positionsOf(result.groups, m_corpus.size());
    return result;
}

QStringList Search::groupingPaths(const Schema &schema)
{
    QStringList paths;
    for (const Field &field : schema.fields) {
        const bool groups = field.type == FieldType::Choice || field.type == FieldType::Year
            || (field.type == FieldType::List && field.id != schema.fieldOf(role::related));
        if (groups || field.id == schema.fieldOf(role::organization))
            paths.append(field.id);
        for (const Field &part : field.fields) {
            if (part.type == FieldType::Choice && part.facet)
                paths.append(field.id + u'.' + part.id);
        }
    }
    const QString group = schema.fieldOf(role::group);
    if (!group.isEmpty()) {
        paths.removeAll(group);
        paths.prepend(group);
    }
    return paths;
}

} // namespace casebook
