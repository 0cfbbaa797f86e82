#pragma once

#include "core/store/systemcalls.h"

#include <QByteArray>

#include <sys/stat.h>

namespace casebook {

/// A file that is written beside the one it is to become, and that vanishes unless it is put in its place.
///
/// Functions answer 0 or a value of errno; after an error only the destructor may follow.
class TemporaryFile {
public:
    /// `target`: where the file is to end up, in the file system's encoding. Nothing is touched yet.
    TemporaryFile(QByteArray target, SystemCalls &calls);
    ~TemporaryFile();
    Q_DISABLE_COPY_MOVE(TemporaryFile)

    /// Makes the file, writes the bytes and sends them to the disk. With `like`, the state of the target as it is, the
    /// file gets the target's owner, mode and extended attributes; without, those of a new file made with `mode`.
    int write(const QByteArray &bytes, const struct stat *like, mode_t mode = 0666);
    /// Where the file is, for whoever renames it.
    const QByteArray &path() const { return m_path; }
    /// The file has been renamed: there is nothing to remove any more.
    void release() { m_path.clear(); }

    /// The folder part of a path, "." where it has none.
    static QByteArray folderOf(const QByteArray &path);
    /// Removes the files of this kind that processes which were killed have left in a folder: those that have not been
    /// written to for a minute.
    static void removeLeftovers(const QString &folder);

private:
    int create(mode_t mode);
    int fill(const QByteArray &bytes, const struct stat *like);

    SystemCalls &m_calls;
    QByteArray m_target;
    QByteArray m_path; // empty: there is no file of ours to remove
    int m_descriptor = -1;
};

} // namespace casebook
