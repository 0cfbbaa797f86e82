#include "tests/bench/benchmark.h"

#include "tests/bench/generator.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <cstdio>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

// The targets are those of the design; what is asked of a person's patience is a floor of its own.
constexpr double frame = 16.7;    // ms
constexpr double firstRows = 200; // ms
constexpr double patience = 100;  // ms for which the window may stand still
constexpr double loadTarget = 6;  // times reading the bytes
constexpr double saveTarget = 2;  // times write, fdatasync, rename
constexpr double showLimit = 8;   // ms
constexpr double bytesTarget = 4; // times the bytes of the corpus
constexpr double programBytes = 60e6;
// What printing 200 cases from a browser took: Chromium, measured before this program was begun.
constexpr double chromiumTime = 5000; // ms
constexpr double chromiumBytes = 355e6;
constexpr double printTarget = 0.25;

using Collected = QMap<QString, Samples>;

/// A corpus that is there as long as this is.
class TemporaryCorpus {
public:
    TemporaryCorpus(QString folder, int cases, FacetFields facets = FacetFields::Usual)
        : m_folder(std::move(folder)), m_result(generateCorpus(m_folder, cases, 1, facets))
    {
    }
    ~TemporaryCorpus() { QDir(m_folder).removeRecursively(); }
    Q_DISABLE_COPY_MOVE(TemporaryCorpus)

    const Result<GeneratedCorpus> &result() const { return m_result; }

private:
    QString m_folder;
    Result<GeneratedCorpus> m_result;
};

/// Runs one task in a process of its own.
Result<Readings> runTask(const QString &name, const QString &folder)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"default.warning=false"_s); // what Qt's offscreen windows cannot do
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {u"--task"_s, name, folder});
    process.waitForFinished(-1);
    const QJsonObject object = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || object.isEmpty())
        return Error{u"The task \"%1\" has failed on %2."_s.arg(name, folder)};
    Readings readings;
    for (auto reading = object.begin(); reading != object.end(); ++reading)
        readings.insert(reading.key(), reading.value().toDouble());
    return readings;
}

/// Runs tasks by turns, so that whatever else the machine does falls on all of them. Readings are named "task.reading".
Result<Collected> collect(const QStringList &tasks, const QString &folder, int times)
{
    Collected collected;
    for (int round = 0; round < times; ++round) {
        for (const QString &task : tasks) {
            const Result<Readings> readings = runTask(task, folder);
            if (!readings)
                return readings.error();
            for (auto reading = readings->begin(); reading != readings->end(); ++reading)
                collected[QString(task + u'.' + reading.key())].add(reading.value());
        }
    }
    return collected;
}

int timesFor(int cases)
{
    return cases <= 2000 ? 7 : (cases <= 20'000 ? 5 : 3);
}

QList<Row> loadRows(const Collected &collected, int cases)
{
    const double floor = collected[u"bytes.ms"_s].median();
    const auto load = [&](const char *work, const QString &reading, double target) {
        return Row{work, cases, "reading the bytes", Unit::Milliseconds, floor, collected[reading].median(), target};
    };
    const auto wait = [&](const char *work, const QString &reading, double limit) {
        return Row{work, cases, "what a person notices", Unit::Milliseconds, limit, collected[reading].median(), 1};
    };
    return {
        load("load, all at once", u"load.ms"_s, loadTarget),
        load("load, in steps", u"steps.ms"_s, loadTarget),
        load("load, in the window", u"panel.loaded"_s, 0),
        wait("first batch read", u"steps.first"_s, firstRows),
        wait("first rows painted", u"panel.first"_s, firstRows),
        wait("longest stall of the window while loading", u"panel.stall"_s, patience),
    };
}

QList<Row> keystrokeRows(const Collected &collected, int cases)
{
    const double target = cases <= 20'000 ? 1 : 3;
    const auto row = [&](const char *work, const QString &reading) {
        return Row{work, cases, "one frame", Unit::Milliseconds, frame, collected[reading].median(), target};
    };
    return {
        row("keystroke to painted tree, median of 40", u"tree.keystroke"_s),
        row("keystroke to painted tree, worst of 40", u"tree.worstKeystroke"_s),
        row("the same with the filter panel, median", u"panel.keystroke"_s),
        row("the same with the filter panel, worst", u"panel.worstKeystroke"_s),
        Row{"the same, processor time", cases, "a frame of two cores", Unit::Milliseconds, 2 * frame,
            collected[u"panel.keystrokeBusy"_s].median(), target},
        Row{"longest stall of the window while typing", cases, "what a person notices", Unit::Milliseconds, patience,
            collected[u"panel.typingStall"_s].median(), 1},
        row("a keystroke in the command palette, median", u"palette.find"_s),
        row("a keystroke in the command palette, worst", u"palette.worst"_s),
    };
}

QList<Row> memoryRows(const Collected &collected, int cases, double bytes)
{
    const auto row = [&](const char *work, const QString &reading, double target) {
        return Row{work, cases, "the corpus's bytes", Unit::Bytes, bytes, collected[reading].median(), target};
    };
    return {
        row("memory of the window after loading", u"panel.resident"_s, bytesTarget + programBytes / bytes),
        row("memory of the window at its peak", u"panel.peak"_s, 0),
        row("memory of the core alone after loading", u"load.resident"_s, 0),
    };
}

} // namespace

