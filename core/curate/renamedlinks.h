#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace casebook {

/// A file of a corpus that gets another path; both relative to the corpus, '/' between parts.
struct RenamedFile {
    QString from;
    QString to;
};

/// What a relative link, written in the file at `path`, is to be once a file is renamed; "" where it stays. The renamed
/// file's own links lead from its new place to where they led; `exists` tells which of them lead anywhere. A fragment
/// stays. `path` is that of before.
QString linkAfterRename(const QString &url, const QString &path, const RenamedFile &file,
                        const std::function<bool(const QString &path)> &exists);

/// The body of a text with other addresses in its links, images and link definitions: `retarget` answers the new one,
/// or
/// "" where the link stays. Nothing but the addresses changes: the result is read again and compared. The Error tells
/// that one is written in a way that this does not follow. Any thread.
Result<QByteArray> retargetLinks(const QByteArray &body, const std::function<QString(const QString &url)> &retarget);

} // namespace casebook
