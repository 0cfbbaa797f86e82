#include "ui/recover/recovery.h"

#include "core/corpus/layout.h"
#include "core/store/temporaryfile.h"
#include "ui/recover/recoverydialog.h"

#include <QThreadPool>

#include <optional>

namespace casebook {

namespace {

constexpr int mostFolders = 4096; // searched for temporary files

void clearLeftovers(const QString &root)
{
    const Result<CorpusLayout> layout = findLayout(root);
    if (!layout)
        return;
    const QStringList folders = caseFolders(*layout, mostFolders);
    for (const QString &folder : folders)
        TemporaryFile::removeLeftovers(folder);
}

} // namespace

Recovery::Recovery(Restore restore, QWidget *window) : QObject(window), m_restore(std::move(restore)), m_window(window)
{
}

void Recovery::offer(const QString &root)
{
    QThreadPool::globalInstance()->start([root] { clearLeftovers(root); });
    show(root);
}

void Recovery::offerAgain(const QString &root)
{
    if (!show(root))
        emit message(tr("There is no unsaved text from an earlier run"));
}

// Whether there is anything to show.
bool Recovery::show(const QString &root)
{
    if (m_dialog)
        return true;
    LeftJournals left = claimLeftJournals(root);
    for (const Error &error : std::as_const(left.damaged))
        emit message(error.message);
    if (left.journals.isEmpty())
        return !left.damaged.isEmpty();
    m_dialog = new RecoveryDialog(std::move(left.journals), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &RecoveryDialog::restoreRequested, this, &Recovery::restore);
    connect(m_dialog, &QDialog::finished, this, [this] { m_dialog.clear(); });
    m_dialog->open();
    return true;
}

void Recovery::restore(const LeftJournal &journal)
{
    // Held until the answer, which may come after a question; then it is either settled or can be offered again.
    const auto held = std::make_shared<std::optional<LeftJournal>>(journal);
    m_restore(journal.unsaved, [self = QPointer(this), held](bool kept) {
        const std::optional<LeftJournal> answered = std::exchange(*held, std::nullopt);
        // The old journal goes when the new one is on the disk, and not before.
        const Result<void> gone = kept && answered ? answered->discard() : Result<void>();
        if (self && !gone)
            emit self->message(gone.error().message);
    });
}

} // namespace casebook
