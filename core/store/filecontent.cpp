#include "core/store/filecontent.h"

#include "core/store/storeerror.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QScopeGuard>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace casebook {

namespace {

struct Reading {
    Q_DECLARE_TR_FUNCTIONS(casebook::Store)

public:
    static Error noFile(const QString &path)
    {
        return storeError(StoreTask::Read, path, tr("It is a folder or a device: choose a file."));
    }

    static Error tooLarge(const QString &path, qint64 size, qint64 limit)
    {
        const QString reason =
            tr("It has %L1 bytes, and at most %L2 are read: split it, or open it with another program.");
        return storeError(StoreTask::Read, path, reason.arg(size).arg(limit));
    }
};

// 0, or the errno of the read. Stops after `limit` bytes and one more, so that a file that grows cannot fill the
// memory.
int readAll(int descriptor, qint64 expected, qint64 limit, QByteArray &bytes)
{
    bytes.resize(qMin(expected, limit) + 1);
    qsizetype done = 0;
    while (done <= limit) {
        if (done == bytes.size())
            bytes.resize(qMin<qsizetype>(bytes.size() * 2, limit + 1));
        const ssize_t got = ::read(descriptor, bytes.data() + done, static_cast<size_t>(bytes.size() - done));
        if (got < 0 && errno != EINTR)
            return errno;
        if (got == 0)
            break;
        done += qMax<ssize_t>(got, 0);
    }
    bytes.truncate(done);
    return 0;
}

} // namespace

QByteArray contentHash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Result<FileContent> readFile(const QString &path, qint64 limit)
{
    // O_NONBLOCK: a named pipe in the place of a file must not make us wait for its writer.
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return storeError(StoreTask::Read, path, errno);
    const auto closing = qScopeGuard([file] { ::close(file); });

    struct stat state = {};
    if (::fstat(file, &state) != 0)
        return storeError(StoreTask::Read, path, errno);
    if (!S_ISREG(state.st_mode))
        return Reading::noFile(path);
    if (state.st_size > limit)
        return Reading::tooLarge(path, state.st_size, limit);

    FileContent content;
    if (const int error = readAll(file, state.st_size, limit, content.bytes))
        return storeError(StoreTask::Read, path, error);
    if (content.bytes.size() > limit)
        return Reading::tooLarge(path, content.bytes.size(), limit);
    content.hash = contentHash(content.bytes);
    return content;
}

} // namespace casebook
