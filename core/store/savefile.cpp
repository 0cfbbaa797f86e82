#include "core/store/savefile.h"

#include "core/store/temporaryfile.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <optional>
#include <unistd.h>

namespace casebook {

namespace {

// A file that someone else has made huge is still compared; past this it is an error.
constexpr qint64 comparisonLimit = 64 * caseFileLimit;

struct Saving {
    Q_DECLARE_TR_FUNCTIONS(casebook::Store)

public:
    static Error readOnlyFile(const QString &path)
    {
        return storeError(StoreTask::Save, path,
                          tr("The file is read-only: allow writing to it (chmod u+w), then save again."));
    }
    static Error readOnlyFolder(StoreTask task, const QString &path, const QByteArray &folder)
    {
        return storeError(task, path,
                          tr("The folder %1 is read-only: allow writing to it (chmod u+w), then try again.")
                              .arg(QFile::decodeName(folder)));
    }
};

// Root may write anywhere; the permission bits still say what the owner wants.
bool mayWrite(const QByteArray &path, mode_t mode, int access)
{
    return (mode & (S_IWUSR | S_IWGRP | S_IWOTH)) != 0 && ::access(path.constData(), access) == 0;
}

bool sameState(const struct stat &a, const struct stat &b)
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size
        && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec
        && a.st_ctim.tv_sec == b.st_ctim.tv_sec && a.st_ctim.tv_nsec == b.st_ctim.tv_nsec;
}

/// One save: where the file really is, and how it was found.
class Save {
public:
    Save(QString path, const QByteArray &bytes, const QByteArray &expectedHash, SystemCalls &calls)
        : m_path(std::move(path)), m_bytes(bytes), m_expectedHash(expectedHash), m_calls(calls)
    {
    }

    Result<SaveOutcome> run();

private:
    int locate();
    std::optional<Result<SaveOutcome>> settledWithoutWriting();
    std::optional<Result<SaveOutcome>> changedMeanwhile();
    Result<void> checkWritable() const;
    Result<SaveOutcome> write();

    QString m_path;
    const QByteArray &m_bytes;
    const QByteArray &m_expectedHash;
    SystemCalls &m_calls;
    QByteArray m_target;
    struct stat m_state = {};
};

// Finds the file behind the links and looks at it. 0 or a value of errno.
int Save::locate()
{
    char *real = ::realpath(QFile::encodeName(m_path).constData(), nullptr);
    if (!real)
        return errno;
    m_target = real;
    ::free(real);
    return ::stat(m_target.constData(), &m_state) == 0 ? 0 : errno;
}

// The outcome, where the file is gone, unreadable, changed, or holds the bytes already.
std::optional<Result<SaveOutcome>> Save::settledWithoutWriting()
{
    if (const int error = locate()) {
        if (error == ENOENT || error == ENOTDIR)
            return SaveOutcome{SaveOutcome::Kind::Deleted, {}, 0};
        return storeError(StoreTask::Save, m_path, error);
    }
    Result<FileContent> onDisk = readFile(QFile::decodeName(m_target), comparisonLimit);
    if (!onDisk)
        return onDisk.error();
    if (onDisk->bytes == m_bytes)
        return SaveOutcome{SaveOutcome::Kind::Saved, std::move(*onDisk), 0};
    if (onDisk->hash != m_expectedHash)
        return SaveOutcome{SaveOutcome::Kind::Conflict, std::move(*onDisk), 0};
    return std::nullopt;
}

// Writing and flushing took its time: the outcome, where the file is not the one we looked at before.
std::optional<Result<SaveOutcome>> Save::changedMeanwhile()
{
    struct stat now = {};
    if (::stat(m_target.constData(), &now) == 0 && sameState(now, m_state))
        return std::nullopt;
    return settledWithoutWriting();
}

Result<void> Save::checkWritable() const
{
    if (!mayWrite(m_target, m_state.st_mode, W_OK))
        return Saving::readOnlyFile(m_path);
    return checkFolderWritable(StoreTask::Save, m_path, TemporaryFile::folderOf(m_target));
}

Result<SaveOutcome> Save::write()
{
    TemporaryFile file(m_target, m_calls);
    if (const int error = file.write(m_bytes, &m_state))
        return storeError(StoreTask::Save, m_path, error);
    if (auto outcome = changedMeanwhile())
        return std::move(*outcome);
    if (const int error = m_calls.rename(file.path(), m_target))
        return storeError(StoreTask::Save, m_path, error);
    file.release();
    if (m_calls.flushFolder(TemporaryFile::folderOf(m_target)))
        return notFlushedError(m_path);
    return SaveOutcome{
        SaveOutcome::Kind::Saved, {m_bytes, contentHash(m_bytes)}, static_cast<int>(m_state.st_nlink) - 1};
}

Result<SaveOutcome> Save::run()
{
    if (auto outcome = settledWithoutWriting())
        return std::move(*outcome);
    if (auto writable = checkWritable(); !writable)
        return writable.error();
    return write();
}

} // namespace

Result<void> checkFolderWritable(StoreTask task, const QString &path, const QByteArray &folder)
{
    struct stat state = {};
    if (::stat(folder.constData(), &state) != 0)
        return storeError(task, path, errno);
    if (!mayWrite(folder, state.st_mode, W_OK | X_OK))
        return Saving::readOnlyFolder(task, path, folder);
    return {};
}

Result<SaveOutcome> saveFile(const QString &path, const QByteArray &bytes, const QByteArray &expectedHash,
                             SystemCalls &calls)
{
    return Save(path, bytes, expectedHash, calls).run();
}

} // namespace casebook
