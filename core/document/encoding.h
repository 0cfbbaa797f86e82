#pragma once

#include "core/base/problem.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace casebook {

/// Where a byte stands, for people.
struct TextPosition {
    int line = 1;   ///< from 1; lines end at LF, CR LF or a lone CR
    int column = 1; ///< from 1, in code points; a byte order mark counts as none, nor does a stray continuation byte

    bool operator==(const TextPosition &) const = default;
};

/// The position of the byte at `offset` (from 0) of a whole file. Linear in offset.
TextPosition positionAt(QByteArrayView bytes, qsizetype offset);

/// Answers many positions in one file without counting from its start each time: together they cost about as much as
/// one reading of the file. The bytes must outlive it.
class PositionFinder {
public:
    explicit PositionFinder(QByteArrayView bytes) : m_bytes(bytes) {}

    /// The same as positionAt().
    TextPosition at(qsizetype offset);

private:
    QByteArrayView m_bytes;
    std::vector<TextPosition> m_marks{TextPosition()}; ///< where each whole number of strides stands, as far as asked
};

/// The offset of the first byte that is not well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing
/// above U+10FFFF), counted from 0, at or after `from`; -1 where there is none.
qsizetype findInvalidUtf8(QByteArrayView bytes, qsizetype from = 0);

/// A problem for each place that is not UTF-8, or is a NUL or a control character (U+0000 to U+001F, U+007F to U+009F)
/// other than tab, LF, CR and next line (U+0085), the ones that YAML knows.
/// After 20 of them one last problem, at the next one's place, says how many more there are.
Problems checkEncoding(QByteArrayView bytes);

/// Whether the bytes start with the UTF-8 byte order mark.
bool hasByteOrderMark(QByteArrayView bytes);

} // namespace casebook
