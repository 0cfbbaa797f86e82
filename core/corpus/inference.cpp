#include "core/corpus/inference.h"

#include "core/evidence/evidencefields.h"
#include "core/sources/linkfields.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostChoices = 30;        // more distinct values than that are not a choice
constexpr int longestChoice = 40;      // characters; longer values are text
constexpr int mostFacets = 40;         // nobody reads more; a folder of hostile files has thousands
constexpr int mostSampledValues = 500; // distinct values kept per field

struct Evidence;

/// What has been seen under the keys of maps, in the order of first appearance.
class EvidenceList {
public:
    Evidence &of(const QString &id);
    const std::vector<Evidence> &all() const { return m_all; }

private:
    std::vector<Evidence> m_all;
    QHash<QString, std::size_t> m_indexes;
};

/// What has been seen under one key.
struct Evidence {
    QString id;
    int present = 0;
    int years = 0;
    int numbers = 0;
    int dates = 0;
    int urls = 0;
    int lists = 0;
    int maps = 0;
    int recordLists = 0;
    int longTexts = 0;
    int values = 0; ///< scalars, those of lists included
    QSet<QString> distinct;
    EvidenceList parts;
};

Evidence &EvidenceList::of(const QString &id)
{
    const auto known = m_indexes.constFind(id);
    if (known != m_indexes.constEnd())
        return m_all[*known];
    m_indexes.insert(id, m_all.size());
    m_all.push_back({});
    m_all.back().id = id;
    return m_all.back();
}

/// A day, with or without a time, or a month.
bool isDate(const QString &text)
{
    const bool isMonth = text.size() == 7 && text.mid(5, 2).toInt() <= 12;
    const bool isDay = text.size() >= 10 && text.at(7) == u'-' && text.mid(8, 2).toInt() > 0;
    return (isMonth || isDay) && text.at(4) == u'-' && text.left(4).toInt() > 0 && text.mid(5, 2).toInt() > 0;
}

void lookAtScalar(Evidence &evidence, const Value &value)
{
    const QString text = value.toText();
    ++evidence.values;
    if (value.isInteger() && value.toInteger() >= 1900 && value.toInteger() <= 2100)
        ++evidence.years;
    if (value.isNumber())
        ++evidence.numbers;
    else if (isDate(text))
        ++evidence.dates;
    else if (text.startsWith(u"http://") || text.startsWith(u"https://"))
        ++evidence.urls;
    if (text.size() > longestChoice)
        ++evidence.longTexts;
    if (evidence.distinct.size() < mostSampledValues)
        evidence.distinct.insert(text);
}

void lookAt(Evidence &evidence, const Value &value);

void lookAtParts(EvidenceList &all, const Value &map)
{
    for (const auto &[key, value] : map.entries()) {
        if (!value.isEmpty())
            lookAt(all.of(key), value);
    }
}

void lookAt(Evidence &evidence, const Value &value)
{
    ++evidence.present;
    if (value.isMap()) {
        ++evidence.maps;
        lookAtParts(evidence.parts, value);
    } else if (value.isList()) {
        const bool records =
            std::any_of(value.items().begin(), value.items().end(), [](const Value &item) { return item.isMap(); });
        ++(records ? evidence.recordLists : evidence.lists);
        for (const Value &item : value.items()) {
            if (item.isMap())
                lookAtParts(evidence.parts, item);
            else if (!records && item.isScalar())
                lookAtScalar(evidence, item);
        }
    } else {
        lookAtScalar(evidence, value);
    }
}

bool isChoice(const Evidence &evidence)
{
    const int distinct = static_cast<int>(evidence.distinct.size());
    if (evidence.longTexts > 0 || distinct > mostChoices)
        return false;
    // Values must recur; in a small corpus a handful of short values is a choice all the same.
    return distinct * 2 <= evidence.values || (distinct <= 5 && evidence.values > distinct);
}

