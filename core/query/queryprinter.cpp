#include "core/query/query.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Query", text);
}

QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + escaped + u'"';
}

QString printedValue(const QString &value)
{
    const bool plain =
        std::none_of(value.begin(), value.end(), [](QChar c) { return c.isSpace() || c == u',' || c == u'"'; });
    // Dots and comparison signs would be read as a range.
    const bool range = value.contains(u".."_s) || value.startsWith(u'<') || value.startsWith(u'>');
    return plain && !range && !value.isEmpty() ? value : quoted(value);
}

/// The shortest name that the parser takes for the path, as it stands after has:, missing: and sort:.
QString shortName(const QString &path, const Schema &schema)
{
    const QString last = path.mid(path.lastIndexOf(u'.') + 1);
    return resolveFieldName(last, schema) == path ? last : path;
}

/// The same as it stands before a colon: our own words, and what is not made of letters, in quotes.
QString printedPath(const QString &path, const Schema &schema)
{
    const QString name = shortName(path, schema);
    const bool own = name == u"has" || name == u"missing" || name == u"is" || name == u"sort";
    const bool plain = std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isSurrogate() || c.isMark() || QStringView(u"-_./").contains(c);
    });
    return own || !plain || name.startsWith(u'-') ? quoted(name) : name;
}

QString printedRange(const QueryTerm &term)
{
    if (term.open)
        return term.to.isEmpty() ? QString(u'>' + term.from) : QString(u'<' + term.to);
    return term.from + u".."_s + term.to;
}

QString printedTerm(const QueryTerm &term, const Schema &schema)
{
    switch (term.kind) {
    case QueryTerm::Kind::Word:
        return term.text;
    case QueryTerm::Kind::Phrase:
        return quoted(term.text);
    case QueryTerm::Kind::Field: {
        QStringList values;
        for (const QString &value : term.values)
            values.append(printedValue(value));
        return printedPath(term.path, schema) + u':' + values.join(u',');
    }
    case QueryTerm::Kind::Range:
        return printedPath(term.path, schema) + u':' + printedRange(term);
    case QueryTerm::Kind::Has:
        return u"has:"_s + printedValue(shortName(term.path, schema));
    case QueryTerm::Kind::Missing:
        return u"missing:"_s + printedValue(shortName(term.path, schema));
    case QueryTerm::Kind::Broken:
        return u"is:broken"_s;
    }
    return {};
}

QString describedRange(const QueryTerm &term, const Schema &schema)
{
    const QString label = schema.fieldLabel(term.path);
    const Field *field = schema.field(term.path);
    const bool years = field && field->type == FieldType::Year;
    if (term.open)
        return label + u' ' + printedRange(term);
    if (term.to.isEmpty())
        return years ? translate("since %1").arg(term.from) : translate("%1 from %2").arg(label, term.from);
    if (term.from.isEmpty())
        return years ? translate("until %1").arg(term.to) : translate("%1 up to %2").arg(label, term.to);
    if (term.from == term.to)
        return years ? term.from : QString(label + u' ' + term.from);
    return years ? QString(term.from + u"–"_s + term.to) : translate("%1 %2 to %3").arg(label, term.from, term.to);
}

QString describedTerm(const QueryTerm &term, const Schema &schema)
{
    switch (term.kind) {
    case QueryTerm::Kind::Word:
    case QueryTerm::Kind::Phrase:
        return u"“"_s + term.text + u"”"_s;
    case QueryTerm::Kind::Field: {
        QStringList labels;
        for (const QString &value : term.values)
            labels.append(schema.valueLabel(term.path, value));
        return schema.fieldLabel(term.path) + u": "_s + labels.join(translate(" or "));
    }
    case QueryTerm::Kind::Range:
        return describedRange(term, schema);
    case QueryTerm::Kind::Has:
        return translate("with %1").arg(schema.fieldLabel(term.path));
    case QueryTerm::Kind::Missing:
        return translate("without %1").arg(schema.fieldLabel(term.path));
    case QueryTerm::Kind::Broken:
        return translate("broken files");
    }
    return {};
}

} // namespace

QString toText(const Query &query, const Schema &schema)
{
    QStringList parts;
    for (const QueryTerm &term : query.terms) {
        const QString text = printedTerm(term, schema);
        parts.append(term.excluded ? QString(u'-' + text) : text);
    }
    if (!query.sortPath.isEmpty())
        parts.append(u"sort:"_s
                     + printedValue((query.sortDescending ? u"-"_s : QString()) + shortName(query.sortPath, schema)));
    return parts.join(u' ');
}

QString describeQuery(const Query &query, const Schema &schema)
{
    QStringList parts;
    for (const QueryTerm &term : query.terms) {
        const QString text = describedTerm(term, schema);
        parts.append(term.excluded ? translate("not %1").arg(text) : text);
    }
    return parts.join(u" · "_s);
}

} // namespace casebook
