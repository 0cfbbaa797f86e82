#include "app/commandline.h"
#include "app/interruption.h"
#include "app/selection.h"
#include "core/exporters/jsonwriter.h"
#include "core/importers/sourceaddress.h"
#include "core/sources/archive.h"
#include "core/sources/fetch.h"
#include "core/sources/snapshottaker.h"

#include <QEventLoop>
#include <QSettings>
#include <QTimer>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int interruptionPause = 100; // ms between two looks at whether Ctrl+C was pressed

/// A page and the cases that cite it.
struct CitedPage {
    QString url;
    QStringList cases;
};

using Outcomes = QHash<QString, SnapshotOutcome>;

QList<CitedPage> pagesOf(const Selection &selection, bool missingOnly)
{
    const Archive archive = missingOnly ? Archive::read(selection.corpus.layout().root) : Archive();
    QList<CitedPage> pages;
    QHash<QString, qsizetype> positions;
    for (const int position : selection.result.order) {
        const CaseStudyPtr &study = selection.corpus.at(position);
        for (const Source &source : sourcesOf(*study, selection.corpus.schema())) {
            const QString url = source.url.trimmed();
            if (!isSourceAddress(url) || archive.has(url))
                continue;
            if (!positions.contains(url)) {
                positions.insert(url, pages.size());
                pages.append({url, {}});
            }
            QStringList &cases = pages[positions.value(url)].cases;
            if (!cases.contains(study->id))
                cases.append(study->id);
        }
    }
    return pages;
}

/// Fetches and keeps until all is done, or Ctrl+C is pressed. False in that case.
bool keepAll(const QString &root, const QList<CitedPage> &pages, const SnapshotOptions &options, Outcomes &outcomes,
             Console &console)
{
    const Interruption interruption;
    Fetcher fetcher;
    SnapshotTaker taker(fetcher);
    QEventLoop loop;
    QTimer look;
    QObject::connect(&taker, &SnapshotTaker::finished, &loop, &QEventLoop::quit);
    QObject::connect(&taker, &SnapshotTaker::taken, &loop, [&](const SnapshotOutcome &outcome) {
        outcomes.insert(outcome.url, outcome);
        if (!outcome.message.isEmpty())
            console.message(CommandText::tr("%1: %2").arg(outcome.url, outcome.message));
    });
    QObject::connect(&taker, &SnapshotTaker::progressed, &loop, [&console](int done, int total) {
        console.progress(CommandText::tr("%1 of %2 pages").arg(done).arg(total));
    });
    QObject::connect(&look, &QTimer::timeout, &taker, [&] {
        if (interruption.happened())
            taker.cancel();
    });
    QStringList urls;
    for (const CitedPage &page : pages)
        urls.append(page.url);
    look.start(interruptionPause);
    taker.take(root, urls, options);
    loop.exec();
    console.progress({});
    return !interruption.happened();
}

void writeOutcome(JsonWriter &json, const QString &id, const SnapshotOutcome &outcome)
{
    const bool isKept = outcome.snapshot.taken.isValid();
    const Snapshot &snapshot = outcome.snapshot;
    json.beginObject();
    json.member(u"case"_s, id);
    json.member(u"url"_s, outcome.url);
    json.member(u"state"_s, snapshotStateId(outcome.state));
    json.member(u"path"_s, snapshot.path);
    json.member(u"taken"_s, isKept ? snapshot.taken.toString(Qt::ISODate) : QString());
    json.member(u"type"_s, snapshot.type);
    json.member(u"sha256"_s, QString::fromLatin1(snapshot.sha256));
    json.member(u"size"_s, isKept ? snapshot.size : 0);
    json.member(u"location"_s, isKept && snapshot.finalUrl != snapshot.url ? snapshot.finalUrl : QString());
    json.member(u"message"_s, outcome.message);
    json.endObject();
}

