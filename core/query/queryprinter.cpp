#include "core/query/fieldnames.h"
#include "core/query/query.h"
#include "core/query/queryscanner.h"
#include "core/query/querywriting.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// The name as it stands before a colon: our own words, and what is not made of letters, in quotes.
QString printedPath(const QString &path, const Schema &schema)
{
    const QString name = shortFieldName(path, schema);
    const QString word = name.toLower();
    const bool own = word == u"has" || word == u"missing" || word == u"is" || word == u"sort";
    const bool plain = std::all_of(name.begin(), name.end(), isNameSign);
    return own || !plain || name.startsWith(u'-') ? quotedText(name) : name;
}

/// Whether a word closes more parentheses than it has opened, at any place: in a group it would close that. What stands
/// in the quotes of a value closes nothing.
bool closesMore(const QString &word)
{
    const bool hasValues = word.contains(u":\""_s);
    bool inQuotes = false;
    int open = 0;
    return std::any_of(word.begin(), word.end(), [&](QChar c) {
        inQuotes = inQuotes != (hasValues && c == u'"');
        open += inQuotes ? 0 : c == u'(' ? 1 : c == u')' ? -1 : 0;
        return open < 0;
    });
}

/// A word, in quotes where it would be read as something else: nobody can write it so, but what is excluded twice, and
/// what comes into a group by a click, gets there all the same.
QString printedWord(const QueryTerm &word, bool inGroup)
{
    const QString &text = word.text;
    const bool misread =
        !word.excluded && ((text.size() > 1 && text.startsWith(u'-')) || text == u"OR" || text.startsWith(u"OR("));
    return misread || (inGroup && closesMore(text)) ? quotedText(text) : text;
}

QString printedTerms(const QList<QueryTerm> &terms, const Schema &schema, bool inGroup);

QString printedAlternatives(const QueryTerm &group, const Schema &schema, bool inGroup)
{
    QStringList parts;
    for (const QList<QueryTerm> &alternative : group.alternatives)
        parts.append(printedTerms(alternative, schema, inGroup));
    return parts.join(u" OR "_s);
}

QString printedGroup(const QueryTerm &group, const Schema &schema)
{
    // A parenthesis that the last word has opened would be closed by the group's.
    const QString &last = group.alternatives.last().last().text;
    const bool open = last.count(u'(') > last.count(u')');
    return u'(' + printedAlternatives(group, schema, true) + (open ? u" )"_s : u")"_s);
}

QString printedTerm(const QueryTerm &term, const Schema &schema, bool inGroup)
{
    switch (term.kind) {
    case QueryTerm::Kind::Word:
        return printedWord(term, inGroup);
    case QueryTerm::Kind::Phrase:
        return quotedText(term.text);
    case QueryTerm::Kind::Field: {
        QStringList values;
        for (const QString &value : term.values)
            values.append(writtenValue(value));
        return printedPath(term.path, schema) + u':' + values.join(u',');
    }
    case QueryTerm::Kind::Range:
        return printedPath(term.path, schema) + u':' + writtenRange(term);
    case QueryTerm::Kind::Has:
        return u"has:"_s + writtenValue(shortFieldName(term.path, schema));
    case QueryTerm::Kind::Missing:
        return u"missing:"_s + writtenValue(shortFieldName(term.path, schema));
    case QueryTerm::Kind::Broken:
        return u"is:broken"_s;
    case QueryTerm::Kind::Stale:
        return term.text.isEmpty() ? u"is:stale"_s : QString(u"is:stale>"_s + term.text);
    case QueryTerm::Kind::Group:
        return printedGroup(term, schema);
    }
    return {};
}

QString printedTerms(const QList<QueryTerm> &terms, const Schema &schema, bool inGroup)
{
    QStringList parts;
    for (const QueryTerm &term : terms) {
        const QString text = printedTerm(term, schema, inGroup);
        parts.append(term.excluded ? QString(u'-' + text) : text);
    }
    return parts.join(u' ');
}

} // namespace

QString quotedText(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + escaped + u'"';
}

QString writtenValue(const QString &value)
{
    const bool plain = std::none_of(value.begin(), value.end(), [](QChar c) {
        return c.isSpace() || isQuote(c) || QStringView(u",()").contains(c);
    });
    // Dots and comparison signs would be read as a range.
    const bool range = value.contains(u".."_s) || value.startsWith(u'<') || value.startsWith(u'>');
    return plain && !range && !value.isEmpty() ? value : quotedText(value);
}

QString writtenRange(const QueryTerm &range)
{
    if (range.open)
        return range.to.isEmpty() ? QString(u'>' + range.from) : QString(u'<' + range.to);
    return range.from + u".."_s + range.to;
}

QString toText(const Query &query, const Schema &schema)
{
    // Where a group is all there is, its parentheses say nothing.
    const bool bare =
        query.terms.size() == 1 && query.terms.first().kind == QueryTerm::Kind::Group && !query.terms.first().excluded;
    QString text =
        bare ? printedAlternatives(query.terms.first(), schema, false) : printedTerms(query.terms, schema, false);
    if (query.sortPath.isEmpty())
        return text;
    const QString name = (query.sortDescending ? u"-"_s : QString()) + shortFieldName(query.sortPath, schema);
    return text + (text.isEmpty() ? u"sort:"_s : u" sort:"_s) + writtenValue(name);
}

} // namespace casebook
