#pragma once

#include <QByteArray>
#include <QString>

namespace casebook {

/// What became of a text that may have been misread.
struct Repair {
    QString text;
    QString encoding = {}; ///< what it had been read as: "Mac Roman", "Windows-1252" or "Latin-1"; empty: nothing was
    QString example = {};  ///< the first place: "‚Äô → ’"
    int count = 0;         ///< places
};

/// Text that was UTF-8 and was read as Mac Roman, Windows-1252 or Latin-1, as it was meant, even where that happened
/// twice or thrice.
///
/// Careful rather than eager: a line is repaired only where every character beyond ASCII in it is part of such a
/// misreading, and the text as a whole shows enough of them that chance cannot explain it. So right text stays as it
/// is, in any language. Takes time in proportion to the text.
Repair repairMojibake(const QString &text);

/// Bytes of Windows-1252; the five that it leaves open become control characters, as browsers have it.
QString fromWindows1252(const QByteArray &bytes);

} // namespace casebook
