#include "core/query/query.h"

#include <algorithm>

namespace casebook {

namespace {

bool isFieldTerm(const QueryTerm &term, const QString &path, bool excluded)
{
    return term.kind == QueryTerm::Kind::Field && term.path == path && term.excluded == excluded;
}

/// A bound that is included: of an open one the next whole number towards the inside, as `year:>2018` means from 2019.
QString closedBound(const QString &bound, bool open, int towardsInside)
{
    bool isWhole = false;
    const int number = bound.toInt(&isWhole);
    return open && isWhole ? QString::number(number + towardsInside) : bound;
}

} // namespace

bool Query::hasWords() const
{
    return std::any_of(terms.begin(), terms.end(), [](const QueryTerm &term) {
        return !term.excluded && (term.kind == QueryTerm::Kind::Word || term.kind == QueryTerm::Kind::Phrase);
    });
}

FacetState Query::facetState(const QString &path, const QString &value) const
{
    for (const QueryTerm &term : terms) {
        const bool named = term.values.contains(value, Qt::CaseInsensitive);
        if (named && isFieldTerm(term, path, true))
            return FacetState::Excluded;
        if (named && isFieldTerm(term, path, false))
            return FacetState::Included;
    }
    return FacetState::Off;
}

void Query::setFacet(const QString &path, const QString &value, FacetState state)
{
    for (QueryTerm &term : terms) {
        if (term.kind == QueryTerm::Kind::Field && term.path == path)
            term.values.removeIf([&](const QString &other) { return other.compare(value, Qt::CaseInsensitive) == 0; });
    }
    terms.removeIf([](const QueryTerm &term) { return term.kind == QueryTerm::Kind::Field && term.values.isEmpty(); });
    if (state == FacetState::Off)
        return;
    const bool excluded = state == FacetState::Excluded;
    for (QueryTerm &term : terms) {
        if (isFieldTerm(term, path, excluded)) {
            term.values.append(value);
            return;
        }
    }
    QueryTerm term;
    term.kind = QueryTerm::Kind::Field;
    term.excluded = excluded;
    term.path = path;
    term.values = {value};
    terms.append(term);
}

std::pair<QString, QString> Query::range(const QString &path) const
{
    for (const QueryTerm &term : terms) {
        if (term.kind == QueryTerm::Kind::Range && term.path == path && !term.excluded)
            return {closedBound(term.from, term.open, 1), closedBound(term.to, term.open, -1)};
    }
    return {};
}

void Query::setRange(const QString &path, const QString &from, const QString &to)
{
    const auto isRange = [&](const QueryTerm &term) {
        return term.kind == QueryTerm::Kind::Range && term.path == path && !term.excluded;
    };
    const auto old = std::find_if(terms.begin(), terms.end(), isRange);
    if (from.isEmpty() && to.isEmpty()) {
        terms.removeIf(isRange);
    } else if (old != terms.end()) {
        old->from = from;
        old->to = to;
        old->open = false;
    } else {
        QueryTerm term;
        term.kind = QueryTerm::Kind::Range;
        term.path = path;
        term.from = from;
        term.to = to;
        terms.append(term);
    }
}

void Query::clearField(const QString &path)
{
    terms.removeIf([&](const QueryTerm &term) { return term.path == path; });
}

bool Query::hasField(const QString &path) const
{
    return std::any_of(terms.begin(), terms.end(), [&](const QueryTerm &term) { return term.path == path; });
}

} // namespace casebook
