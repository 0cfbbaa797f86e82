#pragma once

#include "core/base/result.h"
#include "core/importers/importpreparation.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class CaseCommands;
class CorpusSession;
class DocumentDownload;
struct Plan;
class FileWork;
class ImportDialog;
class ImportStartDialog;

/// Brings cases of a document into the open corpus, or into a new one: asks for the document, fetches it where it is an
/// address, reads and compares it on another thread, shows what would happen, and has the case commands do it as one
/// step that can be undone. The network is used only where a person typed an address.
class ImportCommands : public QObject {
    Q_OBJECT

public:
    /// `window` is the dialogs' parent. All must outlive the commands.
    ImportCommands(CorpusSession &session, CaseCommands &commands, QWidget *window);

    /// Asks for a document.
    void start();
    /// The same, and goes on at once with a file or an address.
    void import(const QString &fileOrAddress);
    /// Stops what is under way before there is anything to look at.
    void stop();

signals:
    /// A corpus was made in a folder.
    void corpusMade(const QString &folder);
    /// A sentence for the status line about the network, "" once it is not in use any more.
    void networkUsed(const QString &message);

private:
    /// What the other thread answers.
    struct Preparation {
        ImportRequest request;
        std::optional<Result<PreparedImport>> prepared;
    };
    using PreparationPtr = std::shared_ptr<Preparation>;

    void receive();
    void download(const QString &address);
    void prepare(const ImportRequest &request, const std::function<void(const PreparationPtr &)> &done);
    void read(const Result<ReceivedDocument> &document);
    void applyRemembered(const PreparationPtr &preparation);
    void show(const PreparationPtr &preparation);
    void prepareAgain(ImportDialog *dialog, ImportRequest request);
    void carryOut(const ImportComparison &comparison);
    void makeCorpus(const std::shared_ptr<Plan> &plan, const QString &root);

    CorpusSession &m_session;
    CaseCommands &m_commands;
    QWidget *m_window;
    FileWork *m_work;
    DocumentDownload *m_download;
    QPointer<ImportStartDialog> m_start;
    QString m_newFolder; ///< of the import under way; empty: into the open corpus
    int m_round = 0;     ///< counts what was stopped: an answer to an older one is dropped
};

} // namespace casebook
