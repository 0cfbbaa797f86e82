#include "core/exporters/json.h"

#include "core/corpus/casereader.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

void writePlace(JsonWriter &json, const Problem &problem)
{
    json.member(u"line"_s, problem.line);
    json.member(u"column"_s, problem.column);
}

void writeCaseProblems(JsonWriter &json, const Problems &problems)
{
    json.beginArray();
    for (const Problem &problem : problems) {
        json.beginObject();
        json.member(u"severity"_s, severityName(problem.severity));
        writePlace(json, problem);
        json.member(u"message"_s, problem.message);
        json.endObject();
    }
    json.endArray();
}

} // namespace

void writeCase(JsonWriter &json, const Corpus &corpus, const CaseStudy &study, const QString *body)
{
    const QString groupPath = corpus.schema().fieldOf(role::group);
    json.beginObject();
    json.member(u"id"_s, study.id);
    json.member(u"path"_s, study.path);
    json.member(u"title"_s, study.title);
    json.member(u"group"_s, groupPath.isEmpty() ? QString() : textsAt(study, groupPath).value(0));
    json.key(u"fields"_s);
    json.value(study.fields.isMap() ? study.fields : Value(Value::Map()));
    json.key(u"problems"_s);
    writeCaseProblems(json, corpus.problemsOf(study));
    if (body)
        json.member(u"body"_s, *body);
    json.endObject();
}

QString readBody(const Corpus &corpus, const CaseStudy &study)
{
    const Result<Document> document = readDocument(corpus.layout(), study.path);
    return document ? QString::fromUtf8(document->bodyText()) : QString();
}

void writeFacets(JsonWriter &json, const QList<Facet> &facets)
{
    json.beginArray();
    for (const Facet &facet : facets) {
        json.beginObject();
        json.member(u"field"_s, facet.path);
        json.member(u"label"_s, facet.label);
        json.key(u"values"_s);
        json.beginArray();
        for (const FacetValue &value : facet.values) {
            json.beginObject();
            json.member(u"value"_s, value.value);
            json.member(u"label"_s, value.label);
            json.member(u"count"_s, value.count);
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

void writeProblems(JsonWriter &json, const QList<FileProblem> &problems)
{
    json.beginArray();
    for (const FileProblem &found : problems) {
        json.beginObject();
        json.member(u"path"_s, found.path);
        writePlace(json, found.problem);
        json.member(u"severity"_s, severityName(found.problem.severity));
        json.member(u"message"_s, found.problem.message);
        json.endObject();
    }
    json.endArray();
}

} // namespace casebook
