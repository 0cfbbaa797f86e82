#include "ui/export/printjob.h"

#include "core/store/outputfile.h"
#include "core/store/replacefile.h"

#include <QDir>
#include <QFile>
#include <QPrinter>
#include <QTemporaryDir>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

BriefingPages pagesFor(const QPrinter &printer)
{
    BriefingPages pages;
    if (printer.printRange() == QPrinter::PageRange)
        pages.wanted = printer.pageRanges();
    // Some printers make the copies themselves.
    pages.copies = printer.supportsMultipleCopies() ? 1 : std::max(1, printer.copyCount());
    return pages;
}

} // namespace

PrintJob::PrintJob(PrintContent content, std::shared_ptr<QPrinter> printer, QObject *parent)
    : QObject(parent), m_content(std::move(content)), m_printer(std::move(printer))
{
}

PrintJob::~PrintJob()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void PrintJob::start()
{
    m_thread.reset(QThread::create([this] {
        const Result<void> printed = run();
        emit finished(printed ? QString() : printed.error().message, !printed && m_cancelled);
    }));
    m_thread->start();
}

Result<void> PrintJob::run()
{
    const bool toFile = m_printer->outputFormat() == QPrinter::PdfFormat;
    return toFile ? printToFile(m_printer->outputFileName()) : paint();
}

Result<void> PrintJob::paint()
{
    const auto report = [this](const BriefingStep &step) {
        emit progress(qRound(1000 * step.share), stepInWords(step));
        return !m_cancelled;
    };
    const Result<void> painted = paintBriefing(*m_content.corpus, m_content.selection, m_content.options, *m_printer,
                                               pagesFor(*m_printer), report);
    if (!painted)
        m_printer->abort(); // where the system knows how to
    return painted;
}

// Painted elsewhere first: the printer would truncate a file that it cannot replace in the end.
Result<void> PrintJob::printToFile(const QString &path)
{
    if (path.isEmpty())
        return Error{tr("There is no printer, and no file to print to: choose one of them.")};
    if (const auto checked = OutputFile::check(path); !checked)
        return checked;
    const QTemporaryDir folder;
    const QString painted = folder.filePath(u"briefing.pdf"_s);
    m_printer->setOutputFileName(painted);
    if (const auto done = paint(); !done)
        return done;
    QFile file(painted);
    if (!folder.isValid() || !file.open(QIODevice::ReadOnly))
        return Error{tr("%1 could not be printed: the temporary folder %2 cannot be written to. Make room there.")
                         .arg(QDir::toNativeSeparators(path), QDir::toNativeSeparators(QDir::tempPath()))};
    return replaceFile(path, file.readAll());
}

} // namespace casebook
