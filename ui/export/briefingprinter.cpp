#include "ui/export/briefingprinter.h"

#include <QMessageBox>
#include <QPageSize>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressDialog>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// What the dialog begins with: as the recipe says.
std::shared_ptr<QPrinter> makePrinter(const BriefingOptions &options)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(options.title);
    printer->setFullPage(true);
    printer->setPageOrientation(QPageLayout::Portrait);
    printer->setPageSize(QPageSize(options.paper == BriefingRecipe::Paper::Letter ? QPageSize::Letter : QPageSize::A4));
    printer->setColorMode(options.color ? QPrinter::Color : QPrinter::GrayScale);
    return printer;
}

} // namespace

BriefingPrinter::BriefingPrinter(QWidget *window) : QObject(window), m_window(window) {}

void BriefingPrinter::print(const PrintContent &content)
{
    if (m_job)
        return;
    const std::shared_ptr<QPrinter> printer = makePrinter(content.options);
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"printBriefing"_s);
    dialog->setWindowTitle(tr("Print Briefing"));
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    connect(dialog, &QDialog::accepted, this, [this, content, printer] { start(content, printer); });
    dialog->open();
}

void BriefingPrinter::start(const PrintContent &content, const std::shared_ptr<QPrinter> &printer)
{
    if (m_job)
        return;
    m_job = new PrintJob(content, printer, this);
    const QString title = tr("Printing “%1”…").arg(content.options.title);
    auto *progress = new QProgressDialog(title, tr("Cancel"), 0, 1000, m_window);
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(400);
    progress->setAutoClose(false);
    connect(progress, &QProgressDialog::canceled, m_job, &PrintJob::cancel);
    connect(m_job, &PrintJob::progress, progress, [progress, title](int share, const QString &words) {
        progress->setLabelText(title + u'\n' + words);
        progress->setValue(share);
    });
    connect(m_job, &PrintJob::finished, this, [this, progress](const QString &message, bool cancelled) {
        progress->deleteLater();
        finish(message, cancelled);
    });
    m_job->start();
}

void BriefingPrinter::finish(const QString &message, bool cancelled)
{
    m_job->deleteLater();
    m_job = nullptr;
    if (cancelled) {
        emit done(tr("Printing was cancelled. What the printer has already may still come out."));
        return;
    }
    if (message.isEmpty()) {
        emit done(tr("The briefing was printed."));
        return;
    }
    const QString title = tr("The briefing could not be printed");
    auto *box = new QMessageBox(QMessageBox::Warning, title, title, QMessageBox::Close, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"printResult"_s);
    box->setInformativeText(message);
    box->open();
}

} // namespace casebook
