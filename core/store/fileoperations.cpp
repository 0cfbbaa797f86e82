#include "core/store/fileoperations.h"

#include "core/store/corpuspath.h"
#include "core/store/newfolders.h"
#include "core/store/savefile.h"
#include "core/store/storeerror.h"
#include "core/store/temporaryfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>

namespace casebook {

namespace {

struct Operations {
    Q_DECLARE_TR_FUNCTIONS(casebook::Store)

public:
    static QString noTrash() { return tr("This place has no trash that can be used: move the file away by hand."); }
    static QString notFlushed(const QString &path)
    {
        return tr("%1 is in its place, but the disk did not confirm it. Keep a copy elsewhere and have the disk "
                  "checked.")
            .arg(path);
    }
};

// Where a new file is to lie, absolute; its name is checked.
Result<QString> newPath(const QString &root, const QString &path)
{
    Result<QString> absolute = corpusPath(root, path);
    if (!absolute)
        return absolute;
    const QString realRoot = QFileInfo(root).canonicalFilePath();
    const qsizetype prefix = realRoot.endsWith(u'/') ? realRoot.size() : realRoot.size() + 1;
    if (auto valid = checkNewName(absolute->mid(prefix)); !valid)
        return valid.error();
    return absolute;
}

// Whether anything, a link that leads nowhere included, has this name.
bool isTaken(const QByteArray &path)
{
    struct stat state = {};
    return ::lstat(path.constData(), &state) == 0;
}

// Makes the folders and looks whether they may be written to.
Result<void> prepareFolder(StoreTask task, const QString &path, const QByteArray &folder, NewFolders &folders)
{
    if (const int error = folders.make(folder))
        return storeError(task, path, error);
    return checkFolderWritable(task, path, folder);
}

} // namespace

Result<QString> createFile(const QString &root, const QString &path, const QByteArray &bytes, SystemCalls &calls)
{
    const Result<QString> absolute = newPath(root, path);
    if (!absolute)
        return absolute;
    const QByteArray target = QFile::encodeName(*absolute);
    if (isTaken(target))
        return storeError(StoreTask::Create, *absolute, EEXIST);

    NewFolders folders(calls);
    const QByteArray folder = TemporaryFile::folderOf(target);
    if (auto ready = prepareFolder(StoreTask::Create, *absolute, folder, folders); !ready)
        return ready.error();
    TemporaryFile file(target, calls);
    if (const int error = file.write(bytes, nullptr))
        return storeError(StoreTask::Create, *absolute, error);
    if (const int error = calls.renameNew(file.path(), target))
        return storeError(StoreTask::Create, *absolute, error);
    file.release();
    folders.keep();
    if (calls.flushFolder(folder))
        return Error{Operations::notFlushed(*absolute)};
    return *absolute;
}

Result<QString> renameFile(const QString &root, const QString &from, const QString &to, SystemCalls &calls)
{
    const Result<QString> oldPath = corpusPath(root, from);
    if (!oldPath)
        return oldPath;
    const Result<QString> absolute = newPath(root, to);
    if (!absolute || *absolute == *oldPath)
        return absolute;
    const QByteArray source = QFile::encodeName(*oldPath);
    const QByteArray target = QFile::encodeName(*absolute);
    if (!isTaken(source))
        return storeError(StoreTask::Rename, *oldPath, ENOENT);
    if (isTaken(target))
        return storeError(StoreTask::Rename, *absolute, EEXIST);

    NewFolders folders(calls);
    const QByteArray oldFolder = TemporaryFile::folderOf(source);
    const QByteArray newFolder = TemporaryFile::folderOf(target);
    if (auto ready = checkFolderWritable(StoreTask::Rename, *oldPath, oldFolder); !ready)
        return ready.error();
    if (auto ready = prepareFolder(StoreTask::Rename, *absolute, newFolder, folders); !ready)
        return ready.error();
    if (const int error = calls.renameNew(source, target))
        return storeError(StoreTask::Rename, *oldPath, error);
    folders.keep();
    if (calls.flushFolder(newFolder) || calls.flushFolder(oldFolder))
        return Error{Operations::notFlushed(*absolute)};
    return *absolute;
}

Result<QString> moveToTrash(const QString &root, const QString &path)
{
    const Result<QString> absolute = corpusPath(root, path);
    if (!absolute)
        return absolute;
    const QByteArray source = QFile::encodeName(*absolute);
    if (!isTaken(source))
        return storeError(StoreTask::Trash, *absolute, ENOENT);
    const QByteArray folder = TemporaryFile::folderOf(source);
    if (auto ready = checkFolderWritable(StoreTask::Trash, *absolute, folder); !ready)
        return ready.error();
    // Qt makes the trash, but not the folder that it lies in: a new home has none.
    QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    QString where;
    if (!QFile::moveToTrash(*absolute, &where))
        return storeError(StoreTask::Trash, *absolute, Operations::noTrash());
    return where;
}

} // namespace casebook
