#include "core/query/conditions.h"

#include "core/base/fold.h"
#include "core/query/chunks.h"
#include "core/query/fieldtest.h"
#include "core/query/textmatch.h"

#include <algorithm>

namespace casebook {

namespace {

bool holds(const Column &column, const std::vector<char> &hits, int position)
{
    const auto values = column.at(position);
    return std::any_of(values.begin(), values.end(),
                       [&](int value) { return hits[static_cast<std::size_t>(value)] != 0; });
}

/// Notes which facets' conditions fail; more than one, or another field's, and the case is out.
class Failures {
public:
    /// Answers whether the case is out for good.
    bool add(int facet)
    {
        if (facet < 0 || (m_facet >= 0 && m_facet != facet))
            return true;
        m_facet = facet;
        return false;
    }
    CaseState state() const { return m_facet < 0 ? caseIsIn : static_cast<CaseState>(m_facet + 1); }

private:
    int m_facet = -1;
};

} // namespace

Conditions::Conditions(const Query &query, const Schema &schema, const QStringList &facetPaths,
                       const std::function<Column &(const QString &)> &columnOf)
{
    for (const QueryTerm &term : query.terms) {
        const int facet = static_cast<int>(facetPaths.indexOf(term.path));
        switch (term.kind) {
        case QueryTerm::Kind::Word:
        case QueryTerm::Kind::Phrase:
            addText(term);
            break;
        case QueryTerm::Kind::Broken:
            m_broken.push_back(!term.excluded);
            break;
        case QueryTerm::Kind::Has:
        case QueryTerm::Kind::Missing:
            m_presences.push_back({term.path, schema.isComputed(term.path) ? &columnOf(term.path) : nullptr,
                                   (term.kind == QueryTerm::Kind::Has) != term.excluded, facet});
            break;
        case QueryTerm::Kind::Field:
        case QueryTerm::Kind::Range:
            addValues(term, schema, columnOf(term.path), facet);
            break;
        }
    }
}

void Conditions::addText(const QueryTerm &term)
{
    // Marks alone fold to nothing, and nothing stands everywhere.
    if (QByteArray needle = fold(term.text.simplified()); !needle.isEmpty())
        (term.excluded ? m_unwanted : m_wanted).push_back(std::move(needle));
}

void Conditions::addValues(const QueryTerm &term, const Schema &schema, Column &column, int facet)
{
    const FieldTest test(term, schema);
    ValueCheck check{&column, {}, term.excluded, facet};
    const std::vector<QByteArray> &folded = column.folded();
    check.hits.resize(folded.size());
    forEachChunk(0, static_cast<int>(folded.size()), [&](const Chunk &chunk) {
        for (int number = chunk.begin; number < chunk.end; ++number) {
            const auto index = static_cast<std::size_t>(number);
            check.hits[index] = test.holds(column.values().at(number), folded[index]);
        }
    });
    m_values.push_back(std::move(check));
}

bool Conditions::isEmpty() const
{
    return m_wanted.empty() && m_unwanted.empty() && m_values.empty() && m_presences.empty() && m_broken.empty();
}

bool Conditions::textsHold(const CaseStudy &study) const
{
    for (const bool wanted : m_broken) {
        if (wanted != (study.broken || hasError(study.problems)))
            return false;
    }
    const auto stands = [&](const QByteArray &needle) { return findWord(study.searchText, needle) >= 0; };
    return std::all_of(m_wanted.begin(), m_wanted.end(), stands)
        && std::none_of(m_unwanted.begin(), m_unwanted.end(), stands);
}

bool Conditions::isPresent(const PresenceCheck &check, const CaseStudy &study, int position)
{
    if (check.column)
        return !check.column->at(position).empty();
    return hasValueAt(study.fields, check.path) || (check.path == folderField && !textsAt(study, check.path).isEmpty());
}

CaseState Conditions::stateOf(const CaseStudy &study, int position) const
{
    Failures failures;
    for (const ValueCheck &check : m_values) {
        if (holds(*check.column, check.hits, position) == check.excluded && failures.add(check.facet))
            return caseIsOut;
    }
    for (const PresenceCheck &check : m_presences) {
        if (isPresent(check, study, position) != check.present && failures.add(check.facet))
            return caseIsOut;
    }
    return textsHold(study) ? failures.state() : caseIsOut;
}

} // namespace casebook
