#include "app/commandline.h"
#include "app/interruption.h"
#include "app/linksoutput.h"
#include "app/selection.h"
#include "core/sources/linkchecker.h"
#include "core/sources/linkrecords.h"
#include "core/sources/webaddress.h"

#include <QEventLoop>
#include <QSettings>
#include <QTimer>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds interruptionPause(100);
constexpr std::chrono::seconds keepPause(10); // so that little is lost where the program is ended by force

/// The pages that the cases cite, in order.
QList<CitedLink> citedLinks(const Selection &selection)
{
    QList<CitedLink> links;
    for (const int row : selection.result.order) {
        const CaseStudy &study = *selection.corpus.at(row);
        QStringList addresses;
        for (const QList<Source> sources = sourcesOf(study, selection.corpus.schema());
             const Source &source : sources) {
            if (webAddress(source.url))
                addresses.append(source.url.trimmed());
        }
        addresses.removeDuplicates();
        for (const QString &address : std::as_const(addresses))
            links.append({study.id, address});
    }
    return links;
}

Result<FetchSettings> settingsFor(const Invocation &invocation)
{
    FetchSettings settings;
    if (!invocation.isSet(u"pause"_s))
        return settings;
    bool isNumber = false;
    const double seconds = invocation.value(u"pause"_s).toDouble(&isNumber);
    if (!isNumber || !(seconds >= 0 && seconds <= 3600))
        return Error{
            CommandText::tr("--pause takes a number of seconds, not \"%1\".").arg(invocation.value(u"pause"_s))};
    settings.pause = std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
    return settings;
}

/// Asks for all of them, and keeps what is found out from time to time. What was found out when it is interrupted is
/// what is answered.
LinkRecords checkLinks(const QString &root, const QStringList &urls, const FetchSettings &settings, bool allowPrivate,
                       const Interruption &interruption, Console &console)
{
    LinkRecords records;
    LinkRecordList unkept;
    Fetcher fetcher(settings);
    LinkChecker checker(fetcher);
    QEventLoop loop;
    QTimer watch; // a signal of the system may not do more than be remembered
    QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
        if (interruption.happened())
            loop.quit();
    });
    QTimer keep;
    QObject::connect(&keep, &QTimer::timeout, &loop, [&] {
        if (!unkept.isEmpty() && addLinkRecords(root, unkept)) // what stands in its way is told in the end
            unkept.clear();
    });
    QObject::connect(&checker, &LinkChecker::finished, &loop, &QEventLoop::quit);
    QObject::connect(&checker, &LinkChecker::checked, &loop, [&](const LinkRecord &record) {
        records.insert(record.url, record);
        unkept.append(record);
        console.progress(
            CommandText::tr("%1 of %2 sources: %3").arg(checker.done()).arg(checker.total()).arg(record.url));
    });
    checker.setAllowPrivate(allowPrivate);
    watch.start(interruptionPause);
    keep.start(keepPause);
    checker.start(urls);
    loop.exec();
    console.progress({});
    return records;
}

ExitStatus tell(const Selection &selection, const QList<CitedLink> &links, const LinkRecords &records, bool wasStopped,
                const Invocation &invocation, Console &console)
{
    console.write(invocation.isSet(u"json"_s) ? linksJson(links, records)
                                              : linksText(links, records, console.style()).toUtf8());
    console.message(linksSummary(records));
    const Result<LinkRecords> kept = addLinkRecords(selection.corpus.layout().root, records.values());
    if (!kept)
        return fail(kept.error(), console);
    if (wasStopped) {
        console.message(CommandText::tr("Interrupted: what was found out until then is kept."));
        return ExitStatus::Failed;
    }
    const bool isAnyDead = std::any_of(records.begin(), records.end(),
                                       [](const LinkRecord &record) { return record.state == LinkState::Dead; });
    return isAnyDead ? ExitStatus::Found : ExitStatus::Done;
}

ExitStatus run(const Invocation &invocation, Console &console)
{
    const Result<FetchSettings> settings = settingsFor(invocation);
    if (!settings)
        return refuseUsage(settings.error(), invocation.command, console);
    const Result<Selection> selection = selectCases(invocation, console);
    if (!selection)
        return fail(selection.error(), console);
    const QList<CitedLink> links = citedLinks(*selection);
    QStringList urls;
    for (const CitedLink &link : links)
        urls.append(link.url);
    urls.removeDuplicates();
    const Interruption interruption;
    const bool allowPrivate = invocation.isSet(u"allow-private"_s)
        || QSettings().value(u"sources/allowPrivate"_s).toBool(); // which the window sets
    const LinkRecords records =
        checkLinks(selection->corpus.layout().root, urls, *settings, allowPrivate, interruption, console);
    return tell(*selection, links, records, records.size() < urls.size(), invocation, console);
}

} // namespace

Command linksCommand()
{
    Command command;
    command.name = u"links"_s;
    command.usage = u"[--view ID] [--filter QUERY] [--json]"_s;
    command.summary = CommandText::tr("Ask whether the sources still answer");
    command.details = CommandText::tr(
        "Prints those that need a look, or with --json all of them. The results are kept, and shown beside each source "
        "in the window. The exit status is 1 where one is dead. Ctrl+C stops; what was found out until then is kept.");
    command.options = {filterOption(),
                       viewOption(),
                       jsonOption(),
                       {u"pause"_s,
                        CommandText::tr("Seconds between two requests to one host; 1 where it is not given."),
                        u"SECONDS"_s},
                       {u"allow-private"_s,
                        CommandText::tr("Also ask this computer and private networks. Only for a corpus that you "
                                        "trust.")}};
    command.run = run;
    return command;
}

} // namespace casebook