Result<QList<Row>> measureCorpus(const QString &folder, int cases, FacetFields facets)
{
    std::fprintf(stderr, "%d cases: making them, then loading, filtering and weighing them\n", cases);
    const TemporaryCorpus corpus(folder, cases, facets);
    if (!corpus.result())
        return corpus.result().error();
    // Once unmeasured, so that the disk's cache holds the files.
    if (const Result<Readings> warm = runTask(u"bytes"_s, folder); !warm)
        return warm.error();
    const Result<Collected> collected =
        collect({u"bytes"_s, u"load"_s, u"steps"_s, u"tree"_s, u"panel"_s, u"palette"_s}, folder, timesFor(cases));
    if (!collected)
        return collected.error();
    return loadRows(*collected, cases) + keystrokeRows(*collected, cases)
        + memoryRows(*collected, cases, static_cast<double>(corpus.result()->bytes));
}

Result<QList<Row>> measureDocuments(const QString &folder)
{
    std::fprintf(stderr, "%d cases: saving, showing and printing them\n", briefingCases);
    const TemporaryCorpus corpus(folder, briefingCases);
    if (!corpus.result())
        return corpus.result().error();
    const Result<Collected> found = collect({u"save"_s, u"show"_s, u"pdf"_s}, folder, 3);
    if (!found)
        return found.error();
    const Collected &collected = *found;
    const auto median = [&](const QString &reading) { return collected[reading].median(); };
    return QList<Row>{
        {"save one edit", briefingCases, "write, fdatasync, rename", Unit::Milliseconds, median(u"save.floor"_s),
         median(u"save.ms"_s), saveTarget},
        {"show a case of 4 KB", briefingCases, "what was promised", Unit::Milliseconds, showLimit, median(u"show.ms"_s),
         1},
        {"show a case of 4 KB", briefingCases, "Qt's text of plain HTML", Unit::Milliseconds, median(u"show.floor"_s),
         median(u"show.ms"_s), 0},
        {"show a case of 4 KB, worst of 40", briefingCases, "what was promised", Unit::Milliseconds, showLimit,
         median(u"show.worst"_s), 1},
        {"the same while fonts are being loaded", briefingCases, "what was promised", Unit::Milliseconds, showLimit,
         median(u"show.first"_s), 0},
        {"PDF", briefingCases, "Chromium, as noted", Unit::Milliseconds, chromiumTime, median(u"pdf.ms"_s),
         printTarget},
        {"memory of the PDF at its peak", briefingCases, "Chromium, as noted", Unit::Bytes, chromiumBytes,
         median(u"pdf.peak"_s), printTarget},
    };
}

} // namespace casebook::bench
