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

#include <algorithm>
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

// The trash may be on another disk: then a copy is made here before the one there is removed. 0 or a value of errno.
int bringBack(const QByteArray &place, const QByteArray &target, SystemCalls &calls)
{
    const int error = calls.renameNew(place, target);
    if (error != EXDEV)
        return error;
    struct stat state = {};
    const Result<FileContent> content = readFile(QFile::decodeName(place));
    if (!content || ::lstat(place.constData(), &state) != 0 || !S_ISREG(state.st_mode))
        return EXDEV;
    TemporaryFile copy(target, calls);
    if (const int failed = copy.write(content->bytes, nullptr, state.st_mode & 07777))
        return failed;
    if (const int failed = calls.renameNew(copy.path(), target))
        return failed;
    copy.release();
    return calls.removeFile(place);
}

// The trash keeps a note beside its files of where each came from.
QByteArray trashNote(const QByteArray &place)
{
    const QByteArray folder = TemporaryFile::folderOf(place);
    if (!folder.endsWith("/files"))
        return {};
    return TemporaryFile::folderOf(folder) + "/info/" + place.mid(folder.size() + 1) + ".trashinfo";
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

Result<QString> restoreFromTrash(const QString &root, const QString &place, const QString &path, SystemCalls &calls)
{
    const Result<QString> absolute = newPath(root, path);
    if (!absolute)
        return absolute;
    const QByteArray source = QFile::encodeName(place);
    const QByteArray target = QFile::encodeName(*absolute);
    if (place.isEmpty() || !isTaken(source))
        return storeError(StoreTask::Restore, *absolute, ENOENT);
    if (isTaken(target))
        return storeError(StoreTask::Restore, *absolute, EEXIST);

    NewFolders folders(calls);
    const QByteArray folder = TemporaryFile::folderOf(target);
    if (auto ready = prepareFolder(StoreTask::Restore, *absolute, folder, folders); !ready)
        return ready.error();
    if (const int error = bringBack(source, target, calls))
        return storeError(StoreTask::Restore, *absolute, error);
    folders.keep();
    if (const QByteArray note = trashNote(source); !note.isEmpty())
        calls.removeFile(note); // left behind, it is a line in the desktop's trash that leads nowhere, and no more
    if (calls.flushFolder(folder))
        return Error{Operations::notFlushed(*absolute)};
    return *absolute;
}

QString missingFolder(const QString &root, const QString &path)
{
    const Result<QString> absolute = corpusPath(root, path);
    if (!absolute)
        return {};
    const QDir top(QFileInfo(root).canonicalFilePath());
    QString missing;
    for (QString folder = QFileInfo(*absolute).path(); !isTaken(QFile::encodeName(folder));
         folder = QFileInfo(folder).path())
        missing = top.relativeFilePath(folder);
    return missing;
}

void removeEmptyFolders(const QString &root, const QString &folder, const QString &outermost, SystemCalls &calls)
{
    QString one = folder;
    while (!outermost.isEmpty() && (one == outermost || one.startsWith(outermost + u'/'))) {
        const Result<QString> absolute = corpusPath(root, one);
        if (!absolute || calls.removeFolder(QFile::encodeName(*absolute)) != 0)
            return;
        one = one.left(std::max<qsizetype>(one.lastIndexOf(u'/'), 0));
    }
}

} // namespace casebook
