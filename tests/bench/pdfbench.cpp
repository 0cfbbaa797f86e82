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
#include <vector>

// casebook-pdfbench [--cases N,N,...] [--dir FOLDER] [--times N]: writes the briefing of a generated corpus, and has
// headless Chromium and WeasyPrint, where they are installed, print our own HTML export of the same cases, by turns.
// Prints times, those for which processors were busy, memory, and their ratios. Each is a program of its own, measured
// from start to end: ours reads the corpus meanwhile, theirs the page. The other sizes are for ours alone. It judges
// nothing: exit status 0 measured, 3 it could not.

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
    Samples busyMilliseconds = {};
    Samples bytes = {};
    double size = 0; ///< of the PDF
};

/// The same cases, by several ways.
struct Size {
    int cases = 0;
    QString folder;
    QList<Printer> printers = {}; ///< ours first

    const Printer &ours() const { return printers.first(); }
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
    printer.busyMilliseconds.add(use->busyMilliseconds);
    printer.bytes.add(use->peakBytes);
    return {};
}

void tell(const Size &size)
{
    const Printer &first = size.ours();
    for (const Printer &printer : size.printers) {
        const double time = printer.milliseconds.median();
        const double busy = printer.busyMilliseconds.median();
        const double bytes = printer.bytes.median();
        std::printf("%-12s %7d %9.2f %9.2f %9.0f %9.1f %12.2f %12.2f %12.2f\n", printer.name.constData(), size.cases,
                    time / 1e3, busy / 1e3, bytes / 1e6, printer.size / 1e6, first.milliseconds.median() / time,
                    first.busyMilliseconds.median() / busy, first.bytes.median() / bytes);
    }
}

void tellGrowth(const Size &size, const Size &first)
{
    const auto ratio = [&](const Samples Printer::*samples) {
        return (size.ours().*samples).median() / (first.ours().*samples).median();
    };
    std::printf(
        "%d cases take %.1f times as long as %d, %.1f times the processors' time, %.1f times the memory; the PDF "
        "is %.1f times as large.\n",
        size.cases, ratio(&Printer::milliseconds), first.cases, ratio(&Printer::busyMilliseconds),
        ratio(&Printer::bytes), size.ours().size / first.ours().size);
}

/// Makes the cases, for our rivals as a page too.
Result<Size> prepare(const QString &folder, int cases, bool withRivals)
{
    if (const Result<GeneratedCorpus> made = generateCorpus(folder, cases); !made)
        return made.error();
    Size size{cases, folder, {ours(folder)}};
    if (!withRivals)
        return size;
    const QString html = folder + u".html"_s;
    if (const auto written = writeHtml(folder, html); !written)
        return written.error();
    size.printers.append(rivals(folder, html));
    return size;
}

int fail(const Error &error)
{
    std::fprintf(stderr, "casebook-pdfbench: %s\n", qUtf8Printable(error.message));
    return 3;
}

int compare(const QStringList &counts, const QString &parent, int times)
{
    const QTemporaryDir folder(QDir(parent).filePath(u"casebook-pdfbench-XXXXXX"_s));
    double load = 0; // of other work: what is measured beside it takes longer
    ::getloadavg(&load, 1);
    std::vector<Size> sizes;
    for (const QString &count : counts) {
        Result<Size> size = prepare(folder.filePath(count), count.toInt(), sizes.empty());
        if (!size)
            return fail(size.error());
        sizes.push_back(*std::move(size));
    }
    // By turns, so that a busy moment of the machine strikes all alike.
    for (int i = 0; i < times; ++i) {
        for (Size &size : sizes) {
            for (Printer &printer : size.printers) {
                if (const auto printed = print(printer, size.folder); !printed)
                    return fail(printed.error());
            }
        }
    }
    std::printf("Qt %s, %d threads, load average at the start %.1f\n\n%-12s %7s %9s %9s %9s %9s %12s %12s %12s\n",
                qVersion(), QThread::idealThreadCount(), load, "program", "cases", "s", "busy s", "MB", "PDF MB",
                "our time /", "our busy /", "our memory /");
    for (const Size &size : sizes)
        tell(size);
    for (size_t i = 1; i < sizes.size(); ++i)
        tellGrowth(sizes[i], sizes.front());
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
