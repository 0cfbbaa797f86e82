#include "ui/export/exporter.h"

#include "core/corpus/casetemplate.h"
#include "core/query/query.h"
#include "ui/browse/browser.h"
#include "ui/export/exportdialog.h"
#include "ui/export/exportjob.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>
#include <QUrl>

namespace casebook {

using namespace Qt::StringLiterals;

Exporter::Exporter(const Browser &browser, QWidget *window) : QObject(window), m_browser(browser), m_window(window) {}

void Exporter::exportPdf(const QStringList &selectedIds)
{
    if (m_job)
        return;
    const Schema &schema = m_browser.corpus().schema();
    BriefingOptions options;
    options.title = schema.name;
    options.selection = describeQuery(m_browser.query(), schema);
    options.query = toText(m_browser.query(), schema);
    const ExportChoice choice{m_browser.result().matches(), static_cast<int>(selectedIds.size()), options.selection,
                              idFromTitle(schema.name) + u".pdf"_s};
    auto *dialog = new ExportDialog(choice, options, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, selectedIds] { start(*dialog, selectedIds); });
    dialog->open();
}

void Exporter::start(const ExportDialog &dialog, const QStringList &selectedIds)
{
    const SearchResult &shown = m_browser.result();
    SearchResult selection = dialog.onlySelected() ? onlyCases(shown, m_browser.corpus(), selectedIds) : shown;
    m_job = new ExportJob(m_browser.corpus(), std::move(selection), dialog.options(), dialog.path(), this);
    auto *progress = new QProgressDialog(tr("Writing %1…").arg(QFileInfo(dialog.path()).fileName()), tr("Cancel"), 0, 0, m_window);
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(400);
    progress->setAutoClose(false);
    connect(progress, &QProgressDialog::canceled, m_job, &ExportJob::cancel);
    connect(m_job, &ExportJob::progress, progress, [progress](int done, int total) {
        progress->setMaximum(total);
        progress->setValue(done);
    });
    connect(m_job, &ExportJob::finished, this, [this, progress](const QString &message, bool cancelled) {
        progress->deleteLater();
        finish(message, cancelled);
    });
    m_job->start();
}

void Exporter::finish(const QString &message, bool cancelled)
{
    const QString path = m_job->path();
    m_job->deleteLater();
    m_job = nullptr;
    if (cancelled) {
        emit done(tr("The export was cancelled; no file was written."));
        return;
    }
    const QString title = message.isEmpty() ? tr("The PDF is complete") : tr("The PDF could not be written");
    auto *box = new QMessageBox(message.isEmpty() ? QMessageBox::Information : QMessageBox::Warning, title, title, QMessageBox::Close, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"exportResult"_s);
    box->setInformativeText(message.isEmpty() ? path : message);
    if (message.isEmpty()) {
        emit done(tr("Exported %1").arg(path));
        QPushButton *open = box->addButton(tr("Open"), QMessageBox::AcceptRole);
        connect(box, &QMessageBox::buttonClicked, this, [open, path](QAbstractButton *button) {
            if (button == open)
                QDesktopServices::openUrl(QUrl::fromLocalFile(path));
        });
    }
    box->open();
}

} // namespace casebook
