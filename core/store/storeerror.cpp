#include "core/store/storeerror.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>

namespace casebook {

namespace {

struct Store {
    Q_DECLARE_TR_FUNCTIONS(casebook::Store)

public:
    static QString failure(StoreTask task)
    {
        switch (task) {
        case StoreTask::Read:
            return tr("%1 could not be read.");
        case StoreTask::Save:
            return tr("%1 could not be saved.");
        case StoreTask::Create:
            return tr("%1 could not be created.");
        case StoreTask::Rename:
            return tr("%1 could not be renamed.");
        case StoreTask::Trash:
            return tr("%1 could not be moved to the trash.");
        case StoreTask::Remove:
            return tr("%1 could not be removed.");
        case StoreTask::KeepUnsaved:
            return tr("What you have not saved yet could not be kept in %1, and a crash would lose it: save soon.");
        case StoreTask::Restore:
            return tr("%1 could not be brought back from the trash.");
        }
        return {};
    }

    static QString notFlushed()
    {
        return tr("%1 was written, but the disk did not confirm it. Keep a copy elsewhere and have the disk checked.");
    }

    static QString notInTrash()
    {
        return tr(
            "It is not in the trash any more: perhaps the trash has been emptied, or it was brought back already.");
    }

    static QString reason(int error)
    {
        switch (error) {
        case EACCES:
        case EPERM:
            return tr("You are not allowed to: change the permissions of the file or of its folder, then try again.");
        case EROFS:
            return tr("It lies on a read-only disk: choose another place, or make the disk writable.");
        case ENOSPC:
        case EDQUOT:
            return tr("The disk is full: free some space, then try again.");
        case ENAMETOOLONG:
            return tr("The name is too long: choose a shorter one.");
        case ENOENT:
            return tr("It, or its folder, is not there any more: look whether it was moved or removed.");
        case ENOTDIR:
            return tr("One of the folders on the way to it is a file: choose another place.");
        case EEXIST:
        case ENOTEMPTY:
            return tr("Something of that name exists already: choose another name.");
        case ELOOP:
            return tr("Symbolic links lead in a circle: correct the links.");
        case EIO:
            return tr("The disk reported an error: keep a copy elsewhere and have the disk checked.");
        default:
            return tr("The system says: %1.").arg(QString::fromLocal8Bit(std::strerror(error)));
        }
    }
};

} // namespace

Error storeError(StoreTask task, const QString &path, int error)
{
    const bool gone = task == StoreTask::Restore && error == ENOENT;
    return storeError(task, path, gone ? Store::notInTrash() : Store::reason(error));
}

Error storeError(StoreTask task, const QString &path, const QString &reason)
{
    return Error{Store::failure(task).arg(path) % u' ' % reason};
}

Error notFlushedError(const QString &path)
{
    return Error{Store::notFlushed().arg(path)};
}

} // namespace casebook
