#include "core/query/conditions.h"

#include "core/base/fold.h"
#include "core/query/chunks.h"
#include "core/query/fieldtest.h"
#include "core/query/ordinal.h"
#include "core/query/period.h"
#include "core/query/soughttexts.h"
#include "core/query/textmatch.h"

#include <algorithm>

namespace casebook {

namespace {

/// Which facet alone keeps a case out, if one does.
class Failures {
public:
    /// Answers whether the case is out for every facet.
    bool add(int facet)
    {
        if (facet < 0 || (m_state.facet >= 0 && m_state.facet != facet))
            return true;
        m_state.facet = facet;
        return false;
    }
    bool add(int facet, int value)
    {
        m_state.value = value;
        return add(facet);
    }
    CaseState state() const { return m_state; }

private:
    CaseState m_state;
};

/// The words and phrases that a query looks for anywhere, folded.
std::vector<QByteArray> wordsOf(const Query &query, const Schema &schema)
{
    std::vector<QByteArray> words;
    for (const SoughtText &sought : soughtTexts(query, schema)) {
        if (sought.path.isEmpty())
            words.push_back(sought.text);
    }
    return words;
}

constexpr CaseState out{CaseState::noFacet, -1};

bool isOwn(const QueryTerm &term, FacetJoin join)
{
    switch (term.kind) {
    case QueryTerm::Kind::Field:
        return !term.excluded && join == FacetJoin::Any;
    case QueryTerm::Kind::Range:
    case QueryTerm::Kind::Missing:
        return !term.excluded;
    case QueryTerm::Kind::Has:
        return term.excluded;
    default:
        return false;
    }
}

/// Asks a test about every distinct value of a column, on all cores.
template<typename Test>
std::vector<char> askedOfValues(Column &column, Test test)
{
    const std::vector<QByteArray> &folded = column.folded();
    std::vector<char> hits(folded.size());
    forEachChunk(0, static_cast<int>(folded.size()), [&](const Chunk &chunk) {
        for (int number = chunk.begin; number < chunk.end; ++number) {
            const auto index = static_cast<std::size_t>(number);
            hits[index] = static_cast<char>(test(column.values().at(number), folded[index]));
        }
    });
    return hits;
}

} // namespace

Conditions::Conditions(const Query &query, const Corpus &corpus, const QStringList &facetPaths,
                       const QStringList &joinAll, const ColumnOf &columnOf)
    : m_corpus(corpus), m_columnOf(columnOf), m_words(wordsOf(query, corpus.schema()))
{
    for (const QueryTerm &term : query.terms) {
        const auto facet = static_cast<int>(term.path.isEmpty() ? -1 : facetPaths.indexOf(term.path));
        const FacetJoin join =
            query.facetJoin(term.path, joinAll.contains(term.path) ? FacetJoin::All : FacetJoin::Any);
        if (facet >= 0 && term.excluded && term.kind == QueryTerm::Kind::Field) {
            addExclusion(term, facet);
        } else if (facet >= 0 && isOwn(term, join)) {
            m_own.push_back(checkOf(term));
            m_own.back().facet = facet;
        } else if (Check check = checkOf(term); check.kind != Kind::Text || !check.needle.isEmpty()) {
            m_checks.push_back(std::move(check));
        }
    }
    sortByCost(m_checks);
}

/// Marks alone fold to nothing, and nothing stands everywhere: such words are left out.
std::vector<Conditions::Check> Conditions::checksOf(const QList<QueryTerm> &terms) const
{
    std::vector<Check> checks;
    for (const QueryTerm &term : terms) {
        if (Check check = checkOf(term); check.kind != Kind::Text || !check.needle.isEmpty())
            checks.push_back(std::move(check));
    }
    sortByCost(checks);
    return checks;
}

Conditions::Check Conditions::checkOf(const QueryTerm &term) const
{
    Check check;
    check.excluded = term.excluded;
    switch (term.kind) {
    case QueryTerm::Kind::Word:
    case QueryTerm::Kind::Phrase:
        check.needle = fold(term.text.simplified());
        if (const auto word = std::find(m_words.begin(), m_words.end(), check.needle); word != m_words.end())
            check.word = static_cast<int>(word - m_words.begin());
        break;
    case QueryTerm::Kind::Broken:
        check.kind = Kind::Broken;
        break;
    case QueryTerm::Kind::Has:
    case QueryTerm::Kind::Missing:
        check.kind = Kind::Presence;
        check.excluded = (term.kind == QueryTerm::Kind::Missing) != term.excluded;
        check.path = term.path;
        check.column = m_corpus.schema().isComputed(term.path) ? &m_columnOf(term.path) : nullptr;
        break;
    case QueryTerm::Kind::Field:
    case QueryTerm::Kind::Range: {
        Column &column = m_columnOf(term.path);
        check.kind = Kind::Values;
        check.column = &column;
        check.hits = hitsOf(term, column);
        break;
    }
    case QueryTerm::Kind::Stale: {
        Column &column = m_columnOf(m_corpus.schema().fieldOf(role::reviewed));
        check.kind = Kind::Values;
        check.excluded = !term.excluded;
        check.column = &column;
        check.hits = freshDates(term, column);
        break;
    }
    case QueryTerm::Kind::Group:
        check.kind = Kind::Group;
        for (const QList<QueryTerm> &alternative : term.alternatives)
            check.alternatives.push_back(checksOf(alternative));
        std::stable_sort(check.alternatives.begin(), check.alternatives.end(), [](const auto &a, const auto &b) {
            return (a.empty() ? 0 : costOf(a.back())) < (b.empty() ? 0 : costOf(b.back()));
        });
        break;
    }
    return check;
}

std::vector<char> Conditions::hitsOf(const QueryTerm &term, Column &column) const
{
    const FieldTest test(term, m_corpus.schema());
    return askedOfValues(column,
                         [&](const QString &value, const QByteArray &folded) { return test.holds(value, folded); });
}

/// A date cut down to a month or year counts as its last day, and what is no date is never fresh.
std::vector<char> Conditions::freshDates(const QueryTerm &term, Column &column) const
{
    const QDate limit = periodFrom(term.text).value_or(Period()).before(m_corpus.today());
    const auto first = limit.isValid() ? ordinalOf(limit.toString(Qt::ISODate), FieldType::Date, false) : std::nullopt;
    return askedOfValues(column, [&](const QString &value, const QByteArray &) {
        const auto day = ordinalOf(value, FieldType::Date, true);
        return day && (!first || *day >= *first);
    });
}

void Conditions::addExclusion(const QueryTerm &term, int facet)
{
    Column &column = m_columnOf(term.path);
    auto exclusion = std::find_if(m_exclusions.begin(), m_exclusions.end(),
                                  [&](const Exclusion &other) { return other.facet == facet; });
    if (exclusion == m_exclusions.end()) {
        m_exclusions.push_back({facet, &column, std::vector<char>(column.folded().size())});
        exclusion = m_exclusions.end() - 1;
    }
    Query alone;
    alone.terms = {term};
    const std::vector<char> hits = hitsOf(term, column);
    for (std::size_t number = 0; number < hits.size(); ++number) {
        if (hits[number] == 0 || exclusion->hits[number] == Exclusion::Meant)
            continue;
        const QString &value = column.values().at(static_cast<qsizetype>(number));
        const bool named = alone.facetState(term.path, value) == FacetState::Excluded;
        exclusion->hits[number] = named ? Exclusion::Named : Exclusion::Meant;
    }
}

/// What is decided by looking a number up comes before what reads texts.
int Conditions::costOf(const Check &check)
{
    if (check.kind != Kind::Group)
        return static_cast<int>(check.kind);
    int cost = 0;
    for (const std::vector<Check> &alternative : check.alternatives) {
        for (const Check &part : alternative)
            cost = std::max(cost, costOf(part) + 1);
    }
    return cost;
}

void Conditions::sortByCost(std::vector<Check> &checks)
{
    // Of two words the longer is the rarer, mostly, and so decides sooner.
    const auto keyOf = [](const Check &check) { return std::pair(costOf(check), -check.needle.size()); };
    std::stable_sort(checks.begin(), checks.end(), [&](const Check &a, const Check &b) { return keyOf(a) < keyOf(b); });
}

bool Conditions::isPresent(const Check &check, const CaseStudy &study, int position)
{
    if (check.column)
        return !check.column->at(position).empty();
    return hasValueAt(study.fields, check.path) || (check.path == folderField && !textsAt(study, check.path).isEmpty());
}

bool Conditions::allHold(const std::vector<Check> &checks, const CaseStudy &study, int position, FirstPlaces &first)
{
    return std::all_of(checks.begin(), checks.end(),
                       [&](const Check &check) { return holds(check, study, position, first); });
}

bool Conditions::holds(const Check &check, const CaseStudy &study, int position, FirstPlaces &first)
{
    bool holds = false;
    switch (check.kind) {
    case Kind::Values: {
        const auto values = check.column->at(position);
        holds = std::any_of(values.begin(), values.end(),
                            [&](int value) { return check.hits[static_cast<std::size_t>(value)] != 0; });
        break;
    }
    case Kind::Presence:
        holds = isPresent(check, study, position);
        break;
    case Kind::Broken:
        holds = study.broken || hasError(study.problems);
        break;
    case Kind::Text:
        holds = (check.word < 0 ? findWord(study.searchText, check.needle)
                                : first.of(static_cast<std::size_t>(check.word), study.searchText, check.needle))
            >= 0;
        break;
    case Kind::Group:
        holds = std::any_of(check.alternatives.begin(), check.alternatives.end(),
                            [&](const std::vector<Check> &checks) { return allHold(checks, study, position, first); });
        break;
    }
    return holds != check.excluded;
}

CaseState Conditions::stateOf(const CaseStudy &study, int position, FirstPlaces &first) const
{
    Failures failures;
    for (const Check &check : m_own) {
        if (!holds(check, study, position, first) && failures.add(check.facet))
            return out;
    }
    for (const Exclusion &exclusion : m_exclusions) {
        int excluded = -1;
        for (const int value : exclusion.column->at(position)) {
            const char hit = exclusion.hits[static_cast<std::size_t>(value)];
            if (hit == Exclusion::None)
                continue;
            if (hit == Exclusion::Meant || excluded >= 0)
                return out;
            excluded = value;
        }
        if (excluded >= 0 && failures.add(exclusion.facet, excluded))
            return out;
    }
    return allHold(m_checks, study, position, first) ? failures.state() : out;
}

} // namespace casebook
