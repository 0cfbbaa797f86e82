#include "core/query/search.h"

#include "core/evidence/evidencefields.h"
#include "core/query/caseset.h"
#include "core/query/chunks.h"
#include "core/query/conditions.h"
#include "core/query/facetcounter.h"
#include "core/query/grouping.h"
#include "core/query/narrowing.h"
#include "core/query/ordering.h"
#include "core/query/relevance.h"
#include "core/sources/linkfields.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr std::size_t orderingsKept = 4; // so that one can come back from another order
constexpr qsizetype answersKept = 8;     // so that rubbing letters out is as quick as typing them

/// Cases lie scattered in memory, and waiting for them takes longer than reading them: asks for those that come next.
/// Inline by force: GCC takes a function that only asks ahead for one without effect, and leaves out its calls.
template<typename PositionAt>
Q_ALWAYS_INLINE void fetchAhead(const Corpus &corpus, int index, int end, PositionAt positionAt)
{
    constexpr int casesAhead = 16;
    constexpr int textsAhead = 6;
    if (index + casesAhead < end)
        __builtin_prefetch(&corpus.at(positionAt(index + casesAhead))->searchText);
    if (index + textsAhead < end) {
        const char *const text = corpus.at(positionAt(index + textsAhead))->searchText.constData();
        for (int line = 0; line < 4; ++line)
            __builtin_prefetch(text + 64 * line);
    }
}

} // namespace

/// What has become of each case.
struct Search::Matches {
    std::vector<char> in;                 ///< by position
    std::vector<quint32> keys;            ///< by position, where words are asked for: Relevance::key()
    std::vector<int> left;                ///< the positions that are in, or counted by a facet
    std::vector<FacetCounter::Lone> lone; ///< those counted by a facet alone
};

Search::Search(const Corpus &corpus) : m_corpus(&corpus) {}

Search::~Search() = default;

void Search::corpusGrew()
{
    m_answers.clear();
    for (const std::shared_ptr<Column> &column : std::as_const(m_columns))
        column->extend(*m_corpus);
}

void Search::sourceFactsChanged()
{
    m_answers.clear();
    std::erase_if(m_orderings, [](const auto &ordering) { return isSourceField(ordering->key().path); });
    for (const QStringView path : {linkField, needsField})
        m_columns.remove(path.toString());
}

void Search::corpusChanged()
{
    m_answers.clear();
    m_orderings.clear();
    m_columns.clear();
}

void Search::corpusGrew(const Corpus &corpus)
{
    m_corpus = &corpus;
    corpusGrew();
}

void Search::corpusChanged(const Corpus &corpus)
{
    m_corpus = &corpus;
    corpusChanged();
}

Column &Search::column(const QString &path)
{
    std::shared_ptr<Column> &column = m_columns[path];
    if (!column)
        column = std::make_shared<Column>(path, Column::Spellings::Together);
    column->extend(*m_corpus);
    return *column;
}

const std::vector<int> &Search::orderFor(const Query &query, SortKey sort)
{
    OrderKey key{query.sortPath, query.sortDescending, SortKey::Title};
    if (query.sortPath.isEmpty())
        key = sort == SortKey::Evidence ? OrderKey{evidenceField.toString(), true, SortKey::Title}
                                        : OrderKey{{}, false, sort};
    auto known =
        std::find_if(m_orderings.begin(), m_orderings.end(), [&](const auto &one) { return one->key() == key; });
    if (known == m_orderings.end()) {
        if (m_orderings.size() == orderingsKept)
            m_orderings.pop_back();
        known = m_orderings.insert(m_orderings.begin(), std::make_unique<Ordering>(key));
    }
    std::rotate(m_orderings.begin(), known, known + 1);
    m_orderings.front()->extend(*m_corpus);
    return m_orderings.front()->positions();
}

const std::vector<int> *Search::known(const Query &query, const QStringList &joinAll) const
{
    const std::vector<int> *fewest = nullptr;
    for (const Known &answer : m_answers) {
        const bool fewer = !fewest || answer.left.size() < fewest->size();
        if (fewer && answer.size == m_corpus->size() && answer.joinAll == joinAll && narrows(query, answer.query))
            fewest = &answer.left;
    }
    return fewest;
}

void Search::remember(const Query &query, const QStringList &joinAll, std::vector<int> left)
{
    m_answers.removeIf(
        [&](const Known &answer) { return answer.query.terms == query.terms && answer.joinAll == joinAll; });
    m_answers.prepend({query, joinAll, m_corpus->size(), std::move(left)});
    if (m_answers.size() > answersKept)
        m_answers.removeLast();
}

