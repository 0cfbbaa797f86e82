#include "core/store/temporaryfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStringBuilder>

#include <cerrno>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// Longer than it takes to write, flush and rename a file, on a slow disk too.
constexpr qint64 longestWrite = 60; // seconds

} // namespace

TemporaryFile::TemporaryFile(QByteArray target, SystemCalls &calls) : m_calls(calls), m_target(std::move(target)) {}

TemporaryFile::~TemporaryFile()
{
    if (m_descriptor >= 0)
        m_calls.close(m_descriptor);
    if (!m_path.isEmpty())
        m_calls.removeFile(m_path);
}

QByteArray TemporaryFile::folderOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray(".") : slash == 0 ? QByteArray("/") : path.left(slash);
}

void TemporaryFile::removeLeftovers(const QString &folder)
{
    const QDateTime now = QDateTime::currentDateTime();
    const QDir::Filters filters = QDir::Files | QDir::Hidden | QDir::NoSymLinks;
    const QFileInfoList found = QDir(folder).entryInfoList({u".casebook-*.tmp"_s}, filters);
    for (const QFileInfo &file : found) {
        if (file.lastModified().secsTo(now) > longestWrite)
            QFile::remove(file.filePath());
    }
}

int TemporaryFile::create(mode_t mode)
{
    // Short and of our own: a name made from the target's could be too long where the target's is not.
    for (int attempt = 0; attempt < 16; ++attempt) {
        const QByteArray number = QByteArray::number(QRandomGenerator::system()->generate64(), 36);
        QByteArray path = folderOf(m_target) + "/.casebook-" + number + ".tmp";
        const int error = m_calls.createNew(path, mode, m_descriptor);
        if (error == 0)
            m_path = std::move(path);
        if (error != EEXIST)
            return error;
    }
    return EEXIST;
}

int TemporaryFile::fill(const QByteArray &bytes, const struct stat *like)
{
    if (const int error = m_calls.write(m_descriptor, bytes))
        return error;
    if (like) {
        // The attributes first, while the file is ours and may be written to.
        if (const int error = m_calls.copyAttributes(m_target, m_descriptor))
            return error;
        const mode_t mode = like->st_mode & 07777;
        if (const int error = m_calls.setOwnerAndMode(m_descriptor, like->st_uid, like->st_gid, mode))
            return error;
    }
    return m_calls.flush(m_descriptor);
}

int TemporaryFile::write(const QByteArray &bytes, const struct stat *like, mode_t mode)
{
    if (const int error = create(like ? 0600 : mode))
        return error;
    if (const int error = fill(bytes, like))
        return error;
    const int descriptor = m_descriptor;
    m_descriptor = -1; // closed even where close() reports an error
    return m_calls.close(descriptor);
}

} // namespace casebook
