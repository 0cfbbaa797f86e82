#include "core/exporters/jsonexport.h"

#include "core/base/clock.h"
#include "core/corpus/schemareader.h"
#include "core/corpus/schemaroles.h"
#include "core/exporters/json.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

void writeHead(JsonWriter &json, const ExportContent &content)
{
    const Schema &schema = content.corpus.schema();
    json.member(u"format"_s, u"casebook-export"_s);
    json.member(u"version"_s, jsonExportVersion);
    json.member(u"created"_s, documentTime().toUTC().toString(Qt::ISODate));
    json.key(u"corpus"_s);
    json.beginObject();
    json.member(u"name"_s, schema.name);
    json.member(u"subject"_s, schema.subject);
    json.member(u"description"_s, schema.description.simplified());
    json.member(u"cases"_s, content.corpus.size());
    json.endObject();
    json.key(u"selection"_s);
    json.beginObject();
    json.member(u"words"_s, content.words);
    json.member(u"query"_s, content.query);
    json.member(u"cases"_s, content.selection.matches());
    json.endObject();
}

void writeFields(JsonWriter &json, const QString &owner, const QList<Field> &fields)
{
    for (const Field &field : fields) {
        const QString path = owner.isEmpty() ? field.id : QString(owner + u'.' + field.id);
        json.beginObject();
        json.member(u"path"_s, path);
        json.member(u"label"_s, field.label);
        json.member(u"type"_s, fieldTypeName(field.type));
        json.key(u"required"_s);
        json.value(Value(field.required));
        json.key(u"facet"_s);
        json.value(Value(field.facet));
        json.key(u"terms"_s);
        json.beginArray();
        for (const Term &term : field.vocabulary) {
            json.beginObject();
            json.member(u"id"_s, term.id);
            json.member(u"label"_s, term.label);
            json.member(u"definition"_s, term.definition);
            json.endObject();
        }
        json.endArray();
        json.endObject();
        writeFields(json, path, field.fields);
    }
}

void writeGroups(JsonWriter &json, const ExportContent &content)
{
    json.beginArray();
    for (const ResultGroup &group : content.selection.groups) {
        json.beginObject();
        json.member(u"value"_s, group.value);
        json.member(u"label"_s, group.label);
        json.member(u"description"_s, group.description);
        json.member(u"color"_s, group.color);
        json.key(u"cases"_s);
        json.beginArray();
        for (const int row : group.rows)
            json.value(content.corpus.at(row)->id);
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

} // namespace

bool writeJson(const ExportContent &content, const ExportSink &sink)
{
    JsonWriter json;
    json.beginObject();
    writeHead(json, content);
    json.key(u"fields"_s);
    json.beginArray();
    writeFields(json, {}, content.corpus.schema().fields);
    json.endArray();
    json.key(u"roles"_s);
    json.beginObject();
    for (const auto &[name, field] : rolesOf(content.corpus.schema()))
        json.member(name, field);
    json.endObject();
    json.key(u"groups"_s);
    writeGroups(json, content);
    json.key(u"cases"_s);
    json.beginArray();
    for (const int row : content.selection.order) {
        const CaseStudy &study = *content.corpus.at(row);
        const QString body = readBody(content.corpus, study);
        writeCase(json, content.corpus, study, &body);
        if (!sink(json.take()))
            return false;
    }
    json.endArray();
    json.endObject();
    return sink(json.take());
}

} // namespace casebook
