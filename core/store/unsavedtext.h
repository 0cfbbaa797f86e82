#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace casebook {

/// The unsaved text of one file, with all that is needed to go on with it later.
struct UnsavedText {
    QString root;      ///< the real path of the corpus
    QString path;      ///< of the file, below the root
    QByteArray base;   ///< what the file held when it was read or saved last
    QByteArray text;   ///< what saving would have written
    QDateTime written; ///< when the text was that; to the millisecond, in UTC
};

/// As the bytes of a journal: a line that names the format, a line of JSON, then both texts as they are, so that a
/// person can save them with any editor.
QByteArray toJournal(const UnsavedText &unsaved);

/// The other way round. The Error says that the bytes are not a whole journal; it names no file.
Result<UnsavedText> fromJournal(const QByteArray &bytes);

} // namespace casebook
