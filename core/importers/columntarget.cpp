#include "core/importers/columntarget.h"

#include "core/base/fold.h"
#include "core/corpus/casetemplate.h"
#include "core/importers/casefields.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

/// Headers by what they are. Of those that two could have, the first one of the table has it.
struct Names {
    QStringView target;
    QStringView headers; ///< between bars
};

constexpr std::array names{
    Names{role::title, u"title|project|product|case|case study|use case title|what"},
    Names{role::organization,
          u"organization|organisation|organizations|company|companies|company name|org|adopter|"
          "customer|client|user|who|name|vendor|team"},
    Names{role::group, u"group|decision"},
    Names{role::from,
          u"from|migrated from|moved from|replaced|replaces|previous|previously|before|old language|"
          "old technology|source language"},
    Names{role::to, u"to|migrated to|moved to|new language|new technology|target language|replaced by"},
    Names{role::year, u"year|since|date|published|adopted|adopted in|publication date|publication year"},
    Names{target::topic, u"industry|sector|category|domain|topic|vertical|field of business"},
    Names{role::stage, u"stage|status|maturity"},
    Names{role::tags, u"tags|keywords|labels"},
    Names{role::related, u"related|related cases|see also"},
    Names{role::reviewed, u"reviewed|last reviewed"},
    Names{u"sources.url",
          u"url|urls|link|links|source|sources|sources url|source url|website|site|homepage|reference|"
          "references|article|blog|blog post|post|article url"},
    Names{u"sources.title", u"sources title|source title|article title|link title"},
    Names{u"sources.year", u"sources year|source year"},
    Names{u"sources.kind", u"sources kind|source kind"},
    Names{u"sources.relation", u"sources relation|source relation"},
    Names{target::body,
          u"body|description|text|notes|note|details|summary|comment|comments|remarks|usage|use case|use cases|"
          "abstract"},
};

/// Words alone, so that "Last_reviewed:" is "last reviewed".
QString plainName(const QString &text)
{
    QString words;
    for (const QChar c : QString::fromUtf8(fold(text)))
        words += c.isLetterOrNumber() ? c : QChar(u' ');
    return words.simplified();
}

QHash<QString, QString> namesToTargets()
{
    QHash<QString, QString> known;
    for (const Names &one : names) {
        const QList<QStringView> headers = one.headers.split(u'|');
        for (const QStringView header : headers)
            known.insert(header.toString(), one.target.toString());
    }
    return known;
}

/// Roles that the reader of a table fills by itself, and in its own way.
constexpr std::array ownRoles{role::title, role::organization, role::group, role::from, role::to, role::year};

/// A path of the schema as a target.
QString targetOfPath(const QString &path, const Schema &schema)
{
    for (const QStringView one : ownRoles) {
        if (schema.fieldOf(one) == path)
            return one.toString();
    }
    const QString owner = path.section(u'.', 0, 0);
    if (path.contains(u'.') && owner == schema.fieldOf(role::sources)) {
        for (const QStringView part : {u"title", u"url", u"year", u"kind", u"relation"}) {
            if (schema.partOf(role::sources, part) == path.section(u'.', 1))
                return role::sources + u'.' + part;
        }
    }
    return path;
}

void addTarget(QList<ColumnTarget> &targets, const QString &target, const QString &label)
{
    const auto same = [&target](const ColumnTarget &known) { return known.target == target; };
    if (std::none_of(targets.begin(), targets.end(), same))
        targets.append({target, label});
}

QString topicLabel(const Schema &schema)
{
    const QString industry = schema.fieldOf(role::industry);
    const QString tags = schema.fieldOf(role::tags);
    if (industry.isEmpty() || tags.isEmpty())
        return ImportText::tr("Topic");
    return ImportText::tr("%1, or else %2").arg(schema.fieldLabel(industry), schema.fieldLabel(tags));
}

/// The field whose id or label a header is; "" where none is it, or several are.
QString pathCalled(const QString &header, const Schema &schema)
{
    const QString name = plainName(header);
    QStringList found;
    const auto look = [&](const QString &path, const QString &label) {
        if (plainName(path) == name || plainName(label) == name)
            found.append(path);
    };
    for (const Field &field : schema.fields) {
        if (!field.isRecord())
            look(field.id, field.label);
        for (const Field &part : field.fields)
            look(field.id + u'.' + part.id, field.label + u' ' + part.label);
    }
    return found.size() == 1 ? found.first() : QString();
}

/// Whether a role that is no field of a target corpus is better kept under the header.
bool isKnownTarget(const QString &target, const Schema &schema)
{
    for (const QStringView one : {role::stage, role::tags, role::related, role::reviewed}) {
        if (target == one)
            return !schema.fieldOf(one).isEmpty();
    }
    return true;
}

