#pragma once

#include "core/base/problem.h"

#include <QByteArray>
#include <QByteArrayView>

namespace casebook {

/// Where a byte stands, for people.
struct TextPosition {
    int line = 1;   ///< from 1; lines end at LF, CR LF or a lone CR
    int column = 1; ///< from 1, in code points; a byte order mark counts as none
};

/// The position of the byte at `offset` (from 0) of a whole file. Linear in offset.
TextPosition positionAt(QByteArrayView bytes, qsizetype offset);

/// The offset of the first byte that is not well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing
/// above U+10FFFF), counted from 0, at or after `from`; -1 where there is none.
qsizetype findInvalidUtf8(QByteArrayView bytes, qsizetype from = 0);

/// A problem for each place that is not UTF-8, or is a NUL or a control character other than tab, LF and CR.
/// After 20 of them one last problem says how many more there are.
Problems checkEncoding(QByteArrayView bytes);

/// Whether the bytes start with the UTF-8 byte order mark.
bool hasByteOrderMark(QByteArrayView bytes);

} // namespace casebook
