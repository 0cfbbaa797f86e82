#include "ui/import/importcommands.h"

#include "core/base/clock.h"
#include "core/corpus/session.h"
#include "core/importers/importfile.h"
#include "core/importers/importplan.h"
#include "ui/curate/casecommands.h"
#include "ui/curate/filework.h"
#include "ui/curate/outcomereport.h"
#include "ui/import/importdialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>

#include <memory>

namespace casebook {

using namespace Qt::StringLiterals;

ImportCommands::ImportCommands(CorpusSession &session, CaseCommands &commands, QWidget *window)
    : QObject(window), m_session(session), m_commands(commands), m_window(window), m_work(new FileWork(this))
{
}

void ImportCommands::chooseFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Import cases from a document"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Documents (*.md *.markdown *.txt *.csv *.tsv *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportCommands::importFile);
    dialog->open();
}

void ImportCommands::importFile(const QString &path)
{
    if (!m_session.isOpen())
        return;
    const auto reading = std::make_shared<Reading>();
    m_work->start(
        [reading, path, target = targetOf(m_session.corpus())](const FileProgress &) {
            reading->document = readDocumentFile(path);
            if (reading->document)
                reading->comparison =
                    compareImport(*reading->document, target, {QFileInfo(path).fileName(), documentDate()});
        },
        [this, path, reading] { show(path, reading); });
}

void ImportCommands::show(const QString &path, const std::shared_ptr<Reading> &reading)
{
    if (!reading->document) {
        showFailure(m_window, tr("%1 could not be imported").arg(QFileInfo(path).fileName()),
                    reading->document.error().message);
        return;
    }
    auto *dialog = new ImportDialog(*reading->document, reading->comparison, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &ImportDialog::groupChosen, this,
        [this, dialog, document = *reading->document](const QString &group) { compareAgain(dialog, document, group); });
    connect(dialog, &QDialog::accepted, this, [this, dialog] { carryOut(dialog->comparison()); });
    dialog->open();
}

void ImportCommands::compareAgain(ImportDialog *dialog, const ImportedDocument &document, const QString &group)
{
    const auto comparison = std::make_shared<ImportComparison>();
    const ImportOrigin origin = dialog->comparison().origin;
    m_work->start(
        [comparison, copy = ImportedDocument(document), group, origin,
         target = targetOf(m_session.corpus())](const FileProgress &) mutable {
            setMissingGroup(copy, group);
            *comparison = compareImport(copy, std::move(target), origin);
        },
        [comparison, shown = QPointer<ImportDialog>(dialog)] {
            if (shown)
                shown->setComparison(*comparison);
        });
}

void ImportCommands::carryOut(const ImportComparison &comparison)
{
    const auto plan = std::make_shared<Plan>();
    m_work->start([plan, comparison](const FileProgress &progress) { *plan = planImport(comparison, progress); },
                  [this, plan, name = comparison.origin.name] {
                      if (!plan->cancelled)
                          m_commands.carryOut(*plan, tr("Imported %1").arg(name),
                                              tr("Not every case could be imported"));
                  });
}

} // namespace casebook
