#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace casebook {

/// A stored copy of a page: what the index of the archive says of it. A value.
struct Snapshot {
    QString url;       ///< that was asked for: http or https, percent-encoded
    QString finalUrl;  ///< that answered, after redirects; the same where there were none
    QDateTime taken;   ///< in UTC, to the second
    QDateTime checked; ///< the last time that the page was found to hold the same bytes; `taken` where never again
    int status = 0;    ///< of the answer, as HTTP has it
    QString type;      ///< "text/html": in lower case, without parameters
    QString charset;   ///< as the server said; may be empty
    qint64 size = 0;   ///< bytes
    QByteArray sha256; ///< of the bytes: 64 hexadecimal digits in lower case
    QString path;      ///< of the file with the bytes as received, relative to the corpus: "archive/3f/3f….html"

    bool operator==(const Snapshot &) const = default;
};

} // namespace casebook
