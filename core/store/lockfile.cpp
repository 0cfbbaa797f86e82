#include "core/store/lockfile.h"

#include <QFile>
#include <QScopeGuard>
#include <QSysInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace casebook {

namespace {

// Locks of the open file, not of the process: two in one process exclude each other, and asking takes nothing.
int lockCall(int descriptor, int command, struct flock &lock)
{
    lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return ::fcntl(descriptor, command, &lock) == 0 ? 0 : errno;
}

int lock(int descriptor)
{
    struct flock lock;
    const int error = lockCall(descriptor, F_OFD_SETLK, lock);
    const bool held = error == EAGAIN || error == EACCES;
    return held ? EAGAIN : 0; // a file system without locks is no obstacle
}

bool isFileAt(int descriptor, const QByteArray &path)
{
    struct stat open = {};
    struct stat named = {};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.constData(), &named) == 0 && open.st_dev == named.st_dev
        && open.st_ino == named.st_ino;
}

// Who we are, for people: nothing depends on it.
void sign(int descriptor)
{
    const QByteArray text = QByteArray::number(::getpid()) + '\n' + QSysInfo::machineHostName().toUtf8() + '\n';
    if (::ftruncate(descriptor, 0) == 0 && ::write(descriptor, text.constData(), static_cast<size_t>(text.size())) < 0)
        return;
}

} // namespace

int LockFile::take()
{
    const QByteArray path = QFile::encodeName(m_path);
    for (;;) {
        const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (file < 0)
            return errno;
        if (const int error = lock(file)) {
            ::close(file);
            return error;
        }
        if (isFileAt(file, path)) { // else its owner has just removed it
            sign(file);
            m_descriptor = file;
            return 0;
        }
        ::close(file);
    }
}

void LockFile::release()
{
    if (m_descriptor < 0)
        return;
    ::unlink(QFile::encodeName(m_path).constData());
    ::close(m_descriptor);
    m_descriptor = -1;
}

std::optional<LockFile::Holder> LockFile::holderOf(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return std::nullopt;
    const auto closing = qScopeGuard([file] { ::close(file); });
    struct flock lock;
    if (lockCall(file, F_OFD_GETLK, lock) != 0 || lock.l_type == F_UNLCK)
        return std::nullopt;
    QByteArray text(4096, '\0');
    text.truncate(qMax<ssize_t>(0, ::read(file, text.data(), static_cast<size_t>(text.size()))));
    const QList<QByteArray> lines = text.split('\n');
    return Holder{lines.value(0).toLongLong(), QString::fromUtf8(lines.value(1))};
}

} // namespace casebook
