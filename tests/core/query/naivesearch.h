#pragma once

#include "core/corpus/corpus.h"
#include "core/query/query.h"

#include <QString>

namespace casebook {

/// Answers the same questions as Search, case by case and in the plainest way: what Search is compared with.
class NaiveSearch {
public:
    NaiveSearch(const Corpus &corpus, const Query &query) : m_corpus(corpus), m_query(query) {}

    /// The ids of the cases that match.
    QStringList ids() const;
    /// How many cases match where a facet includes a value: in place of the others that it includes (Any), or with
    /// them.
    int countOf(const QString &path, const QString &value, FacetJoin join) const;

private:
    bool holds(const CaseStudy &study, const QueryTerm &term) const;
    bool allHold(const CaseStudy &study, const QList<QueryTerm> &terms) const;

    const Corpus &m_corpus;
    const Query &m_query;
};

} // namespace casebook
