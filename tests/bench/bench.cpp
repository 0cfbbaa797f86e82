#include "tests/bench/benchmark.h"
#include "tests/bench/tasks.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

// casebook-bench [--cases 1000,10000,...] [--dir FOLDER] [--facets N]: measures Casebook against what the machine can
// do at best, in the same run, and prints a table of ratios. It judges nothing: its exit status says whether it could
// measure.

namespace {

using namespace casebook;
using namespace casebook::bench;
using namespace Qt::StringLiterals;

int fail(const QString &message, int status)
{
    std::fprintf(stderr, "casebook-bench: %s\n", qUtf8Printable(message));
    return status;
}

/// One measure in this process: what casebook-bench starts for each of them.
int runOne(const Task &task, int argc, char **argv, const QString &folder)
{
    const std::unique_ptr<QCoreApplication> application =
        task.needsWindows ? std::make_unique<QApplication>(argc, argv) : std::make_unique<QCoreApplication>(argc, argv);
    const Result<Readings> readings = task.run(folder);
    if (!readings)
        return fail(readings.error().message, 3);
    QJsonObject object;
    for (auto reading = readings->begin(); reading != readings->end(); ++reading)
        object.insert(reading.key(), reading.value());
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    return 0;
}

QList<int> readSizes(const QString &text)
{
    QList<int> sizes;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        sizes.append(part.toInt());
    const bool valid = std::all_of(sizes.begin(), sizes.end(), [](int size) { return size > 0; });
    return valid ? sizes : QList<int>();
}

int measure(const QList<int> &sizes, FacetFields facets, const QString &parent)
{
    const QTemporaryDir folder(QDir(parent).filePath(u"casebook-bench-XXXXXX"_s));
    if (!folder.isValid())
        return fail(u"A folder for the corpora cannot be made in %1."_s.arg(parent), 3);
    double load = 0; // of other work: what is measured beside it takes longer
    ::getloadavg(&load, 1);
    QList<Row> rows;
    for (const int size : sizes) {
        const Result<QList<Row>> measured = measureCorpus(folder.filePath(QString::number(size)), size, facets);
        if (!measured)
            return fail(measured.error().message, 3);
        rows += *measured;
    }
    const Result<QList<Row>> measured = measureDocuments(folder.filePath(u"documents"_s));
    if (!measured)
        return fail(measured.error().message, 3);
    rows += *measured;
    std::printf("Qt %s, %d threads, load average at the start %.1f\n\n%s", qVersion(), QThread::idealThreadCount(),
                load, tableOf(rows).constData());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 4 && qstrcmp(argv[1], "--task") == 0) {
        const auto &tasks = allTasks();
        const auto task =
            std::find_if(tasks.begin(), tasks.end(), [&](const Task &one) { return qstrcmp(one.name, argv[2]) == 0; });
        return task == tasks.end() ? 2 : runOne(*task, argc, argv, QFile::decodeName(argv[3]));
    }
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures Casebook against what the machine can do at best."_s);
    parser.addHelpOption();
    const QCommandLineOption cases(u"cases"_s, u"The sizes of the corpora."_s, u"N,N,..."_s,
                                   u"1000,10000,20000,100000"_s);
    const QCommandLineOption folder(u"dir"_s, u"Where to make them, for a while."_s, u"folder"_s, QDir::tempPath());
    const QCommandLineOption facets(u"facets"_s, u"How many fields are facets: 8, or more for 20."_s, u"N"_s, u"8"_s);
    parser.addOptions({cases, folder, facets});
    parser.process(application);
    const QList<int> sizes = readSizes(parser.value(cases));
    if (sizes.isEmpty() || !parser.positionalArguments().isEmpty())
        return fail(u"usage: casebook-bench [--cases N,N,...] [--dir FOLDER] [--facets N]"_s, 2);
    return measure(sizes, parser.value(facets).toInt() > 8 ? FacetFields::Many : FacetFields::Usual,
                   parser.value(folder));
}
