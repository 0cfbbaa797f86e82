#include "core/exporters/json.h"

#include "core/corpus/casereader.h"
#include "core/evidence/evidence.h"
#include "core/evidence/evidencefields.h"

#include <utility>

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

/// The members of an object that has been begun.
void writeStrength(JsonWriter &json, const Strength &strength, const QList<EvidenceStep> &steps)
{
    json.member(u"strength"_s, levelId(strength.level));
    json.member(u"weakened"_s, strength.weakened);
    json.key(u"steps"_s);
    json.beginArray();
    for (const EvidenceStep &step : steps) {
        json.beginObject();
        json.member(u"rule"_s, step.rule);
        json.member(u"effect"_s, step.effect);
        json.member(u"text"_s, step.sentence);
        json.endObject();
    }
    json.endArray();
}

void writeEvidence(JsonWriter &json, const std::optional<CaseEvidence> &evidence)
{
    if (!evidence) {
        json.value(Value());
        return;
    }
    json.beginObject();
    writeStrength(json, evidence->strength, evidence->steps());
    json.key(u"claims"_s);
    json.beginArray();
    for (const Strength &claim : evidence->claims) {
        json.beginObject();
        writeStrength(json, claim, stepsOf(claim));
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void writeWordRanks(JsonWriter &json, const Rank &rank)
{
    json.member(u"points"_s, rank.relevance.points);
    json.member(u"nearness"_s, rank.relevance.nearness);
    json.member(u"length"_s, rank.relevance.fieldSize);
    json.key(u"words"_s);
    json.beginArray();
    for (qsizetype i = 0; i < rank.words.size(); ++i) {
        const WordRank &word = rank.wordRanks[static_cast<std::size_t>(i)];
        json.beginObject();
        json.member(u"word"_s, QString::fromUtf8(rank.words.at(i).text));
        json.member(u"place"_s, placeId(word.place));
        json.member(u"whole"_s, word.whole);
        json.member(u"points"_s, word.points());
        json.endObject();
    }
    json.endArray();
}

/// Of the sources whose links have been checked; no key where none was.
void writeLinks(JsonWriter &json, const Corpus &corpus, const CaseStudy &study)
{
    bool any = false;
    const QStringList addresses = corpus.sourceFacts() ? webAddresses(study, corpus.schema()) : QStringList();
    for (const QString &address : addresses) {
        const LinkRecord link = corpus.sourceFacts()->link(address);
        if (link.state == LinkState::Unchecked)
            continue;
        if (!std::exchange(any, true)) {
            json.key(u"links"_s);
            json.beginArray();
        }
        writeLink(json, link);
    }
    if (any)
        json.endArray();
}

/// Of the sources of which snapshots are kept; no key where there is none.
void writeSnapshots(JsonWriter &json, const Corpus &corpus, const CaseStudy &study)
{
    const SourceFactsPtr &facts = corpus.sourceFacts();
    QStringList addresses = facts ? webAddresses(study, corpus.schema()) : QStringList();
    addresses.removeIf([&facts](const QString &address) { return !facts->hasSnapshot(address); });
    if (addresses.isEmpty())
        return;
    json.key(u"snapshots"_s);
    json.beginArray();
    for (const QString &address : std::as_const(addresses)) {
        json.beginObject();
        json.member(u"url"_s, address);
        json.member(u"checked"_s, facts->snapshotOf(address).toUTC().toString(Qt::ISODate));
        json.endObject();
    }
    json.endArray();
}

void writeRank(JsonWriter &json, const Rank &rank)
{
    const QString orders[] = {u"relevance"_s, u"field"_s, u"usual"_s};
    json.key(u"rank"_s);
    json.beginObject();
    json.member(u"order"_s, orders[static_cast<int>(rank.order)]);
    if (rank.order == Rank::Order::Field) {
        json.member(u"field"_s, rank.path);
        json.member(u"value"_s, rank.value);
    } else if (rank.order == Rank::Order::Relevance) {
        writeWordRanks(json, rank);
    }
    json.endObject();
}

} // namespace

void writeLink(JsonWriter &json, const LinkRecord &link)
{
    json.beginObject();
    json.member(u"url"_s, link.url);
    json.member(u"state"_s, linkStateId(link.state));
    json.member(u"status"_s, link.status);
    json.member(u"location"_s, link.location);
    json.member(u"checked"_s, link.checked.isValid() ? link.checked.toUTC().toString(Qt::ISODate) : QString());
    json.endObject();
}

void writeCase(JsonWriter &json, const Corpus &corpus, const CaseStudy &study, const QString *body, const Rank *rank)
{
    const QString groupPath = corpus.schema().fieldOf(role::group);
    json.beginObject();
    json.member(u"id"_s, study.id);
    json.member(u"path"_s, study.path);
    json.member(u"title"_s, study.title);
    json.member(u"group"_s, groupPath.isEmpty() ? QString() : textsAt(study, groupPath).value(0));
    json.key(u"fields"_s);
    json.value(study.fields.isMap() ? study.fields : Value(Value::Map()));
    if (corpus.schema().isComputed(evidenceField)) {
        json.key(u"evidence"_s);
        writeEvidence(json, EvidenceReader(corpus.schema(), corpus.today()).read(study));
    }
    writeLinks(json, corpus, study);
    writeSnapshots(json, corpus, study);
    json.key(u"problems"_s);
    writeCaseProblems(json, corpus.problemsOf(study));
    if (rank)
        writeRank(json, *rank);
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
