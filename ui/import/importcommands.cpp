#include "ui/import/importcommands.h"

#include "core/base/filebytes.h"
#include "core/corpus/session.h"
#include "core/importers/documentaddress.h"
#include "core/importers/documentdownload.h"
#include "core/importers/importplan.h"
#include "core/store/newfolders.h"
#include "ui/curate/casecommands.h"
#include "ui/curate/filework.h"
#include "ui/curate/outcomereport.h"
#include "ui/import/columnpanel.h"
#include "ui/import/importdialog.h"
#include "ui/import/importstartdialog.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSettings>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr auto privateKey = "sources/allowPrivate"; // the setting for all that is fetched

QString downloadText(qint64 received, qint64 total)
{
    const QLocale locale;
    return total > 0 ? ImportCommands::tr("Fetching: %1 of %2")
                           .arg(locale.formattedDataSize(received), locale.formattedDataSize(total))
                     : ImportCommands::tr("Fetching: %1").arg(locale.formattedDataSize(received));
}

Result<void> makeFolder(const QString &root)
{
    NewFolders folders(SystemCalls::real());
    const int fault = folders.make(QFile::encodeName(root));
    if (fault != 0)
        return Error{ImportCommands::tr("The folder %1 cannot be made: %2.").arg(root, systemReason(fault))};
    folders.keep();
    return {};
}

} // namespace

ImportCommands::ImportCommands(CorpusSession &session, CaseCommands &commands, QWidget *window)
    : QObject(window),
      m_session(session),
      m_commands(commands),
      m_window(window),
      m_work(new FileWork(this)),
      m_download(new DocumentDownload({}, this))
{
    connect(m_download, &DocumentDownload::progressed, this, [this](qint64 received, qint64 total) {
        if (m_start)
            m_start->showProgress(downloadText(received, total), received, total);
    });
}

void ImportCommands::start()
{
    if (m_start)
        return;
    m_start = new ImportStartDialog(m_session.isOpen() ? m_session.corpus().schema().name : QString(), m_window);
    m_start->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_start, &ImportStartDialog::requested, this, &ImportCommands::receive);
    connect(m_start, &ImportStartDialog::cancelled, this, &ImportCommands::stop);
    connect(m_start, &QDialog::finished, this, &ImportCommands::stop);
    m_start->open();
}

void ImportCommands::import(const QString &fileOrAddress)
{
    start();
    m_start->setSource(fileOrAddress);
    receive();
}

void ImportCommands::stop()
{
    ++m_round;
    m_download->cancel();
    emit networkUsed({});
    if (!m_start)
        return;
    m_work->cancel();
    m_start->showIdle();
}

void ImportCommands::receive()
{
    m_newFolder = m_start->newFolder();
    const QString source = m_start->source();
    if (isDocumentAddress(source)) {
        download(source);
        return;
    }
    m_start->showProgress(tr("Reading the document…"));
    const auto document = std::make_shared<Result<ReceivedDocument>>(Error{});
    m_work->start([document, source](const FileProgress &) { *document = receiveFile(source); },
                  [this, document, round = m_round] {
                      if (round == m_round)
                          read(*document);
                  });
}

void ImportCommands::download(const QString &address)
{
    m_start->showProgress(tr("Asking for the document…"));
    emit networkUsed(tr("Fetching %1").arg(address));
    m_download->start(address, QSettings().value(privateKey, false).toBool(),
                      [this](const Result<ReceivedDocument> &document) {
                          emit networkUsed({});
                          read(document);
                      });
}

void ImportCommands::read(const Result<ReceivedDocument> &document)
{
    if (!m_start || !m_start->isVisible())
        return;
    if (!document) {
        m_start->showFailure(document.error().message);
        return;
    }
    m_start->showProgress(tr("Comparing with the corpus…"));
    prepare({*document}, [this, round = m_round](const PreparationPtr &preparation) {
        if (round == m_round)
            applyRemembered(preparation);
    });
}