FieldType typeOf(const Evidence &evidence)
{
    if (evidence.recordLists > 0)
        return FieldType::Records;
    if (evidence.maps > 0)
        return evidence.maps == evidence.present ? FieldType::Record : FieldType::Text;
    if (evidence.lists > 0)
        return FieldType::List;
    if (evidence.years == evidence.values
        && (evidence.id.contains(u"year", Qt::CaseInsensitive) || evidence.values > 1))
        return FieldType::Year;
    if (evidence.numbers == evidence.values)
        return FieldType::Number;
    // Of some a person may know the year alone.
    if (evidence.dates > 0 && evidence.dates + evidence.years == evidence.values)
        return FieldType::Date;
    if (evidence.urls == evidence.values)
        return FieldType::Url;
    return isChoice(evidence) ? FieldType::Choice : FieldType::Text;
}

bool isFacet(const Evidence &evidence, FieldType type)
{
    if (type == FieldType::Choice || type == FieldType::Year)
        return evidence.distinct.size() > 1 || evidence.present > 1;
    return type == FieldType::List && evidence.longTexts == 0 && evidence.distinct.size() < mostSampledValues
        && evidence.distinct.size() < evidence.values;
}

Field fieldFrom(const Evidence &evidence)
{
    Field field;
    field.id = evidence.id;
    field.label = labelFromId(evidence.id);
    field.type = typeOf(evidence);
    field.facet = isFacet(evidence, field.type);
    for (const Evidence &part : evidence.parts.all()) {
        Field inner = fieldFrom(part);
        // A part is a facet only where it is a choice: years and counts inside records say little about the case.
        inner.facet = inner.type == FieldType::Choice && evidence.present > 1;
        field.fields.append(inner);
    }
    return field;
}

void addFolderField(Schema &schema, const CaseStudies &cases)
{
    const bool hasFolders =
        std::any_of(cases.begin(), cases.end(), [](const auto &study) { return study->id.contains(u'/'); });
    if (!hasFolders || schema.field(folderField))
        return;
    Field field;
    field.id = folderField.toString();
    field.label = QCoreApplication::translate("Corpus", "Folder");
    field.type = FieldType::Choice;
    field.facet = true;
    schema.computed.append(field);
}

void assignRoles(Schema &schema)
{
    for (const QStringView name :
         {role::title, role::organization, role::from, role::to, role::year, role::industry, role::stage, role::effort,
          role::claims, role::figures, role::sources, role::related, role::tags, role::reviewed}) {
        if (schema.field(name))
            schema.setRole(name.toString(), name.toString());
    }
    if (schema.fieldOf(role::year).isEmpty() && schema.field(u"date"))
        schema.setRole(u"year"_s, u"date"_s);
    const std::initializer_list<QStringView> grouping{u"decision", u"group", u"category", u"ring",
                                                      u"status",   u"type",  folderField};
    for (const QStringView name : grouping) {
        const Field *field = schema.field(name);
        if (field && !field->isRecord()) {
            schema.setRole(u"group"_s, field->id);
            return;
        }
    }
}

/// What groups the tree filters it too, however few cases there are yet to tell it from free text.
void makeGroupFacet(Schema &schema, const EvidenceList &evidence)
{
    const QString id = schema.fieldOf(role::group);
    const auto isMeant = [&](const auto &one) { return one.id == id; };
    const auto one = std::find_if(evidence.all().begin(), evidence.all().end(), isMeant);
    const auto field = std::find_if(schema.fields.begin(), schema.fields.end(), isMeant);
    if (one == evidence.all().end() || field == schema.fields.end() || field->type != FieldType::Text)
        return;
    if (one->longTexts == 0 && one->distinct.size() <= mostChoices) {
        field->type = FieldType::Choice;
        field->facet = true;
    }
}

} // namespace

Schema inferSchema(const CaseStudies &cases, const QString &name)
{
    EvidenceList evidence;
    for (const CaseStudyPtr &study : cases)
        lookAtParts(evidence, study->fields);
    Schema schema;
    schema.name = name;
    schema.inferred = true;
    int facets = 0;
    for (const Evidence &one : evidence.all()) {
        schema.fields.append(fieldFrom(one));
        Field &field = schema.fields.last();
        field.facet = field.facet && ++facets <= mostFacets;
    }
    addFolderField(schema, cases);
    assignRoles(schema);
    makeGroupFacet(schema, evidence);
    addEvidenceFields(schema);
    addLinkFields(schema);
    return schema;
}

} // namespace casebook
