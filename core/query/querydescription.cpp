#include "core/query/period.h"
#include "core/query/query.h"
#include "core/query/querywriting.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Query", text);
}

QString describedTerms(const QList<QueryTerm> &terms, const Schema &schema, const QString &between);

QString describedGroup(const QueryTerm &group, const Schema &schema)
{
    QStringList parts;
    for (const QList<QueryTerm> &alternative : group.alternatives) {
        const QString text = describedTerms(alternative, schema, translate(" and "));
        parts.append(alternative.size() > 1 && group.alternatives.size() > 1 ? QString(u'(' + text + u')') : text);
    }
    return u'(' + parts.join(translate(" or ")) + u')';
}

QString describedStale(const QueryTerm &term)
{
    const QString period = periodFrom(term.text).value_or(Period()).describe();
    return (term.excluded ? translate("reviewed within %1") : translate("not reviewed for %1")).arg(period);
}

QString describedRange(const QueryTerm &term, const Schema &schema)
{
    const QString label = schema.fieldLabel(term.path);
    const Field *field = schema.field(term.path);
    const bool years = field && field->type == FieldType::Year;
    if (term.open)
        return label + u' ' + writtenRange(term);
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
    case QueryTerm::Kind::Stale:
        return describedStale(term);
    case QueryTerm::Kind::Group:
        return describedGroup(term, schema);
    }
    return {};
}

QString describedTerms(const QList<QueryTerm> &terms, const Schema &schema, const QString &between)
{
    QStringList parts;
    for (const QueryTerm &term : terms) {
        const QString text = describedTerm(term, schema);
        parts.append(term.excluded && term.kind != QueryTerm::Kind::Stale ? translate("not %1").arg(text) : text);
    }
    return parts.join(between);
}

} // namespace

QString describeQuery(const Query &query, const Schema &schema)
{
    return describedTerms(query.terms, schema, u" · "_s);
}

} // namespace casebook
