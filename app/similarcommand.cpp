#include "app/selection.h"
#include "core/exporters/json.h"
#include "core/exporters/textlist.h"
#include "core/query/similar.h"

#include <cmath>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPrinted = 10;

/// [{"id", "title", "score", "reasons": [{"kind", "field", "values"}]}], a kind being "related", "field" or "words".
void printJson(const Corpus &corpus, const QList<SimilarCase> &found, Console &console)
{
    JsonWriter json;
    json.beginArray();
    for (const SimilarCase &similar : found) {
        json.beginObject();
        json.member(u"id"_s, similar.id);
        json.member(u"title"_s, corpus.find(similar.id)->title);
        json.key(u"score"_s);
        json.value(Value(std::round(similar.score * 1000) / 1000));
        json.key(u"reasons"_s);
        json.beginArray();
        for (const SimilarReason &reason : similar.reasons) {
            json.beginObject();
            json.member(u"kind"_s,
                        reason.kind == SimilarReason::Kind::Related     ? u"related"_s
                            : reason.kind == SimilarReason::Kind::Field ? u"field"_s
                                                                        : u"words"_s);
            json.member(u"field"_s, reason.path);
            json.key(u"values"_s);
            json.beginArray();
            for (const QString &value : reason.values)
                json.value(value);
            json.endArray();
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
    console.write(json.take());
}

void printLines(const Corpus &corpus, const QList<SimilarCase> &found, Console &console)
{
    for (const SimilarCase &similar : found) {
        const CaseStudyPtr study = corpus.find(similar.id);
        const QString organization = plainLine(roleText(*study, corpus.schema(), role::organization));
        const QString title = plainLine(study->title);
        console.write(console.style().bold(plainLine(similar.id)) + u"  "_s
                      + (organization.isEmpty() ? title : organization + u" · "_s + title) + u'\n');
        console.write(u"    "_s + plainLine(reasonsLine(similar, corpus.schema())) + u'\n');
    }
}

ExitStatus run(const Invocation &invocation, Console &console)
{
    const Result<Corpus> corpus = openCorpus(invocation, console);
    if (!corpus)
        return fail(corpus.error(), console);
    const QString &id = invocation.operands.first();
    if (!corpus->find(id)) {
        QStringList ids;
        for (const CaseStudyPtr &known : corpus->cases())
            ids.append(known->id);
        return fail(unknownCase(id, ids), console);
    }
    const QList<SimilarCase> found = similarCases(corpus->cases(), corpus->schema(), id, mostPrinted);
    if (invocation.isSet(u"json"_s))
        printJson(*corpus, found, console);
    else
        printLines(*corpus, found, console);
    if (found.isEmpty() && !invocation.isSet(u"json"_s))
        console.message(CommandText::tr("No other case has anything in common with %1.").arg(plainLine(id)));
    return ExitStatus::Done;
}

} // namespace

Command similarCommand()
{
    Command command;
    command.name = u"similar"_s;
    command.usage = u"ID [--json]"_s;
    command.summary = CommandText::tr("Print the cases that are most like one, with the reasons");
    command.details =
        CommandText::tr("Compared are choices, lists, organizations and words; what few cases have counts "
                        "most. ID is what list prints.");
    command.options = {jsonOption()};
    command.operands = QStringList{CommandText::tr("the ID of a case")};
    command.run = run;
    return command;
}

} // namespace casebook