Search::Matches Search::match(const Conditions &conditions, const std::vector<QByteArray> &words,
                              const std::vector<int> *among, const std::atomic<bool> &cancelled) const
{
    Matches matches;
    matches.in.resize(static_cast<std::size_t>(m_corpus->size()));
    matches.keys.resize(words.empty() ? 0 : matches.in.size());
    const int size = among ? static_cast<int>(among->size()) : m_corpus->size();
    const auto positionAt = [among](int index) { return among ? (*among)[static_cast<std::size_t>(index)] : index; };
    struct Part {
        std::vector<int> left;
        std::vector<FacetCounter::Lone> lone;
    };
    std::vector<Part> parts(static_cast<std::size_t>(size / chunkSize + 1)); // by chunk
    forEachChunk(0, size, [&](const Chunk &chunk) {
        if (cancelled)
            return;
        Part &part = parts[static_cast<std::size_t>(chunk.begin / chunkSize)];
        FirstPlaces first(conditions.words().size());
        for (int index = chunk.begin; index < chunk.end; ++index) {
            fetchAhead(*m_corpus, index, size, positionAt);
            const int position = positionAt(index);
            const CaseStudy &study = *m_corpus->at(position);
            first.clear();
            const CaseState state = conditions.stateOf(study, position, first);
            if (state.isOut())
                continue;
            part.left.push_back(position);
            if (!state.isIn()) {
                part.lone.push_back({position, state});
                continue;
            }
            matches.in[static_cast<std::size_t>(position)] = 1;
            if (!words.empty())
                matches.keys[static_cast<std::size_t>(position)] = relevanceOf(study, words, first).key();
        }
    });
    for (const Part &part : parts) {
        matches.left.insert(matches.left.end(), part.left.begin(), part.left.end());
        matches.lone.insert(matches.lone.end(), part.lone.begin(), part.lone.end());
    }
    return matches;
}

std::vector<int> Search::positionsFor(const Query &query, const Conditions &conditions, const Arrangement &arrangement,
                                      FacetCounter &counter, const std::atomic<bool> &cancelled)
{
    const std::vector<int> &order = orderFor(query, arrangement.sort);
    if (conditions.isEmpty()) {
        counter.countEverything();
        return order;
    }
    const bool byRelevance = query.sortPath.isEmpty() && arrangement.sort == SortKey::Relevance;
    const std::vector<QByteArray> words = byRelevance ? conditions.words() : std::vector<QByteArray>();
    Matches matches = match(conditions, words, known(query, arrangement.joinAll), cancelled);
    if (cancelled)
        return {};
    CaseSet in(m_corpus->size());
    in.insertMarked(matches.in);
    counter.count(in, matches.lone);
    std::vector<int> positions;
    positions.reserve(matches.left.size() - matches.lone.size());
    std::copy_if(order.begin(), order.end(), std::back_inserter(positions),
                 [&](int position) { return matches.in[static_cast<std::size_t>(position)] != 0; });
    if (!words.empty())
        sortByRelevance(positions, matches.keys);
    remember(query, arrangement.joinAll, std::move(matches.left));
    return positions;
}

SearchResult Search::run(const Query &query, const Arrangement &arrangement)
{
    const std::atomic<bool> never = false;
    return *run(query, arrangement, never);
}

std::optional<SearchResult> Search::run(const Query &query, const Arrangement &arrangement,
                                        const std::atomic<bool> &cancelled)
{
    const Schema &schema = m_corpus->schema();
    const QStringList facetPaths = schema.facetPaths();
    std::vector<Column *> facetColumns;
    for (const QString &path : facetPaths)
        facetColumns.push_back(&column(path));
    const Conditions::ColumnOf columnOf = [this](const QString &path) -> Column & { return column(path); };
    const Conditions conditions(query, *m_corpus, facetPaths, arrangement.joinAll, columnOf);
    FacetCounter counter(facetColumns);
    const std::vector<int> positions = positionsFor(query, conditions, arrangement, counter, cancelled);
    if (cancelled)
        return std::nullopt;

    const QString groupPath = arrangement.groupPath.isEmpty() ? schema.fieldOf(role::group) : arrangement.groupPath;
    SearchResult result;
    result.total = m_corpus->size();
    result.facets = counter.facets(query, schema, arrangement.joinAll);
    result.groups = groupCases(positions, groupPath.isEmpty() ? nullptr : &column(groupPath), schema);
    result.order = positionsOf(result.groups, m_corpus->size());
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
