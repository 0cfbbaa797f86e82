#include "app/selection.h"
#include "core/corpus/casereader.h"
#include "core/exporters/jsonwriter.h"
#include "core/markdown/parser.h"
#include "core/provenance/provenance.h"
#include "core/sources/archivecheck.h"

#include <cmath>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// What was looked for in one case.
struct CaseQuotes {
    CaseStudyPtr study;
    int bodyLine = 1; ///< the line of the file at which the body starts
    QList<Provenance> all;

    int lineOf(const SoughtWords &sought) const { return bodyLine + sought.number - 1; }
};

CaseQuotes quotesOf(const Corpus &corpus, const CaseStudyPtr &study, const Archive &archive, SnapshotTexts &texts)
{
    CaseQuotes quotes{study, 1, {}};
    const Result<Document> document = readDocument(corpus.layout(), study->path);
    const MarkdownNode body = document ? parseMarkdown(document->bodyText()) : MarkdownNode();
    if (document)
        quotes.bodyLine += static_cast<int>(document->bytes().first(document->body().begin).count('\n'));
    quotes.all = provenanceOf(*study, corpus.schema(), body, corpus.layout().root, archive, texts);
    return quotes;
}

void writePlace(JsonWriter &json, const TextPlace &place, const QString &text)
{
    json.beginObject();
    json.member(u"start"_s, place.start);
    json.member(u"length"_s, place.length);
    if (!text.isEmpty())
        json.member(u"text"_s, text);
    json.endObject();
}

void writeSeen(JsonWriter &json, const Provenance &one)
{
    json.member(u"source"_s, one.source);
    json.member(u"url"_s, one.url);
    json.member(u"taken"_s, one.snapshot.taken.toString(Qt::ISODate));
    json.key(u"latest"_s);
    json.value(Value(!one.isOlder()));
    json.member(u"sha256"_s, QString::fromLatin1(one.snapshot.sha256));
    json.key(u"measure"_s);
    json.value(Value(std::round(one.passage.measure * 1000) / 1000));
    if (one.passage.place.length > 0) {
        json.key(u"passage"_s);
        writePlace(json, one.passage.place, one.passageText);
        json.key(u"parts"_s);
        json.beginArray();
        for (const TextPlace &part : one.passage.parts)
            writePlace(json, part, {});
        json.endArray();
    }
    json.key(u"changes"_s);
    json.beginArray();
    for (const WordChange &change : one.passage.changes) {
        json.beginObject();
        json.member(u"sought"_s, change.sought);
        json.member(u"seen"_s, change.seen);
        json.endObject();
    }
    json.endArray();
    json.key(u"missing"_s);
    json.beginArray();
    for (const QString &number : one.passage.missing)
        json.value(number);
    json.endArray();
}

/// [{"case", "kind", "line" or "claim", "words", "verbatim", "state", and of what was seen: "source", "url", "taken",
/// "latest": whether that is the latest snapshot, "sha256", "measure", "passage": {"start", "length", "text"}, "parts",
/// "changes": [{"sought", "seen"}], "missing"}], places in UTF-16 units of the readable text.
void printJson(const QList<CaseQuotes> &cases, Console &console)
{
    JsonWriter json;
    json.beginArray();
    for (const CaseQuotes &quotes : cases) {
        for (const Provenance &one : quotes.all) {
            const bool isQuote = one.sought.kind == SoughtWords::Kind::Quote;
            json.beginObject();
            json.member(u"case"_s, quotes.study->id);
            json.member(u"kind"_s, isQuote ? u"quote"_s : u"claim"_s);
            json.member(isQuote ? u"line"_s : u"claim"_s, isQuote ? quotes.lineOf(one.sought) : one.sought.number);
            json.member(u"words"_s, one.sought.words);
            json.key(u"verbatim"_s);
            json.value(Value(one.sought.isVerbatim));
            json.member(u"state"_s, provenanceId(one.state));
            if (one.isKnown())
                writeSeen(json, one);
            json.endObject();
        }
        console.write(json.take());
    }
    json.endArray();
    console.write(json.take());
}

QString headOf(const CaseQuotes &quotes, const Provenance &one)
{
    const bool isQuote = one.sought.kind == SoughtWords::Kind::Quote;
    const QString what = isQuote ? CommandText::tr("quote in line %1").arg(quotes.lineOf(one.sought))
                                 : CommandText::tr("claim %1").arg(one.sought.number);
    const QString where = one.isOlder() ? CommandText::tr(", in an older snapshot") : QString();
    return what + u": "_s + plainLine(provenanceWord(one)) + where;
}

