#include "core/base/filebytes.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

FileStamp stampFrom(const struct stat &status)
{
    return {status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec, status.st_size, status.st_ino};
}

Error readError(const QString &path, int error)
{
    return {QCoreApplication::translate("FileBytes", "%1 cannot be read: %2.").arg(path, systemReason(error))};
}

/// Closes a descriptor at the end of its scope.
struct Descriptor {
    int number;
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
};

/// Reads until the end; 0, or the errno.
int readAll(int descriptor, QByteArray &bytes)
{
    qsizetype filled = 0;
    while (filled < bytes.size()) {
        const ssize_t count =
            ::read(descriptor, bytes.data() + filled, static_cast<std::size_t>(bytes.size() - filled));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        if (count == 0)
            break;
        filled += count;
    }
    bytes.truncate(filled);
    return 0;
}

} // namespace

QString systemReason(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

Result<FileBytes> readFileBytes(const QString &path, qint64 limit)
{
    // O_NONBLOCK: a named pipe in a corpus must not stop the load.
    const Descriptor file{::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.number < 0)
        return readError(path, errno);
    struct stat status;
    if (::fstat(file.number, &status) != 0)
        return readError(path, errno);
    if (!S_ISREG(status.st_mode))
        return Error{QCoreApplication::translate("FileBytes", "%1 is not a regular file.").arg(path)};
    FileBytes result{{}, stampFrom(status)};
    if (status.st_size > limit)
        return result;
    result.bytes.resize(static_cast<qsizetype>(status.st_size));
    if (const int error = readAll(file.number, result.bytes); error != 0)
        return readError(path, error);
    return result;
}

Result<FileStamp> stampOf(const QString &path)
{
    struct stat status;
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return readError(path, errno);
    return stampFrom(status);
}

} // namespace casebook
