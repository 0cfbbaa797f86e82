#include "core/importers/newcorpus.h"

#include "core/corpus/casetemplate.h"
#include "core/corpus/schemareader.h"
#include "core/corpus/schemaroles.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

Field field(QStringView id, const QString &label, FieldType type, bool facet = false)
{
    Field made;
    made.id = id.toString();
    made.label = label;
    made.type = type;
    made.facet = facet;
    return made;
}

Field records(QStringView id, const QString &label, QList<Field> parts)
{
    Field made = field(id, label, FieldType::Records);
    made.fields = std::move(parts);
    return made;
}

QList<Term> terms(std::initializer_list<std::pair<QStringView, QString>> list)
{
    QList<Term> made;
    for (const auto &[id, label] : list)
        made.append({id.toString(), label, {}});
    return made;
}

Field choice(QStringView id, const QString &label, QList<Term> vocabulary, bool facet)
{
    Field made = field(id, label, FieldType::Choice, facet);
    made.vocabulary = std::move(vocabulary);
    return made;
}

QList<Term> kinds()
{
    return terms({{u"engineering-blog", ImportText::tr("Engineering blog")},
                  {u"vendor-blog", ImportText::tr("Vendor's blog")},
                  {u"talk", ImportText::tr("Talk or video")},
                  {u"podcast", ImportText::tr("Podcast")},
                  {u"discussion", ImportText::tr("Discussion")},
                  {u"news", ImportText::tr("News")},
                  {u"article", ImportText::tr("Article")},
                  {u"paper", ImportText::tr("Paper")}});
}

Field claims()
{
    return records(role::claims, ImportText::tr("Claims"),
                   {choice(u"side", ImportText::tr("Side"),
                           terms({{u"for", ImportText::tr("For")}, {u"against", ImportText::tr("Against")}}), true),
                    field(u"reason", ImportText::tr("Reason"), FieldType::Choice, true),
                    field(u"text", ImportText::tr("Claim"), FieldType::Text),
                    field(u"source", ImportText::tr("Source"), FieldType::Number)});
}

Field figures()
{
    return records(role::figures, ImportText::tr("Figures"),
                   {field(u"what", ImportText::tr("What was measured"), FieldType::Text),
                    field(u"before", ImportText::tr("Before"), FieldType::Number),
                    field(u"after", ImportText::tr("After"), FieldType::Number),
                    field(u"unit", ImportText::tr("Unit"), FieldType::Text),
                    field(u"source", ImportText::tr("Source"), FieldType::Number)});
}

Field sources()
{
    return records(role::sources, ImportText::tr("Sources"),
                   {field(u"title", ImportText::tr("Title"), FieldType::Text),
                    field(u"url", ImportText::tr("Address"), FieldType::Url),
                    field(u"year", ImportText::tr("Year"), FieldType::Year),
                    choice(u"kind", ImportText::tr("Kind of source"), kinds(), false),
                    choice(u"relation", ImportText::tr("Relation"),
                           terms({{u"first-party", ImportText::tr("First-party")},
                                  {u"third-party", ImportText::tr("Third-party")}}),
                           false)});
}

Field imported()
{
    Field made = field(u"imported", ImportText::tr("Imported"), FieldType::Record);
    made.fields = {field(u"from", ImportText::tr("From document"), FieldType::Text),
                   field(u"date", ImportText::tr("On"), FieldType::Date)};
    return made;
}

QList<Term> stages()
{
    return terms({{u"production", ImportText::tr("In production")},
                  {u"in-progress", ImportText::tr("In progress")},
                  {u"prototype", ImportText::tr("Prototype")},
                  {u"abandoned", ImportText::tr("Given up")},
                  {u"hypothetical", ImportText::tr("Hypothetical")}});
}

Schema usualSchema(bool grouped)
{
    Schema schema;
    schema.fields = {field(role::title, ImportText::tr("Title"), FieldType::Text),
                     field(role::organization, ImportText::tr("Organization"), FieldType::Text)};
    schema.fields.first().required = true;
    if (grouped)
        schema.fields.append(field(role::group, ImportText::tr("Group"), FieldType::Choice, true));
    schema.fields += {field(role::from, ImportText::tr("From"), FieldType::List, true),
                      field(role::to, ImportText::tr("To"), FieldType::List, true),
                      field(role::year, ImportText::tr("Year"), FieldType::Year, true),
                      field(role::industry, ImportText::tr("Industry"), FieldType::Choice, true),
                      choice(role::stage, ImportText::tr("Stage"), stages(), true),
                      claims(),
                      figures(),
                      sources(),
                      field(role::related, ImportText::tr("Related cases"), FieldType::List),
                      field(role::tags, ImportText::tr("Tags"), FieldType::List),
                      field(role::reviewed, ImportText::tr("Reviewed"), FieldType::Date),
                      imported()};
    for (const Field &one : std::as_const(schema.fields))
        schema.setRole(one.id, one.id);
    return schema;
}

