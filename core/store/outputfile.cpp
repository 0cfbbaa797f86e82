#include "core/store/outputfile.h"

#include "core/store/savefile.h"
#include "core/store/temporaryfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace casebook {

namespace {

struct Storing {
    Q_DECLARE_TR_FUNCTIONS(casebook::Store)
};

constexpr mode_t newFileMode = 0666; // less what umask takes away

SystemCalls &calls()
{
    return SystemCalls::real();
}

QByteArray targetOf(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return QFile::encodeName(real.isEmpty() ? path : real);
}

} // namespace

OutputFile::OutputFile(const QString &path) : m_path(path), m_target(targetOf(path)) {}

OutputFile::~OutputFile()
{
    if (!m_temporary.isEmpty())
        calls().removeFile(m_temporary);
}

QString OutputFile::temporaryPath() const
{
    return QFile::decodeName(m_temporary);
}

Error OutputFile::failure(const QFileDevice &file) const
{
    if (file.error() == QFileDevice::ResourceError) // so Qt calls a disk or a quota that is full
        return storeError(StoreTask::Save, m_path, ENOSPC);
    return storeError(StoreTask::Save, m_path, file.errorString() + u'.');
}

Result<void> OutputFile::check(const QString &path)
{
    const QByteArray target = targetOf(path);
    struct stat state = {};
    if (::stat(target.constData(), &state) == 0) {
        if (S_ISDIR(state.st_mode))
            return storeError(StoreTask::Save, path, Storing::tr("It is a folder: name a file."));
        if (!S_ISREG(state.st_mode))
            return storeError(StoreTask::Save, path, Storing::tr("It is not a regular file."));
        if ((state.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || ::access(target.constData(), W_OK) != 0)
            return storeError(StoreTask::Save, path, EACCES);
    }
    const QByteArray folder = TemporaryFile::folderOf(target);
    if (!QFileInfo(QFile::decodeName(folder)).isDir()) {
        return storeError(StoreTask::Save, path,
                          Storing::tr("There is no folder %1: make it first.").arg(QFile::decodeName(folder)));
    }
    return checkFolderWritable(StoreTask::Save, path, folder);
}

Result<void> OutputFile::open()
{
    if (auto possible = check(m_path); !possible)
        return possible;
    const QByteArray number = QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    const QByteArray path = TemporaryFile::folderOf(m_target) + "/.casebook-" + number + ".tmp";
    int descriptor = -1;
    if (const int error = calls().createNew(path, newFileMode, descriptor))
        return storeError(StoreTask::Save, m_path, error);
    calls().close(descriptor);
    m_temporary = path;
    return {};
}

// 0, or a value of errno. Opened anew: whoever wrote the file by its name may have replaced it.
int OutputFile::flushAndRename()
{
    const int descriptor = ::open(m_temporary.constData(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    struct stat old = {};
    int error = 0;
    if (::stat(m_target.constData(), &old) == 0)
        error = calls().setOwnerAndMode(descriptor, old.st_uid, old.st_gid, old.st_mode & 07777);
    if (error == 0)
        error = calls().flush(descriptor);
    const int closing = calls().close(descriptor);
    if (error == 0)
        error = closing;
    return error != 0 ? error : calls().rename(m_temporary, m_target);
}

Result<void> OutputFile::commit()
{
    if (const int error = flushAndRename())
        return storeError(StoreTask::Save, m_path, error);
    m_temporary.clear();
    calls().flushFolder(TemporaryFile::folderOf(m_target)); // the file is whole in any case
    return {};
}

} // namespace casebook
