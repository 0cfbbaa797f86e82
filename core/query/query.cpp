#include "core/query/query.h"

#include "core/base/fold.h"

#include <algorithm>

namespace casebook {

namespace {

bool isFieldTerm(const QueryTerm &term, const QString &path, bool excluded)
{
    return term.kind == QueryTerm::Kind::Field && term.path == path && term.excluded == excluded;
}

bool isSame(const QString &a, const QString &b)
{
    return a == b || fold(a.simplified()) == fold(b.simplified());
}

bool names(const QueryTerm &term, const QString &value)
{
    return std::any_of(term.values.begin(), term.values.end(),
                       [&](const QString &known) { return isSame(known, value); });
}

/// Whether a condition leaves nothing of some values of its field, without naming one.
bool hidesValues(const QueryTerm &term, const QString &path)
{
    if (term.path != path)
        return false;
    return (term.kind == QueryTerm::Kind::Range && !term.excluded)
        || (term.kind == QueryTerm::Kind::Missing && !term.excluded)
        || (term.kind == QueryTerm::Kind::Has && term.excluded);
}

QueryTerm fieldTerm(const QString &path, const QStringList &values, bool excluded)
{
    QueryTerm term;
    term.kind = QueryTerm::Kind::Field;
    term.excluded = excluded;
    term.path = path;
    term.values = values;
    return term;
}

/// A bound that is included: of an open one the next whole number towards the inside, as `year:>2018` means from 2019.
QString closedBound(const QString &bound, bool open, int towardsInside)
{
    bool isWhole = false;
    const int number = bound.toInt(&isWhole);
    return open && isWhole ? QString::number(number + towardsInside) : bound;
}

bool haveWords(const QList<QueryTerm> &terms, bool excluded)
{
    return std::any_of(terms.begin(), terms.end(), [&](const QueryTerm &term) {
        if (term.kind == QueryTerm::Kind::Group)
            return std::any_of(
                term.alternatives.begin(), term.alternatives.end(),
                [&](const QList<QueryTerm> &alternative) { return haveWords(alternative, excluded != term.excluded); });
        return term.excluded == excluded
            && (term.kind == QueryTerm::Kind::Word || term.kind == QueryTerm::Kind::Phrase);
    });
}

} // namespace

bool QueryTerm::operator==(const QueryTerm &other) const = default;

bool Query::hasWords() const
{
    return haveWords(terms, false);
}

FacetState Query::facetState(const QString &path, const QString &value) const
{
    for (const QueryTerm &term : terms) {
        if (isFieldTerm(term, path, true) && names(term, value))
            return FacetState::Excluded;
        if (isFieldTerm(term, path, false) && names(term, value))
            return FacetState::Included;
    }
    return FacetState::Off;
}

void Query::setFacet(const QString &path, const QString &value, FacetState state, std::optional<FacetJoin> join)
{
    const FacetJoin joined = join.value_or(facetJoin(path));
    for (QueryTerm &term : terms) {
        if (term.kind == QueryTerm::Kind::Field && term.path == path)
            term.values.removeIf([&](const QString &other) { return isSame(other, value); });
    }
    terms.removeIf([](const QueryTerm &term) { return term.kind == QueryTerm::Kind::Field && term.values.isEmpty(); });
    if (state == FacetState::Off)
        return;
    const bool excluded = state == FacetState::Excluded;
    if (!excluded)
        terms.removeIf([&](const QueryTerm &term) { return hidesValues(term, path); });
    const auto old = std::find_if(terms.begin(), terms.end(),
                                  [&](const QueryTerm &term) { return isFieldTerm(term, path, excluded); });
    if (old != terms.end() && (excluded || joined == FacetJoin::Any))
        old->values.append(value);
    else
        terms.append(fieldTerm(path, {value}, excluded));
}

FacetJoin Query::facetJoin(const QString &path, FacetJoin otherwise) const
{
    int including = 0;
    qsizetype values = 0;
    for (const QueryTerm &term : terms) {
        if (isFieldTerm(term, path, false)) {
            ++including;
            values += term.values.size();
        }
    }
    return including > 1 ? FacetJoin::All : values > 1 ? FacetJoin::Any : otherwise;
}

void Query::setFacetJoin(const QString &path, FacetJoin join)
{
    QStringList values;
    for (const QueryTerm &term : std::as_const(terms)) {
        for (const QString &value : isFieldTerm(term, path, false) ? term.values : QStringList()) {
            if (!names(fieldTerm(path, values, false), value))
                values.append(value);
        }
    }
    QList<QueryTerm> joined;
    for (const QueryTerm &term : std::as_const(terms)) {
        if (!isFieldTerm(term, path, false)) {
            joined.append(term);
            continue;
        }
        // All of them where the first one stood.
        if (join == FacetJoin::Any && !values.isEmpty())
            joined.append(fieldTerm(path, values, false));
        for (const QString &value : join == FacetJoin::All ? values : QStringList())
            joined.append(fieldTerm(path, {value}, false));
        values.clear();
    }
    terms = joined;
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