void printJson(const QList<CitedPage> &pages, const Outcomes &outcomes, Console &console)
{
    JsonWriter json;
    json.beginArray();
    for (const CitedPage &page : pages) {
        const auto outcome = outcomes.constFind(page.url);
        if (outcome == outcomes.constEnd()) // it was not its turn when Ctrl+C was pressed
            continue;
        for (const QString &id : page.cases)
            writeOutcome(json, id, *outcome);
    }
    json.endArray();
    console.write(json.take());
}

void printLines(const QList<CitedPage> &pages, const Outcomes &outcomes, Console &console)
{
    for (const CitedPage &page : pages) {
        const auto outcome = outcomes.constFind(page.url);
        if (outcome != outcomes.constEnd() && outcome->snapshot.taken.isValid())
            console.write(
                QString(outcome->snapshot.path + u'\t' + snapshotStateId(outcome->state) + u'\t' + page.url + u'\n'));
    }
}

int countOf(const Outcomes &outcomes, SnapshotOutcome::State state)
{
    return static_cast<int>(std::count_if(outcomes.begin(), outcomes.end(),
                                          [state](const SnapshotOutcome &outcome) { return outcome.state == state; }));
}

ExitStatus tell(const Outcomes &outcomes, bool isWhole, Console &console)
{
    using State = SnapshotOutcome::State;
    const int refused = countOf(outcomes, State::Refused);
    const int failed = countOf(outcomes, State::Failed);
    console.message(CommandText::tr("Kept: %1, unchanged: %2, not kept: %3")
                        .arg(countOf(outcomes, State::Kept))
                        .arg(countOf(outcomes, State::Unchanged))
                        .arg(refused + failed));
    if (!isWhole)
        return fail(Error{CommandText::tr("Interrupted: what was kept until then stays.")}, console);
    if (failed > 0)
        return ExitStatus::Failed;
    return refused > 0 ? ExitStatus::Found : ExitStatus::Done;
}

bool allowsPrivate(const Invocation &invocation)
{
    return invocation.isSet(u"allow-private"_s)
        || QSettings().value(u"sources/allowPrivate"_s).toBool(); // which the window sets
}

ExitStatus run(const Invocation &invocation, Console &console)
{
    const Result<Selection> selection = selectCases(invocation, console);
    if (!selection)
        return fail(selection.error(), console);
    const QList<CitedPage> pages = pagesOf(*selection, invocation.isSet(u"missing"_s));
    Outcomes outcomes;
    bool isWhole = true;
    if (pages.isEmpty()) {
        console.message(CommandText::tr("There is no source to keep a copy of."));
    } else {
        const SnapshotOptions options{invocation.isSet(u"pictures"_s), allowsPrivate(invocation)};
        isWhole = keepAll(selection->corpus.layout().root, pages, options, outcomes, console);
    }
    if (invocation.isSet(u"json"_s))
        printJson(pages, outcomes, console);
    else
        printLines(pages, outcomes, console);
    return pages.isEmpty() ? ExitStatus::Done : tell(outcomes, isWhole, console);
}

} // namespace

Command archiveCommand()
{
    Command command;
    command.name = u"archive"_s;
    command.usage = u"[--view ID] [--filter QUERY] [--missing] [--pictures] [--allow-private] [--json]"_s;
    command.summary = CommandText::tr("Keep copies of the sources of the cases that match");
    command.details = CommandText::tr(
        "Each page is fetched and stored as it was received, below archive/ in the corpus, and a line is "
        "added to archive/index.tsv. What is stored is never changed: a page that has changed is stored "
        "beside its earlier copy, and of one that has not only the look is recorded. Text and PDF of at "
        "most 20 MiB are kept. Prints the file, \"kept\" or \"unchanged\", and the address of each "
        "page. The exit status is 1 where there is a page of which no copy could be kept.");
    command.options = {filterOption(),
                       viewOption(),
                       {u"missing"_s, CommandText::tr("Only pages of which no copy is kept.")},
                       {u"pictures"_s, CommandText::tr("Keep the pictures in the text of the pages, too.")},
                       {u"allow-private"_s,
                        CommandText::tr("Also ask this computer and private networks: only for a corpus that is "
                                        "trusted.")},
                       jsonOption()};
    command.run = run;
    return command;
}

} // namespace casebook
