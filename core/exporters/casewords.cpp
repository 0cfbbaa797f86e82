#include "core/exporters/casewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::Export)
};

QStringList filled(QStringList parts)
{
    parts.removeAll(QString());
    return parts;
}

} // namespace

QString caseName(const CaseStudy &study, const Schema &schema)
{
    const QString organization = roleTexts(study, schema, role::organization).join(u", "_s);
    return organization.isEmpty() || organization == study.title ? study.title
                                                                 : QString(organization + u" · " + study.title);
}

QString moveInWords(const CaseStudy &study, const Schema &schema, const QString &separator)
{
    const QString from = roleTexts(study, schema, role::from).join(separator);
    const QString to = roleTexts(study, schema, role::to).join(separator);
    return from.isEmpty() || to.isEmpty() ? QString(from + to) : QString(from + u" → " + to);
}

QString valueInLine(const Schema &schema, const QString &path, const Value &value)
{
    if (value.isScalar())
        return schema.valueLabel(path, value.toText()).simplified();
    QStringList parts;
    for (const Value &item : value.items())
        parts.append(valueInLine(schema, path, item));
    for (const auto &[key, item] : value.entries()) {
        const QString part = path + u'.' + key;
        const QString text = valueInLine(schema, part, item);
        if (!text.isEmpty())
            parts.append(schema.fieldLabel(part) + u' ' + text);
    }
    const bool ofMaps = value.isList() && !value.items().empty() && value.items().front().isMap();
    return filled(parts).join(ofMaps ? u"; "_s : u", "_s);
}

QString partLabel(const Schema &schema, QStringView roleName, QStringView part, const QString &value)
{
    const QString path = schema.fieldOf(roleName) + u'.' + schema.partOf(roleName, part);
    return schema.valueLabel(path, value);
}

QStringList sidesOf(const QList<Claim> &claims, const Schema &schema)
{
    QStringList sides;
    const QString path = schema.fieldOf(role::claims) + u'.' + schema.partOf(role::claims, u"side");
    if (const Field *field = schema.field(path)) {
        for (const Term &term : field->vocabulary)
            sides.append(term.id);
    }
    for (const Claim &claim : claims) {
        if (!sides.contains(claim.side))
            sides.append(claim.side);
    }
    return sides;
}

QString numberInWords(const Value &value)
{
    // In English, like the words around it: "3.000" would be three there.
    const QLocale english(QLocale::English);
    if (value.isInteger())
        return english.toString(value.toInteger());
    if (value.isNumber())
        return english.toString(value.toNumber(), 'g', QLocale::FloatingPointShortest);
    return value.toText();
}

QString figureInWords(const Figure &figure)
{
    QStringList values = filled({figure.before.toText(), figure.after.toText()});
    return filled({values.join(u" → "_s), figure.unit}).join(u' ');
}

QString sourceInWords(const Source &source, const Schema &schema)
{
    return filled({source.year > 0 ? QString::number(source.year) : QString(),
                   partLabel(schema, role::sources, u"kind", source.kind),
                   partLabel(schema, role::sources, u"relation", source.relation)})
        .join(u" · "_s);
}

QString groupLabel(const QString &label)
{
    return label.isEmpty() ? ExportWords::tr("(none)") : label;
}

QString dateInWords(const QDate &date)
{
    return QLocale(QLocale::English).toString(date, u"d MMMM yyyy"_s);
}

} // namespace casebook
