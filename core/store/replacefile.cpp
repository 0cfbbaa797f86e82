#include "core/store/replacefile.h"

#include "core/store/savefile.h"
#include "core/store/storeerror.h"
#include "core/store/temporaryfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <optional>
#include <unistd.h>

namespace casebook {

namespace {

struct Replacing {
    Q_DECLARE_TR_FUNCTIONS(casebook::Store)
};

/// Where the bytes go, links followed, and what is there.
struct Target {
    QByteArray path;
    std::optional<struct stat> state; ///< nothing: there is no file yet
    int error = 0;
};

Target targetOf(const QString &path)
{
    Target target;
    const QString real = QFileInfo(path).canonicalFilePath();
    target.path = QFile::encodeName(real.isEmpty() ? path : real);
    struct stat state = {};
    if (::stat(target.path.constData(), &state) == 0)
        target.state = state;
    else if (errno != ENOENT)
        target.error = errno;
    return target;
}

Error isFolder(const QString &path)
{
    return storeError(StoreTask::Save, path, Replacing::tr("It is a folder: choose the name of a file in it."));
}

} // namespace

Result<void> checkReplaceable(const QString &path)
{
    const Target target = targetOf(path);
    if (target.error)
        return storeError(StoreTask::Save, path, target.error);
    if (target.state && S_ISDIR(target.state->st_mode))
        return isFolder(path);
    if (target.state && ::access(target.path.constData(), W_OK) != 0)
        return storeError(StoreTask::Save, path, errno);
    return checkFolderWritable(StoreTask::Save, path, TemporaryFile::folderOf(target.path));
}

Result<void> replaceFile(const QString &path, const QByteArray &bytes, SystemCalls &calls)
{
    if (const auto possible = checkReplaceable(path); !possible)
        return possible;
    const Target target = targetOf(path);
    TemporaryFile file(target.path, calls);
    if (const int error = file.write(bytes, target.state ? &*target.state : nullptr))
        return storeError(StoreTask::Save, path, error);
    if (const int error = calls.rename(file.path(), target.path))
        return storeError(StoreTask::Save, path, error);
    file.release();
    if (calls.flushFolder(TemporaryFile::folderOf(target.path)))
        return notFlushedError(path);
    return {};
}

} // namespace casebook
