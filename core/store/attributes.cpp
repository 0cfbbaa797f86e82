#include "core/store/attributes.h"

#include <QByteArrayList>

#include <cerrno>
#include <sys/xattr.h>

namespace casebook {

namespace {

constexpr char accessList[] = "system.posix_acl_access";

bool isUnsupported(int error)
{
    return error == ENOTSUP || error == ENOSYS;
}

// What a call that fills a buffer answers, however large it has to be; it may grow between two calls.
template<typename Call>
int fill(QByteArray &buffer, Call call)
{
    for (int attempt = 0; attempt < 8; ++attempt) {
        const ssize_t size = call(nullptr, 0);
        if (size < 0)
            return errno;
        buffer.resize(size);
        const ssize_t got = size == 0 ? 0 : call(buffer.data(), static_cast<size_t>(size));
        if (got >= 0) {
            buffer.truncate(got);
            return 0;
        }
        if (errno != ERANGE)
            return errno;
    }
    return ERANGE;
}

int listNames(const QByteArray &path, QByteArrayList &names)
{
    QByteArray list;
    const int error = fill(list, [&](char *to, size_t size) { return ::listxattr(path.constData(), to, size); });
    if (error)
        return isUnsupported(error) ? 0 : error;
    names = list.split('\0');
    names.removeAll(QByteArray());
    return 0;
}

// Made from the old bytes, and wrong for the new ones.
bool isSignature(const QByteArray &name)
{
    return name == "security.ima" || name == "security.evm";
}

// What belongs to the file and its owner, and so must not be lost; the rest is the system's.
bool isOwners(const QByteArray &name)
{
    return name.startsWith("user.") || name == accessList;
}

int copyOne(const QByteArray &from, const QByteArray &name, int to)
{
    QByteArray value;
    int error = fill(
        value, [&](char *buffer, size_t size) { return ::getxattr(from.constData(), name.constData(), buffer, size); });
    if (!error && ::fsetxattr(to, name.constData(), value.constData(), static_cast<size_t>(value.size()), 0) != 0)
        error = errno;
    if (error == ENODATA) // taken away meanwhile
        return 0;
    return isOwners(name) ? error : 0;
}

} // namespace

int copyExtendedAttributes(const QByteArray &from, int to)
{
    QByteArrayList names;
    if (const int error = listNames(from, names))
        return error;
    for (const QByteArray &name : std::as_const(names)) {
        if (isSignature(name))
            continue;
        if (const int error = copyOne(from, name, to))
            return error;
    }
    if (!names.contains(accessList) && ::fremovexattr(to, accessList) != 0 && errno != ENODATA && !isUnsupported(errno))
        return errno;
    return 0;
}

} // namespace casebook