// The words of usualSchema().
QString usualEvidence()
{
    return u"evidence:\n  first-party: first-party\n  third-party: third-party\n  hypothetical: hypothetical\n"
           "  interested: [vendor-blog]\n\n"_s;
}

QString fieldText(const Field &field, int depth)
{
    const QString indent(depth * 2, u' ');
    QString text = indent + yamlText(field.id) + u":\n"_s;
    text += indent + u"  type: "_s + fieldTypeName(field.type) + u'\n';
    text += indent + u"  label: "_s + yamlText(field.label) + u'\n';
    if (field.required)
        text += indent + u"  required: true\n"_s;
    if (field.facet)
        text += indent + u"  facet: true\n"_s;
    if (!field.vocabulary.isEmpty())
        text += indent + u"  vocabulary:\n"_s;
    for (const Term &term : field.vocabulary) {
        text += indent + u"    - {id: "_s + yamlText(term.id) + u", label: "_s + yamlText(term.label);
        text +=
            term.definition.isEmpty() ? u"}\n"_s : QString(u", definition: "_s + yamlText(term.definition) + u"}\n"_s);
    }
    if (!field.fields.isEmpty())
        text += indent + u"  fields:\n"_s;
    for (const Field &part : field.fields)
        text += fieldText(part, depth + 2);
    return text;
}

/// Those roles that do not go by their own names; a record with parts of other names as a map.
QString rolesText(const Schema &schema)
{
    const QList<std::pair<QString, QString>> roles = rolesOf(schema);
    QString text;
    for (qsizetype i = 0; i < roles.size(); ++i) {
        const auto &[name, id] = roles.at(i);
        QStringList parts;
        for (; i + 1 < roles.size() && roles.at(i + 1).first.startsWith(name + u'.'); ++i)
            parts.append(roles.at(i + 1).first.section(u'.', 1) + u": "_s + yamlText(roles.at(i + 1).second));
        if (!parts.isEmpty())
            text += u"  "_s + name + u": {field: "_s + yamlText(id) + u", "_s + parts.join(u", "_s) + u"}\n"_s;
        else if (id != name)
            text += u"  "_s + name + u": "_s + yamlText(id) + u'\n';
    }
    return text.isEmpty() ? QString() : QString(u"roles:\n"_s + text + u'\n');
}

} // namespace

QString schemaText(const Schema &schema)
{
    QString text = rolesText(schema);
    if (!schema.groups.isEmpty())
        text += u"groups:\n"_s;
    for (const Group &group : schema.groups) {
        text += u"  - value: "_s + yamlText(group.value) + u"\n    label: "_s + yamlText(group.label) + u'\n';
        if (!group.description.isEmpty())
            text += u"    description: "_s + yamlText(group.description) + u'\n';
        if (!group.color.isEmpty())
            text += u"    color: "_s + yamlText(group.color) + u'\n';
    }
    text += (schema.groups.isEmpty() ? u"fields:\n"_s : u"\nfields:\n"_s);
    for (const Field &one : schema.fields)
        text += fieldText(one, 1);
    return text;
}

QByteArray newCorpusText(const ImportedDocument &document, const QString &folderName)
{
    Schema schema = document.schema.value_or(usualSchema(!document.groups.isEmpty()));
    if (schema.groups.isEmpty()) {
        for (const ImportedGroup &group : document.groups)
            schema.groups.append({idFromTitle(group.label), group.label, group.description, {}});
    }
    if (!schema.field(u"imported"))
        schema.fields.append(imported());
    QString text = u"name: "_s + yamlText(document.name.isEmpty() ? folderName : document.name) + u'\n';
    if (!schema.subject.isEmpty())
        text += u"subject: "_s + yamlText(schema.subject) + u'\n';
    if (!document.description.isEmpty())
        text += u"description: "_s + yamlText(document.description) + u'\n';
    text += u'\n';
    if (!document.schema)
        text += usualEvidence();
    return (text + schemaText(schema)).toUtf8();
}

} // namespace casebook
