#include "core/store/journal.h"

#include "core/store/newfolders.h"
#include "core/store/statefolder.h"
#include "core/store/storeerror.h"
#include "core/store/temporaryfile.h"

#include <QFile>
#include <QRandomGenerator>

#include <cerrno>

namespace casebook {

Journal::Journal(QString root, SystemCalls &calls) : m_folder(corpusStateFolder(root)), m_calls(calls) {}

Journal::~Journal() = default;

QString journalLock(const QString &journal)
{
    return journal.chopped(journalSuffix.size()) % journalLockSuffix;
}

// Makes the folder, and takes the lock of a name of our own before there is anything to claim. 0 or a value of errno.
int Journal::prepare()
{
    if (m_lock)
        return 0;
    NewFolders folders(m_calls, 0700);
    if (const int error = folders.make(QFile::encodeName(m_folder)))
        return error;
    folders.keep();
    int error = EAGAIN;
    for (int attempt = 0; error == EAGAIN && attempt < 16; ++attempt) {
        const QString name = QString::number(QRandomGenerator::system()->generate64(), 36);
        m_path = m_folder % u'/' % name % journalSuffix;
        auto lock = std::make_unique<LockFile>(journalLock(m_path));
        error = lock->take();
        if (!error)
            m_lock = std::move(lock);
    }
    return error;
}

Result<void> Journal::write(const UnsavedText &unsaved)
{
    if (const int error = prepare())
        return storeError(StoreTask::KeepUnsaved, m_folder, error);
    const QByteArray target = QFile::encodeName(m_path);
    TemporaryFile file(target, m_calls);
    if (const int error = file.write(toJournal(unsaved), nullptr, 0600))
        return storeError(StoreTask::KeepUnsaved, m_path, error);
    if (const int error = m_calls.rename(file.path(), target))
        return storeError(StoreTask::KeepUnsaved, m_path, error);
    file.release();
    if (const int error = m_calls.flushFolder(TemporaryFile::folderOf(target)))
        return storeError(StoreTask::KeepUnsaved, m_path, error);
    return {};
}

void Journal::remove()
{
    if (!m_lock)
        return;
    m_calls.removeFile(QFile::encodeName(m_path));
    m_lock.reset(); // last: without it the journal would be taken for one that was left
}

} // namespace casebook
