#pragma once

#include "core/corpus/corpus.h"
#include "core/query/query.h"

namespace casebook {

/// What one condition of a query did.
struct TermReport {
    QString words;       ///< describeQuery() of it
    QString query;       ///< toText() of it
    int removed = 0;     ///< cases of the corpus that it does not hold for
    int removedOnly = 0; ///< of those, the ones that all other conditions would have left
};

/// A case that the query leaves out.
struct FilteredCase {
    int position = 0; ///< in the corpus
    QList<int> terms; ///< the conditions that do not hold for it, positions in SelectionReport::terms
};

/// How a query made its selection, so that a reader can judge it.
struct SelectionReport {
    QList<TermReport> terms;
    QList<FilteredCase> filtered; ///< in the order of the corpus's groups
};

/// Asks for each condition of a query alone. Takes the time of as many queries.
SelectionReport reportSelection(const Corpus &corpus, const Query &query);

} // namespace casebook
