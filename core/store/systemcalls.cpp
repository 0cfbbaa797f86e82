#include "core/store/systemcalls.h"

#include "core/store/attributes.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace casebook {

namespace {

int outcome(int answer)
{
    return answer == 0 ? 0 : errno;
}

// For file systems that cannot rename without replacing: a second name, then the first one taken away.
int linkThenRemove(const QByteArray &from, const QByteArray &to)
{
    if (::link(from.constData(), to.constData()) != 0)
        return errno;
    const int removed = outcome(::unlink(from.constData()));
    if (removed != 0)
        ::unlink(to.constData());
    return removed;
}

} // namespace

int SystemCalls::createNew(const QByteArray &path, mode_t mode, int &descriptor)
{
    descriptor = ::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
    return descriptor < 0 ? errno : 0;
}

int SystemCalls::write(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return errno;
        done += qMax<ssize_t>(written, 0);
    }
    return 0;
}

int SystemCalls::setOwnerAndMode(int descriptor, uid_t owner, gid_t group, mode_t mode)
{
    // Only root may give a file away; for anyone else the file becomes theirs, and that is no reason not to save.
    if ((owner != ::geteuid() || group != ::getegid()) && ::fchown(descriptor, owner, group) != 0 && errno != EPERM)
        return errno;
    return outcome(::fchmod(descriptor, mode));
}

int SystemCalls::copyAttributes(const QByteArray &from, int descriptor)
{
    return copyExtendedAttributes(from, descriptor);
}

int SystemCalls::flush(int descriptor)
{
    return outcome(::fdatasync(descriptor));
}

int SystemCalls::close(int descriptor)
{
    return outcome(::close(descriptor));
}

int SystemCalls::rename(const QByteArray &from, const QByteArray &to)
{
    return outcome(::rename(from.constData(), to.constData()));
}

int SystemCalls::renameNew(const QByteArray &from, const QByteArray &to)
{
#ifdef RENAME_NOREPLACE
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
#endif
    return linkThenRemove(from, to);
}

int SystemCalls::makeFolder(const QByteArray &path, mode_t mode)
{
    return outcome(::mkdir(path.constData(), mode));
}

int SystemCalls::removeFile(const QByteArray &path)
{
    return outcome(::unlink(path.constData()));
}

int SystemCalls::removeFolder(const QByteArray &path)
{
    return outcome(::rmdir(path.constData()));
}

int SystemCalls::flushFolder(const QByteArray &path)
{
    const int folder = ::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return errno;
    const int flushed = outcome(::fsync(folder));
    ::close(folder);
    return flushed == EINVAL || flushed == ENOTSUP ? 0 : flushed;
}

SystemCalls &SystemCalls::real()
{
    static SystemCalls calls;
    return calls;
}

} // namespace casebook
