#include "core/query/spelling.h"

#include "core/base/fold.h"

#include <algorithm>

namespace casebook {

namespace {

QByteArray compared(const QString &text)
{
    return fold(text.simplified());
}

QString spelledAsIn(const Facet &facet, const QString &value)
{
    const QByteArray wanted = compared(value);
    const auto found = std::find_if(facet.values.begin(), facet.values.end(), [&](const FacetValue &candidate) {
        return compared(candidate.value) == wanted || compared(candidate.label) == wanted;
    });
    return found == facet.values.end() ? value : found->value;
}

void spellTerms(QList<QueryTerm> &terms, const QList<Facet> &facets)
{
    for (QueryTerm &term : terms) {
        for (QList<QueryTerm> &alternative : term.alternatives) // groups are at most deepestGroup deep
            spellTerms(alternative, facets);
        if (term.kind != QueryTerm::Kind::Field)
            continue;
        const auto facet = std::find_if(facets.begin(), facets.end(),
                                        [&](const Facet &candidate) { return candidate.path == term.path; });
        if (facet == facets.end())
            continue;
        for (QString &value : term.values)
            value = spelledAsIn(*facet, value);
    }
}

} // namespace

Query spelledAsIn(const QList<Facet> &facets, Query query)
{
    spellTerms(query.terms, facets);
    return query;
}

} // namespace casebook
