#include "core/corpus/casestudy.h"

#include "core/corpus/schema.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

Value valueOfPart(const Value &owner, QStringView path)
{
    if (!owner.isList())
        return valueAt(owner, path);
    Value::List values;
    for (const Value &item : owner.items()) {
        Value value = valueAt(item, path);
        if (value.isList())
            values.insert(values.end(), value.items().begin(), value.items().end());
        else if (!value.isNull())
            values.push_back(std::move(value));
    }
    return values.empty() ? Value() : Value(std::move(values));
}

/// The texts of valueAt(), without a copy of it.
void appendTextsAt(const Value &owner, QStringView path, QStringList &texts)
{
    if (owner.isList()) {
        for (const Value &item : owner.items())
            appendTextsAt(item, path, texts);
    } else if (const Value *value = owner.find(path)) {
        value->appendTexts(texts);
    } else if (const qsizetype dot = path.indexOf(u'.'); dot >= 0) {
        appendTextsAt(owner[path.left(dot)], path.mid(dot + 1), texts);
    }
}

/// The records that have a role; a single map counts as a list of one.
Value::List records(const CaseStudy &study, const Schema &schema, QStringView roleName)
{
    const QString id = schema.fieldOf(roleName);
    if (id.isEmpty())
        return {};
    const Value &value = study.fields[id];
    if (value.isMap())
        return {value};
    return value.items();
}

/// Reads the parts of one record by the names that the schema gives them.
class PartReader {
public:
    PartReader(const Schema &schema, QStringView roleName) : m_schema(schema), m_role(roleName) {}

    const Value &value(const Value &record, QStringView part) const { return record[m_schema.partOf(m_role, part)]; }
    QString text(const Value &record, QStringView part) const { return value(record, part).toText(); }
    int number(const Value &record, QStringView part) const
    {
        const Value &found = value(record, part);
        const qint64 number = found.isNumber() ? found.toInteger() : found.toText().toLongLong();
        return number >= 0 && number < 100'000 ? static_cast<int>(number) : 0;
    }

private:
    const Schema &m_schema;
    QStringView m_role;
};

} // namespace

Value valueAt(const Value &fields, QStringView path)
{
    // A key may hold a dot itself, so the whole path is tried first.
    if (const Value *value = fields.find(path))
        return *value;
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return {};
    return valueOfPart(fields[path.left(dot)], path.mid(dot + 1));
}

bool hasValueAt(const Value &fields, QStringView path)
{
    if (fields.isList())
        return std::any_of(fields.items().begin(), fields.items().end(),
                           [path](const Value &item) { return hasValueAt(item, path); });
    if (const Value *value = fields.find(path))
        return !value->isEmpty();
    const qsizetype dot = path.indexOf(u'.');
    return dot >= 0 && hasValueAt(fields[path.left(dot)], path.mid(dot + 1));
}

QStringList textsAt(const CaseStudy &study, QStringView path)
{
    if (path == folderField && !study.fields.contains(path)) {
        const QString folder = study.id.left(std::max<qsizetype>(study.id.lastIndexOf(u'/'), 0));
        return folder.isEmpty() ? QStringList() : QStringList(folder);
    }
    QStringList texts;
    appendTextsAt(study.fields, path, texts);
    if (texts.size() > 1)
        texts.removeDuplicates();
    return texts;
}

QString roleText(const CaseStudy &study, const Schema &schema, QStringView roleName)
{
    return roleTexts(study, schema, roleName).join(u", "_s);
}

QStringList roleTexts(const CaseStudy &study, const Schema &schema, QStringView roleName)
{
    const QString id = schema.fieldOf(roleName);
    return id.isEmpty() ? QStringList() : study.fields[id].toTexts();
}

int yearOf(const CaseStudy &study, const Schema &schema)
{
    const QString text = roleText(study, schema, role::year);
    bool isNumber = false;
    const int year = text.left(4).toInt(&isNumber);
    return isNumber && year >= 1000 ? year : 0;
}

QList<Claim> claimsOf(const CaseStudy &study, const Schema &schema)
{
    const PartReader part(schema, role::claims);
    QList<Claim> claims;
    for (const Value &record : records(study, schema, role::claims)) {
        claims.append({part.text(record, u"side"), part.text(record, u"reason"), part.text(record, u"text"),
                       part.number(record, u"source")});
    }
    return claims;
}

QList<Figure> figuresOf(const CaseStudy &study, const Schema &schema)
{
    const PartReader part(schema, role::figures);
    QList<Figure> figures;
    for (const Value &record : records(study, schema, role::figures)) {
        figures.append({part.text(record, u"what"), part.value(record, u"before"), part.value(record, u"after"),
                        part.text(record, u"unit"), part.number(record, u"source")});
    }
    return figures;
}

QList<Source> sourcesOf(const CaseStudy &study, const Schema &schema)
{
    const PartReader part(schema, role::sources);
    QList<Source> sources;
    for (const Value &record : records(study, schema, role::sources)) {
        if (record.isScalar()) { // a bare address
            sources.append({record.toText(), record.toText(), 0, {}, {}});
            continue;
        }
        sources.append({part.text(record, u"title"), part.text(record, u"url"), part.number(record, u"year"),
                        part.text(record, u"kind"), part.text(record, u"relation")});
    }
    return sources;
}

} // namespace casebook
