#include "tests/core/query/naivesearch.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

bool hasWord(const CaseStudy &study, const QString &word)
{
    static QHash<QString, QRegularExpression> known;
    QRegularExpression &start = known[word];
    if (start.pattern().isEmpty())
        start.setPattern(u"(?<![\\p{L}\\p{N}])"_s + QRegularExpression::escape(word.toLower()));
    return start.match(QString::fromUtf8(study.searchText)).hasMatch();
}

bool isBetween(const QString &value, const QueryTerm &term)
{
    const int number = value.toInt();
    if (term.open)
        return (term.from.isEmpty() || number > term.from.toInt()) && (term.to.isEmpty() || number < term.to.toInt());
    return (term.from.isEmpty() || number >= term.from.toInt()) && (term.to.isEmpty() || number <= term.to.toInt());
}

} // namespace

bool NaiveSearch::holds(const CaseStudy &study, const QueryTerm &term) const
{
    const QStringList values = term.path.isEmpty() ? QStringList() : textsAt(study, term.path);
    bool holds = false;
    switch (term.kind) {
    case QueryTerm::Kind::Word:
    case QueryTerm::Kind::Phrase:
        holds = hasWord(study, term.text);
        break;
    case QueryTerm::Kind::Field:
        for (const QString &value : values)
            holds = holds || term.values.contains(value, Qt::CaseInsensitive);
        break;
    case QueryTerm::Kind::Range:
        for (const QString &value : values)
            holds = holds || isBetween(value, term);
        break;
    case QueryTerm::Kind::Has:
        holds = !values.isEmpty();
        break;
    case QueryTerm::Kind::Missing:
        holds = values.isEmpty();
        break;
    case QueryTerm::Kind::Broken:
        holds = study.broken;
        break;
    case QueryTerm::Kind::Stale:
        break;
    case QueryTerm::Kind::Group:
        for (const QList<QueryTerm> &alternative : term.alternatives)
            holds = holds || allHold(study, alternative);
        break;
    }
    return holds != term.excluded;
}

bool NaiveSearch::allHold(const CaseStudy &study, const QList<QueryTerm> &terms) const
{
    return std::all_of(terms.begin(), terms.end(), [&](const QueryTerm &term) { return holds(study, term); });
}

QStringList NaiveSearch::ids() const
{
    QStringList ids;
    for (const CaseStudyPtr &study : m_corpus.cases()) {
        if (allHold(*study, m_query.terms))
            ids.append(study->id);
    }
    return ids;
}

int NaiveSearch::countOf(const QString &path, const QString &value, FacetJoin join) const
{
    Query query = m_query;
    if (join == FacetJoin::Any) {
        query.terms.removeIf([&](const QueryTerm &term) {
            return term.kind == QueryTerm::Kind::Field && term.path == path && !term.excluded;
        });
    }
    query.setFacet(path, value, FacetState::Included, join);
    return static_cast<int>(NaiveSearch(m_corpus, query).ids().size());
}

} // namespace casebook
