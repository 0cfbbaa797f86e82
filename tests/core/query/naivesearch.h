#pragma once

#include "core/corpus/corpus.h"
#include "core/query/query.h"

#include <QHash>
#include <QString>

namespace casebook {

/// Answers the same questions as Search, case by case and in the plainest way: what Search is compared with.
class NaiveSearch {
public:
    NaiveSearch(const Corpus &corpus, const Query &query) : m_corpus(corpus), m_query(query) {}

    /// The ids of the cases that match.
    QStringList ids() const;
    /// For each value of a field how many cases have it among those that the conditions on all other fields leave.
    QHash<QString, int> counts(const QString &path) const;

private:
    bool holds(const CaseStudy &study, const QueryTerm &term) const;
    bool matches(const CaseStudy &study, const QString &exceptPath) const;

    const Corpus &m_corpus;
    const Query &m_query;
};

} // namespace casebook
