#include "core/query/narrowing.h"

#include "core/base/fold.h"

#include <algorithm>

namespace casebook {

namespace {

bool asksFor(const QueryTerm &term, const QueryTerm &other)
{
    if (term == other)
        return true;
    const bool texts = term.kind == QueryTerm::Kind::Word || term.kind == QueryTerm::Kind::Phrase;
    if (!texts || term.kind != other.kind || term.excluded || other.excluded)
        return false;
    const QByteArray start = fold(other.text.simplified());
    return fold(term.text.simplified()).startsWith(start);
}

} // namespace

bool narrows(const Query &query, const Query &other)
{
    return std::all_of(other.terms.begin(), other.terms.end(), [&](const QueryTerm &asked) {
        return std::any_of(query.terms.begin(), query.terms.end(),
                           [&](const QueryTerm &term) { return asksFor(term, asked); });
    });
}

} // namespace casebook
