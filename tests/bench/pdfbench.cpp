#include "core/corpus/loader.h"
#include "core/exporters/textformat.h"
#include "core/query/search.h"
#include "tests/bench/generator.h"
#include "tests/bench/measure.h"
#include "tests/bench/programuse.h"
#include "ui/report/briefing.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>
#include <QUrl>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>

// casebook-pdfbench [--cases N,N,...] [--dir FOLDER] [--times N]: writes the briefing of a generated corpus, and has
// headless Chromium and WeasyPrint, where they are installed, print our own HTML export of the same cases, by turns.
// Prints times, memory and their ratios. Each is a program of its own, measured from start to end: ours reads the
// corpus meanwhile, theirs the page. The other sizes are for ours alone. It judges nothing: exit status 0 measured, 3
// it could not.

namespace {

using namespace casebook;
using namespace casebook::bench;
using namespace Qt::StringLiterals;

/// One way from cases to a PDF.
struct Printer {
    QByteArray name;
    QString program;
    QStringList arguments;
    Samples milliseconds = {};
    Samples bytes = {};
    double size = 0; ///< of the PDF
};

/// What this program does when it is started as one of those to be measured.
Result<void> printBriefing(const QString &folder, const QString &pdf)
{
    const Result<Corpus> corpus = loadCorpus(folder);
    if (!corpus)
        return corpus.error();
    Search search(*corpus);
    return writeBriefing(*corpus, search.run({}, {}), {}, pdf);
}

Result<void> writeHtml(const QString &folder, const QString &html)
{
    const Result<Corpus> corpus = loadCorpus(folder);
    if (!corpus)
        return corpus.error();
    const QList<TextFormat> &formats = textFormats();
    const auto format =
        std::find_if(formats.begin(), formats.end(), [](const TextFormat &one) { return one.name == u"html"; });
    Search search(*corpus);
    const SearchResult all = search.run({}, {});
    return writeTextFile(*format, {*corpus, all, {}, {}, {}}, html);
}

QString pdfOf(const QString &folder, const char *name)
{
    return folder + u'-' + QString::fromLatin1(name) + u".pdf"_s;
}

Printer ours(const QString &folder)
{
    return {"Casebook", QCoreApplication::applicationFilePath(), {u"--print"_s, folder, pdfOf(folder, "Casebook")}};
}

QList<Printer> rivals(const QString &folder, const QString &html)
{
    QList<Printer> found;
    for (const QString &name : {u"chromium"_s, u"chromium-browser"_s}) {
        const QString program = QStandardPaths::findExecutable(name);
        if (program.isEmpty())
            continue;
        found.append({"Chromium",
                      program,
                      {u"--headless"_s, u"--no-sandbox"_s, u"--print-to-pdf="_s + pdfOf(folder, "Chromium"),
                       QUrl::fromLocalFile(html).toString()}});
        break;
    }
    if (const QString program = QStandardPaths::findExecutable(u"weasyprint"_s); !program.isEmpty())
        found.append({"WeasyPrint", program, {html, pdfOf(folder, "WeasyPrint")}});
    return found;
}

Result<void> print(Printer &printer, const QString &folder)
{
    const Result<ProgramUse> use = runMeasured(printer.program, printer.arguments);
    if (!use)
        return use.error();
    printer.size = static_cast<double>(QFileInfo(pdfOf(folder, printer.name.constData())).size());
    if (printer.size <= 0)
        return Error{u"%1 has written no PDF."_s.arg(QString::fromLatin1(printer.name))};
    printer.milliseconds.add(use->milliseconds);
    printer.bytes.add(use->peakBytes);
    return {};
}

void tell(const Printer &printer, int cases, const Printer &first)
{
    const double time = printer.milliseconds.median();
    const double bytes = printer.bytes.median();
    std::printf("%-12s %7d %9.2f %9.0f %9.1f %12.2f %12.2f\n", printer.name.constData(), cases, time / 1e3, bytes / 1e6,
                printer.size / 1e6, first.milliseconds.median() / time, first.bytes.median() / bytes);
}

Result<Printer> measure(const QString &folder, int cases, int times, bool withRivals)
{
    if (const Result<GeneratedCorpus> made = generateCorpus(folder, cases); !made)
        return made.error();
    const QString html = folder + u".html"_s;
    QList<Printer> printers{ours(folder)};
    if (withRivals) {
        if (const auto written = writeHtml(folder, html); !written)
            return written.error();
        printers.append(rivals(folder, html));
    }
    for (int i = 0; i < times; ++i) {
        for (Printer &printer : printers) {
            if (const auto printed = print(printer, folder); !printed)
                return printed.error();
        }
    }
    for (const Printer &printer : std::as_const(printers))
        tell(printer, cases, printers.first());
    return printers.first();
}

int fail(const Error &error)
{
    std::fprintf(stderr, "casebook-pdfbench: %s\n", qUtf8Printable(error.message));
    return 3;
}

int compare(const QStringList &sizes, const QString &parent, int times)
{
    const QTemporaryDir folder(QDir(parent).filePath(u"casebook-pdfbench-XXXXXX"_s));
    double load = 0; // of other work: what is measured beside it takes longer
    ::getloadavg(&load, 1);
    std::printf("Qt %s, %d threads, load average at the start %.1f\n\n%-12s %7s %9s %9s %9s %12s %12s\n", qVersion(),
                QThread::idealThreadCount(), load, "program", "cases", "s", "MB", "PDF MB", "our time /",
                "our memory /");
    std::optional<Printer> first;
    for (const QString &size : sizes) {
        const Result<Printer> measured = measure(folder.filePath(size), size.toInt(), times, !first);
        if (!measured)
            return fail(measured.error());
        if (!first) {
            first = *measured;
            continue;
        }
        std::printf("%s cases take %.1f times as long as %s, %.1f times the memory; the PDF is %.1f times as large.\n",
                    qUtf8Printable(size), measured->milliseconds.median() / first->milliseconds.median(),
                    qUtf8Printable(sizes.first()), measured->bytes.median() / first->bytes.median(),
                    measured->size / first->size);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--print") {
        const Result<void> printed = printBriefing(arguments.at(2), arguments.at(3));
        return printed ? 0 : fail(printed.error());
    }
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Compares the PDF with those of Chromium and WeasyPrint."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"cases"_s, u"The sizes of the corpora; the others print the first."_s, u"N,N,..."_s, u"200,2000"_s},
         {u"times"_s, u"How often each is printed."_s, u"N"_s, u"3"_s},
         {u"dir"_s, u"Where to make them, for a while."_s, u"folder"_s, QDir::tempPath()}});
    parser.process(application);
    return compare(parser.value(u"cases"_s).split(u',', Qt::SkipEmptyParts), parser.value(u"dir"_s),
                   std::max(parser.value(u"times"_s).toInt(), 1));
}
