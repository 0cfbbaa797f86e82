#include "ui/export/exporter.h"

#include "core/corpus/casetemplate.h"
#include "core/query/query.h"
#include "core/query/spelling.h"
#include "ui/browse/browser.h"
#include "ui/export/briefingform.h"
#include "ui/export/briefingprinter.h"
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

Exporter::Exporter(const Browser &browser, QWidget *window)
    : QObject(window), m_browser(browser), m_window(window), m_printer(new BriefingPrinter(window))
{
    connect(m_printer, &BriefingPrinter::done, this, &Exporter::done);
}

BriefingOptions Exporter::optionsFor(const SavedView *view) const
{
    const Schema &schema = m_browser.corpus().schema();
    BriefingOptions options;
    const bool hasRecipe = view && !view->briefing.isNull();
    static_cast<BriefingRecipe &>(options) = hasRecipe ? readRecipe(view->briefing).recipe : rememberedRecipe();
    if (options.title.isEmpty())
        options.title = schema.name;
    options.filter = m_browser.answered();
    options.selection = describeQuery(spelledAsIn(m_browser.result().facets, m_browser.answered()), schema);
    options.query = toText(m_browser.answered(), schema);
    return options;
}

ExportChoice Exporter::choiceOf(const QStringList &selectedIds, const SavedView *view, const QString &selection) const
{
    const Schema &schema = m_browser.corpus().schema();
    return {m_browser.result().matches(),
            static_cast<int>(selectedIds.size()),
            selection,
            idFromTitle(schema.name) + u".pdf"_s,
            m_browser.answeredCorpus(),
            m_browser.result(),
            onlyCases(m_browser.result(), *m_browser.answeredCorpus(), selectedIds),
            view ? view->name : QString()};
}

void Exporter::exportCases(const QStringList &selectedIds, const SavedView *view)
{
    if (m_job)
        return;
    const BriefingOptions options = optionsFor(view);
    auto *dialog = new ExportDialog(choiceOf(selectedIds, view, options.selection), options, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { start(*dialog); });
    connect(dialog, &ExportDialog::printRequested, this, [this, dialog] { print(*dialog); });
    if (view) {
        connect(dialog, &ExportDialog::keepRequested, this,
                [this, id = view->id](const BriefingRecipe &recipe) { emit recipeKept(id, recipe); });
    }
    dialog->open();
}

void Exporter::printCases(const QStringList &selectedIds, const SavedView *view)
{
    const BriefingOptions options = optionsFor(view);
    const ExportChoice choice = choiceOf(selectedIds, view, options.selection);
    const bool several = choice.selected > 1;
    m_printer->print({choice.corpus, several ? choice.selectedCases : choice.shownCases,
                      several ? pickedOneByOne(options) : options});
}

void Exporter::print(const ExportDialog &dialog)
{
    const ExportChoice &choice = dialog.choice();
    m_printer->print(
        {choice.corpus, dialog.onlySelected() ? choice.selectedCases : choice.shownCases, dialog.options()});
}

// What is written is what was looked at, even if the corpus has changed meanwhile.
void Exporter::start(const ExportDialog &dialog)
{
    m_job = makeJob(dialog);
    const QString title = tr("Writing %1…").arg(QFileInfo(dialog.path()).fileName());
    auto *progress = new QProgressDialog(title, tr("Cancel"), 0, 1000, m_window);
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(400);
    progress->setAutoClose(false);
    connect(progress, &QProgressDialog::canceled, m_job, &ExportJob::cancel);
    connect(m_job, &ExportJob::progress, progress, [progress, title](int share, const QString &words) {
        progress->setLabelText(title + u'\n' + words);
        progress->setValue(share);
    });
    connect(m_job, &ExportJob::finished, this, [this, progress](const QString &message, bool cancelled) {
        progress->deleteLater();
        finish(message, cancelled);
    });
    m_job->start();
}

ExportJob *Exporter::makeJob(const ExportDialog &dialog)
{
    const ExportChoice &choice = dialog.choice();
    const SearchResult &selection = dialog.onlySelected() ? choice.selectedCases : choice.shownCases;
    for (const TextFormat &format : textFormats()) {
        if (format.name == dialog.format())
            return new ExportJob(format, *choice.corpus, selection, dialog.options(), dialog.path(), this);
    }
    return new ExportJob(*choice.corpus, selection, dialog.options(), dialog.path(), this);
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
    const QString title = message.isEmpty() ? tr("The file is complete") : tr("The file could not be written");
    auto *box = new QMessageBox(message.isEmpty() ? QMessageBox::Information : QMessageBox::Warning, title, title,
                                QMessageBox::Close, m_window);
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
