#include "core/store/temporaryfile.h"

#include <QRandomGenerator>
#include <QStringBuilder>

#include <cerrno>

namespace casebook {

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
        const mode_t mode = like->st_mode & 07777;
        if (const int error = m_calls.setOwnerAndMode(m_descriptor, like->st_uid, like->st_gid, mode))
            return error;
    }
    return m_calls.flush(m_descriptor);
}

int TemporaryFile::write(const QByteArray &bytes, const struct stat *like)
{
    if (const int error = create(like ? 0600 : 0666))
        return error;
    if (const int error = fill(bytes, like))
        return error;
    const int descriptor = m_descriptor;
    m_descriptor = -1; // closed even where close() reports an error
    return m_calls.close(descriptor);
}

} // namespace casebook
