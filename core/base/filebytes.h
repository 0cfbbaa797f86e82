#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace casebook {

/// What tells one state of a file from another without reading it.
struct FileStamp {
    qint64 modified = 0; ///< nanoseconds since the epoch
    qint64 size = -1;    ///< bytes; -1: never seen
    quint64 inode = 0;

    bool operator==(const FileStamp &) const = default;
};

struct FileBytes {
    QByteArray bytes; ///< empty where the file is larger than was asked for: see stamp.size
    FileStamp stamp;  ///< taken from the open file, so it belongs to these bytes
};

/// Reads a whole regular file, following symbolic links. A file of more than `limit` bytes is not read, but its stamp
/// is taken. Any thread.
Result<FileBytes> readFileBytes(const QString &path, qint64 limit);

/// The stamp of the file that a path leads to (links followed), or an Error. Any thread.
Result<FileStamp> stampOf(const QString &path);

/// "No such file or directory"-like words of the system for an errno, for the end of a message.
QString systemReason(int error);

} // namespace casebook
