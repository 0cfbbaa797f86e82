#include "tests/core/query/naivesearch.h"

#include <QRegularExpression>

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
    }
    return holds != term.excluded;
}

bool NaiveSearch::matches(const CaseStudy &study, const QString &exceptPath) const
{
    for (const QueryTerm &term : m_query.terms) {
        if ((exceptPath.isEmpty() || term.path != exceptPath) && !holds(study, term))
            return false;
    }
    return true;
}

QStringList NaiveSearch::ids() const
{
    QStringList ids;
    for (const CaseStudyPtr &study : m_corpus.cases()) {
        if (matches(*study, {}))
            ids.append(study->id);
    }
    return ids;
}

QHash<QString, int> NaiveSearch::counts(const QString &path) const
{
    QHash<QString, int> counts;
    for (const CaseStudyPtr &study : m_corpus.cases()) {
        for (const QString &value : textsAt(*study, path))
            counts[value] += matches(*study, path) ? 1 : 0;
    }
    return counts;
}

} // namespace casebook