void ImportCommands::prepare(const ImportRequest &request, const std::function<void(const PreparationPtr &)> &done)
{
    const auto preparation = std::make_shared<Preparation>(Preparation{request, {}});
    TargetFinder finder = [folder = m_newFolder](const ImportedDocument &document) {
        return findTarget(folder, document);
    };
    if (m_newFolder.isEmpty())
        finder = [target = targetOf(m_session.corpus())](const ImportedDocument &) { return target; };
    m_work->start([preparation, finder](
                      const FileProgress &) { preparation->prepared = prepareImport(preparation->request, finder); },
                  [preparation, done] { done(preparation); });
}

// What a person chose for a table like this one is better than what its headers say.
void ImportCommands::applyRemembered(const PreparationPtr &preparation)
{
    const Result<PreparedImport> &prepared = *preparation->prepared;
    const QStringList targets =
        prepared ? rememberedTargets(prepared->document.columns, prepared->comparison.target.schema) : QStringList();
    if (targets.isEmpty()) {
        show(preparation);
        return;
    }
    ImportRequest request = preparation->request;
    request.columns = targets;
    prepare(request, [this, round = m_round](const PreparationPtr &again) {
        if (round == m_round)
            show(again);
    });
}

void ImportCommands::show(const PreparationPtr &preparation)
{
    if (!m_start || !m_start->isVisible())
        return;
    const Result<PreparedImport> &prepared = *preparation->prepared;
    if (!prepared) {
        m_start->showFailure(prepared.error().message);
        return;
    }
    m_start->hide();
    m_start->deleteLater();
    m_start.clear();
    auto *dialog = new ImportDialog(*prepared, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::changed, this,
            [this, dialog, request = preparation->request] { prepareAgain(dialog, request); });
    connect(dialog, &QDialog::accepted, this, [this, dialog] { carryOut(dialog->comparison()); });
    dialog->open();
}

void ImportCommands::prepareAgain(ImportDialog *dialog, ImportRequest request)
{
    request.group = dialog->group();
    request.columns = dialog->columns();
    prepare(request, [shown = QPointer<ImportDialog>(dialog)](const PreparationPtr &preparation) {
        const Result<PreparedImport> &prepared = *preparation->prepared;
        if (!shown)
            return;
        if (!prepared) {
            shown->showFailure(prepared.error().message);
            return;
        }
        if (!prepared->document.columns.isEmpty())
            rememberTargets(prepared->document.columns, preparation->request.columns);
        shown->setPrepared(*prepared);
    });
}

void ImportCommands::carryOut(const ImportComparison &comparison)
{
    const auto plan = std::make_shared<Plan>();
    const QString root = comparison.target.layout.root;
    m_work->start([plan, comparison](const FileProgress &progress) { *plan = planImport(comparison, progress); },
                  [this, plan, root, name = comparison.origin.name, isNew = comparison.target.isNew()] {
                      if (plan->cancelled)
                          return;
                      if (isNew)
                          makeCorpus(plan, root);
                      else
                          m_commands.carryOut(*plan, tr("Imported %1").arg(name),
                                              tr("Not every case could be imported"));
                  });
}

void ImportCommands::makeCorpus(const std::shared_ptr<Plan> &plan, const QString &root)
{
    const auto outcome = std::make_shared<PlanOutcome>();
    const auto made = std::make_shared<Result<void>>(Result<void>());
    m_work->start(
        [plan, root, outcome, made](const FileProgress &progress) {
            *made = makeFolder(root);
            if (*made)
                *outcome = casebook::carryOut(root, *plan, progress);
        },
        [this, plan, root, outcome, made] {
            if (!*made) {
                showFailure(m_window, tr("The corpus could not be made"), made->error().message);
                return;
            }
            outcome->leftOut = plan->leftOut + outcome->leftOut;
            if (!outcome->leftOut.isEmpty())
                showLeftOut(m_window, tr("Not every case could be imported"), *outcome);
            if (outcome->done > 0)
                emit corpusMade(root);
        });
}

} // namespace casebook