int columnCalled(const QString &name, const QList<ImportedColumn> &columns)
{
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).header.compare(name.simplified(), Qt::CaseInsensitive) == 0)
            return i;
    }
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    return isNumber && number >= 1 && number <= columns.size() ? number - 1 : -1;
}

} // namespace

QString targetOfHeader(const QString &header)
{
    static const QHash<QString, QString> known = namesToTargets();
    if (const QString target = known.value(plainName(header)); !target.isEmpty())
        return target;
    // "Industry / Sector", "Company (legal name)", "Link(s)".
    static const QRegularExpression remark(u"\\([^()]*\\)"_s);
    static const QRegularExpression between(u"[/&,|]|\\b(?:and|or)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    for (const QString &part : QString(header).remove(remark).split(between)) {
        if (const QString target = known.value(plainName(part)); !target.isEmpty())
            return target;
    }
    return {};
}

QString keyOfColumn(const QString &header, int column)
{
    static const QRegularExpression key(u"^[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)?$"_s);
    const QString name = header.isEmpty() ? u"column-%1"_s.arg(column + 1)
        : header.contains(key)            ? header
                                          : idFromTitle(header);
    return name == importedKey ? u"column-"_s + name : name; // ours, and written by each import
}

QList<ColumnTarget> columnTargets(const Schema &schema)
{
    QList<ColumnTarget> targets;
    if (schema.fieldOf(role::title).isEmpty())
        addTarget(targets, role::title.toString(), ImportText::tr("Title"));
    for (const Field &field : schema.fields) {
        if (!field.isRecord())
            addTarget(targets, targetOfPath(field.id, schema), field.label);
        if (field.id == schema.fieldOf(role::industry))
            addTarget(targets, target::topic.toString(), topicLabel(schema));
        for (const Field &part : field.fields)
            addTarget(targets, targetOfPath(field.id + u'.' + part.id, schema),
                      ImportText::tr("%1: %2").arg(field.label, part.label));
    }
    addTarget(targets, target::topic.toString(), topicLabel(schema));
    addTarget(targets, u"sources.url"_s, ImportText::tr("Source's address"));
    addTarget(targets, target::body.toString(), ImportText::tr("Text"));
    return targets;
}

QStringList fittingTargets(const QList<ImportedColumn> &columns, const Schema &schema)
{
    QStringList targets;
    for (int i = 0; i < columns.size(); ++i) {
        const ImportedColumn &column = columns.at(i);
        const QString path = pathCalled(column.header, schema);
        if (column.target == target::none)
            targets.append(column.target);
        else if (!path.isEmpty())
            targets.append(targetOfPath(path, schema));
        else
            targets.append(isKnownTarget(column.target, schema) ? column.target : keyOfColumn(column.header, i));
    }
    return targets;
}

Result<QString> targetCalled(const QString &word, const Schema &schema)
{
    if (word == target::none || word == target::body || word == target::topic)
        return word;
    if (const QString path = pathCalled(word, schema); !path.isEmpty())
        return targetOfPath(path, schema);
    const QList<ColumnTarget> targets = columnTargets(schema);
    QStringList known{target::none.toString()};
    for (const ColumnTarget &one : targets) {
        if (one.target == word || plainName(one.label) == plainName(word))
            return one.target;
        known.append(one.target);
    }
    return Error{
        ImportText::tr("The corpus has no field \"%1\". A column can become: %2.").arg(word, known.join(u", "_s))};
}

Result<QStringList> chosenTargets(const QList<ImportedColumn> &columns, const QStringList &assignments,
                                  const Schema &schema)
{
    QStringList targets = fittingTargets(columns, schema);
    QStringList headers;
    for (const ImportedColumn &column : columns)
        headers.append(column.header);
    for (const QString &assignment : assignments) {
        // A header may hold the sign too; what a field is called does not.
        const qsizetype at = assignment.lastIndexOf(u'=');
        if (at <= 0)
            return Error{
                ImportText::tr("\"%1\" says of no column what it becomes: write \"Column=field\".").arg(assignment)};
        if (columns.isEmpty())
            return Error{ImportText::tr("The document has no columns: it is no table.")};
        const int column = columnCalled(assignment.left(at), columns);
        if (column < 0) {
            return Error{ImportText::tr("The table has no column \"%1\". Its columns: %2.")
                             .arg(assignment.left(at), headers.join(u", "_s))};
        }
        const Result<QString> target = targetCalled(assignment.mid(at + 1).trimmed(), schema);
        if (!target)
            return target.error();
        targets[column] = *target;
    }
    return targets;
}

} // namespace casebook
