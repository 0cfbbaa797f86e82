#pragma once

#include "core/corpus/corpus.h"
#include "core/query/query.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace casebook {

/// Answers the same questions as Search, case by case and in the plainest way: what Search is compared with. Shares
/// nothing with it but the values of fields (textsAt()). Knows the characters of the first plane alone.
class NaiveSearch {
public:
    /// `bodies`: by id, for a case study keeps none.
    NaiveSearch(const Corpus &corpus, QHash<QString, QString> bodies) : m_corpus(corpus), m_bodies(std::move(bodies)) {}

    /// The ids of the cases that match.
    QStringList ids(const Query &query) const;
    /// How many cases match where a facet includes a value: in place of the others that it includes (Any), or with
    /// them.
    int countOf(const Query &query, const QString &path, const QString &value, FacetJoin join) const;

    /// NFKD without marks, case folded.
    static QString folded(const QString &text);

private:
    bool holds(const CaseStudy &study, const QueryTerm &term) const;
    bool allHold(const CaseStudy &study, const QList<QueryTerm> &terms) const;
    bool hasText(const CaseStudy &study, const QString &text) const;
    bool isFresh(const CaseStudy &study, const QString &period) const;
    const QStringList &textsOf(const CaseStudy &study) const;

    const Corpus &m_corpus;
    QHash<QString, QString> m_bodies;
    mutable QHash<QString, QStringList> m_texts; ///< by id, folded
};

} // namespace casebook
