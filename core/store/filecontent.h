#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace casebook {

/// What a file holds, and what it is compared by when it is saved.
struct FileContent {
    QByteArray bytes;
    QByteArray hash; ///< contentHash(bytes)
};

/// The largest case study that is read: 4 MiB.
inline constexpr qint64 caseFileLimit = 4 * 1024 * 1024;

/// SHA-256 of the bytes: 32 bytes.
QByteArray contentHash(const QByteArray &bytes);

/// Reads a whole regular file, following symbolic links. Anything but a file, and a file of more than `limit` bytes,
/// is an error. The path is not checked against a corpus: corpusPath() does that. Any thread.
Result<FileContent> readFile(const QString &path, qint64 limit = caseFileLimit);

} // namespace casebook