void printLines(const QList<CaseQuotes> &cases, Console &console)
{
    constexpr qsizetype longest = 100;
    for (const CaseQuotes &quotes : cases) {
        if (quotes.all.isEmpty())
            continue;
        console.write(console.style().bold(plainLine(quotes.study->path)) + u'\n');
        for (const Provenance &one : quotes.all) {
            QString words = plainLine(one.sought.words.simplified());
            if (words.size() > longest)
                words = words.first(longest - 1) + u'\u2026';
            console.write(u"  "_s + headOf(quotes, one) + u'\n');
            console.write(u"    \u201c"_s + words + u"\u201d\n"_s);
            if (one.state != Provenance::State::NoSnapshot) {
                const QStringList lines = provenanceInLines(one).split(u'\n');
                for (const QString &line : lines)
                    console.write(console.style().dim(u"    "_s + plainLine(line)) + u'\n');
            }
        }
    }
}

/// Counts quotes that claim to be verbatim, or the rest, by state.
QString countsOf(const QList<CaseQuotes> &cases, bool verbatim)
{
    using State = Provenance::State;
    QHash<State, int> counts;
    for (const CaseQuotes &quotes : cases) {
        for (const Provenance &one : quotes.all)
            counts[one.state] += one.sought.isVerbatim == verbatim ? 1 : 0;
    }
    const QString form = verbatim
        ? CommandText::tr("Quotes: found %1, found with changes %2, not found %3, without a snapshot to look in %4")
        : CommandText::tr("Claims and paraphrases: passage found %1, without its numbers %2, no passage %3, without a "
                          "snapshot to look in %4");
    return form.arg(counts.value(State::Found))
        .arg(counts.value(State::Changed))
        .arg(counts.value(State::NotFound))
        .arg(counts.value(State::NoSnapshot) + counts.value(State::Unreadable));
}

bool lacksQuote(const CaseQuotes &quotes)
{
    return std::any_of(quotes.all.begin(), quotes.all.end(), [](const Provenance &one) {
        return one.sought.isVerbatim && one.state == Provenance::State::NotFound;
    });
}

ExitStatus run(const Invocation &invocation, Console &console)
{
    const Result<Selection> selection = selectCases(invocation, console);
    if (!selection)
        return fail(selection.error(), console);
    const Corpus &corpus = selection->corpus;
    const Archive archive = Archive::read(corpus.layout().root);
    for (const QList<FileProblem> problems = indexProblems(archive); const FileProblem &problem : problems) {
        const QString line = problem.problem.line > 0 ? QString::number(problem.problem.line) + u':' : QString();
        console.message(problem.path + u':' + line + u' ' + plainLine(problem.problem.message));
    }
    SnapshotTexts texts;
    QList<CaseQuotes> cases;
    for (const int row : selection->result.order) {
        console.progress(CommandText::tr("Looking through the sources of %1").arg(plainLine(corpus.at(row)->id)));
        cases.append(quotesOf(corpus, corpus.at(row), archive, texts));
    }
    console.progress({});
    if (invocation.isSet(u"json"_s))
        printJson(cases, console);
    else
        printLines(cases, console);
    if (archive.isEmpty()) {
        console.message(
            CommandText::tr("No snapshots are kept, so there is nowhere to look. See casebook archive --help"));
    } else if (!invocation.isSet(u"json"_s)) {
        console.message(countsOf(cases, true));
        console.message(countsOf(cases, false));
    }
    return std::any_of(cases.begin(), cases.end(), lacksQuote) ? ExitStatus::Found : ExitStatus::Done;
}

} // namespace

Command quotesCommand()
{
    Command command;
    command.name = u"quotes"_s;
    command.usage = u"[--view ID] [--filter QUERY] [--json]"_s;
    command.summary = CommandText::tr("Look for quotes and claims in the snapshots of their sources");
    command.details = CommandText::tr(
        "A quote is looked for word by word, a claim by its rare words and its numbers. What is seen is told, never "
        "whether it is true. A quote names its source by a link, a title or a number behind a dash at its end; else "
        "all "
        "sources of the case are looked through. Nothing is fetched. The exit status is 1 where a quote was not "
        "found.");
    command.options = {filterOption(), viewOption(), jsonOption()};
    command.run = run;
    return command;
}

} // namespace casebook
