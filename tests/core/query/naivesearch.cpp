#include "tests/core/query/naivesearch.h"

#include "core/corpus/fieldtexts.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

bool isRunLetter(QChar c)
{
    return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana
        || c.script() == QChar::Script_Katakana || c.script() == QChar::Script_Hangul;
}

bool startsWordAt(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber() || isRunLetter(text.at(at - 1))
        || !text.at(at).isLetterOrNumber() || isRunLetter(text.at(at));
}

bool isFoundIn(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (startsWordAt(text, at))
            return true;
    }
    return false;
}

void addTexts(const Value &value, QStringList &texts)
{
    if (value.isList()) {
        for (const Value &item : value.items())
            addTexts(item, texts);
    } else if (value.isMap()) {
        for (const auto &[key, item] : value.entries())
            addTexts(item, texts);
    } else if (!value.isNull() && !value.isBool()) {
        texts.append(value.toText());
    }
}

bool isDate(const QString &text)
{
    return text.contains(u'-');
}

/// Dates may be cut down: 2020-05 is all of May.
bool isBetween(const QString &value, const QueryTerm &term)
{
    const auto less = [&](const QString &a, const QString &b) {
        return isDate(value) ? a < b.left(a.size()) : a.toDouble() < b.toDouble();
    };
    const auto more = [&](const QString &a, const QString &b) {
        return isDate(value) ? a.left(b.size()) > b : a.toDouble() > b.toDouble();
    };
    const bool above = term.from.isEmpty() || (term.open ? more(value, term.from) : !less(value, term.from));
    const bool below = term.to.isEmpty() || (term.open ? less(value, term.to) : !more(value, term.to));
    return above && below;
}

} // namespace

QString NaiveSearch::folded(const QString &text)
{
    QString kept;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            kept += c;
    }
    return kept.toCaseFolded().replace(u'\u00DF', u"ss"_s).simplified();
}

const QStringList &NaiveSearch::textsOf(const CaseStudy &study) const
{
    QStringList &texts = m_texts[study.id];
    if (texts.isEmpty()) {
        texts.append(study.title);
        addTexts(study.fields, texts);
        texts += m_bodies.value(study.id).split(u"\n\n"_s);
        for (QString &text : texts)
            text = folded(text);
    }
    return texts;
}

bool NaiveSearch::hasText(const CaseStudy &study, const QString &text) const
{
    const QString word = folded(text);
    const QStringList &texts = textsOf(study);
    return word.isEmpty()
        || std::any_of(texts.begin(), texts.end(), [&](const QString &some) { return isFoundIn(some, word); });
}

bool NaiveSearch::isFresh(const CaseStudy &study, const QString &period) const
{
    const int count = period.isEmpty() ? 1 : period.chopped(1).toInt();
    const QChar unit = period.isEmpty() ? u'y' : period.back();
    const QDate limit = unit == u'd' ? m_corpus.today().addDays(-count)
        : unit == u'm'               ? m_corpus.today().addMonths(-count)
                                     : m_corpus.today().addYears(-count);
    const QStringList dates = textsAt(study, u"reviewed");
    return std::any_of(dates.begin(), dates.end(),
                       [&](const QString &date) { return date >= limit.toString(Qt::ISODate).left(date.size()); });
}

bool NaiveSearch::holds(const CaseStudy &study, const QueryTerm &term) const
{
    const QStringList values = m_corpus.schema().isComputed(term.path) ? FieldTexts(term.path, m_corpus).of(study)
        : term.path.isEmpty()                                          ? QStringList()
                                                                       : textsAt(study, term.path);
    bool holds = false;
    switch (term.kind) {
    case QueryTerm::Kind::Word:
    case QueryTerm::Kind::Phrase:
        if (folded(term.text).isEmpty())
            return true;
        holds = hasText(study, term.text);
        break;
    case QueryTerm::Kind::Field:
        for (const QString &value : values) {
            for (const QString &asked : term.values) {
                const bool words = term.path == u"title" || term.path == u"claims.text";
                holds = holds || (words ? isFoundIn(folded(value), folded(asked)) : folded(value) == folded(asked));
            }
        }
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
        holds = study.broken || std::any_of(study.problems.begin(), study.problems.end(), [](const Problem &problem) {
                    return problem.severity == Severity::Error;
                });
        break;
    case QueryTerm::Kind::Stale:
        holds = !isFresh(study, term.text);
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

QStringList NaiveSearch::ids(const Query &query) const
{
    QStringList ids;
    for (const CaseStudyPtr &study : m_corpus.cases()) {
        if (allHold(*study, query.terms))
            ids.append(study->id);
    }
    return ids;
}

int NaiveSearch::countOf(const Query &query, const QString &path, const QString &value, FacetJoin join) const
{
    Query clicked = query;
    if (join == FacetJoin::All && query.facetState(path, value) == FacetState::Included) {
        QueryTerm term;
        term.kind = QueryTerm::Kind::Field;
        term.path = path;
        term.values = {value};
        clicked.terms.append(term);
        return static_cast<int>(ids(clicked).size());
    }
    if (join == FacetJoin::Any) {
        clicked.terms.removeIf([&](const QueryTerm &term) {
            return term.kind == QueryTerm::Kind::Field && term.path == path && !term.excluded;
        });
    }
    clicked.setFacet(path, value, FacetState::Included, join);
    return static_cast<int>(ids(clicked).size());
}

} // namespace casebook
