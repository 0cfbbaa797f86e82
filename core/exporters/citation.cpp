#include "core/exporters/citation.h"

#include "core/exporters/casewords.h"
#include "core/markdown/link.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::Export)
};

/// "Go → Rust, 2020"
QString circumstances(const CaseStudy &study, const Schema &schema)
{
    QStringList parts{moveInWords(study, schema, u", "_s)};
    if (const int year = yearOf(study, schema); year > 0)
        parts.append(QString::number(year));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString cited(const Source &source)
{
    QStringList parts;
    if (!source.title.isEmpty())
        parts.append(u"“"_s + source.title.simplified() + u"”"_s);
    if (source.year > 0)
        parts.append(QString::number(source.year));
    const QByteArray address = encodedLink(source.url);
    parts.append(address.isEmpty() ? source.url.simplified() : QString::fromLatin1(address));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

QString citation(const CaseStudy &study, const Schema &schema)
{
    const QString organization = roleTexts(study, schema, role::organization).join(u", "_s);
    QString text = organization.isEmpty() || organization == study.title
        ? study.title
        : QString(organization + u": "_s + study.title);
    if (const QString more = circumstances(study, schema); !more.isEmpty())
        text += u" ("_s + more + u')';
    text += u'.';
    QStringList sources;
    for (const Source &source : sourcesOf(study, schema))
        sources.append(cited(source));
    sources.removeAll(QString());
    if (!sources.isEmpty())
        text += u' ' + sources.join(u"; "_s) + u'.';
    const QDate reviewed = QDate::fromString(roleText(study, schema, role::reviewed), Qt::ISODate);
    if (!schema.name.isEmpty() && reviewed.isValid())
        text += u' ' + ExportWords::tr("In: %1, checked %2.").arg(schema.name, dateInWords(reviewed));
    else if (!schema.name.isEmpty())
        text += u' ' + ExportWords::tr("In: %1.").arg(schema.name);
    return text.simplified();
}

} // namespace casebook
