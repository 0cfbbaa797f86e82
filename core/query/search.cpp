#include "core/query/search.h"

#include "core/corpus/evidencefields.h"
#include "core/query/chunks.h"
#include "core/query/conditions.h"
#include "core/query/facetcounter.h"
#include "core/query/grouping.h"
#include "core/query/ordering.h"
#include "core/query/relevance.h"
#include "core/query/soughttexts.h"

#include <mutex>

namespace casebook {

namespace {

/// Cases lie scattered in memory, and waiting for them takes longer than reading them: asks for those that come next.
/// Inline by force: GCC takes a function that only asks ahead for one without effect, and leaves out its calls.
Q_ALWAYS_INLINE void fetchAhead(const Corpus &corpus, int position)
{
    constexpr int casesAhead = 16;
    constexpr int textsAhead = 6;
    if (position + casesAhead < corpus.size())
        __builtin_prefetch(&corpus.at(position + casesAhead)->searchText);
    if (position + textsAhead < corpus.size()) {
        const char *const text = corpus.at(position + textsAhead)->searchText.constData();
        for (int line = 0; line < 4; ++line)
            __builtin_prefetch(text + 64 * line);
    }
}

} // namespace

/// What has become of each case, by position.
struct Search::Matches {
    std::vector<char> in;
    std::vector<quint16> relevances; ///< where words are asked for
};

Search::Search(const Corpus &corpus) : m_corpus(corpus) {}

Search::~Search() = default;

void Search::corpusGrew()
{
    for (const std::shared_ptr<Column> &column : std::as_const(m_columns))
        column->extend(m_corpus);
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
        column = std::make_shared<Column>(path, Column::Spellings::Together);
    column->extend(m_corpus);
    return *column;
}

const std::vector<int> &Search::orderFor(const Query &query, SortKey sort)
{
    OrderKey key{query.sortPath, query.sortDescending, SortKey::Title};
    if (query.sortPath.isEmpty())
        key = sort == SortKey::Evidence ? OrderKey{evidenceField.toString(), true, SortKey::Title}
                                        : OrderKey{{}, false, sort};
    if (!m_ordering || m_ordering->key() != key)
        m_ordering = std::make_unique<Ordering>(key);
    m_ordering->extend(m_corpus);
    return m_ordering->positions();
}

Search::Matches Search::match(const Conditions &conditions, const std::vector<QByteArray> &words,
                              FacetCounter &counter) const
{
    Matches matches;
    matches.in.resize(static_cast<std::size_t>(m_corpus.size()));
    matches.relevances.resize(words.empty() ? 0 : matches.in.size());
    std::mutex merging;
    const FacetCounter none = counter;
    forEachChunk(0, m_corpus.size(), [&](const Chunk &chunk) {
        FacetCounter own = none;
        for (int position = chunk.begin; position < chunk.end; ++position) {
            fetchAhead(m_corpus, position);
            const CaseStudy &study = *m_corpus.at(position);
            const auto index = static_cast<std::size_t>(position);
            const CaseState state = conditions.stateOf(study, position);
            matches.in[index] = state.isIn();
            if (state.isIn() && !matches.relevances.empty())
                matches.relevances[index] = relevanceOf(study, words);
            own.add(position, state);
        }
        const std::lock_guard lock(merging);
        counter.add(own);
    });
    return matches;
}

std::vector<int> Search::positionsFor(const Query &query, const Conditions &conditions, SortKey sort,
                                      FacetCounter &counter)
{
    const std::vector<int> &order = orderFor(query, sort);
    if (conditions.isEmpty()) {
        counter.addAll();
        return order;
    }
    std::vector<QByteArray> words;
    for (const SoughtText &sought : soughtTexts(query, m_corpus.schema())) {
        if (sought.path.isEmpty())
            words.push_back(sought.text);
    }
    const Matches matches = match(conditions, words, counter);
    std::vector<int> positions;
    std::copy_if(order.begin(), order.end(), std::back_inserter(positions),
                 [&](int position) { return matches.in[static_cast<std::size_t>(position)] != 0; });
    if (query.sortPath.isEmpty() && sort == SortKey::Relevance && !matches.relevances.empty())
        sortByRelevance(positions, matches.relevances);
    return positions;
}

SearchResult Search::run(const Query &query, const Arrangement &arrangement)
{
    const Schema &schema = m_corpus.schema();
    const QStringList facetPaths = schema.facetPaths();
    std::vector<Column *> facetColumns;
    for (const QString &path : facetPaths)
        facetColumns.push_back(&column(path));
    const Conditions::ColumnOf columnOf = [this](const QString &path) -> Column & { return column(path); };
    const Conditions conditions(query, m_corpus, facetPaths, arrangement.joinAll, columnOf);
    FacetCounter counter(facetColumns);
    const std::vector<int> positions = positionsFor(query, conditions, arrangement.sort, counter);

    const QString groupPath = arrangement.groupPath.isEmpty() ? schema.fieldOf(role::group) : arrangement.groupPath;
    SearchResult result;
    result.total = m_corpus.size();
    result.facets = counter.facets(query, schema, arrangement.joinAll);
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
    for (const Field &field : schema.computed) {
        if (field.facet)
            paths.append(field.id);
    }
    const QString group = schema.fieldOf(role::group);
    if (!group.isEmpty()) {
        paths.removeAll(group);
        paths.prepend(group);
    }
    return paths;
}

} // namespace casebook
