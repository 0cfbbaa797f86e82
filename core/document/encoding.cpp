#include "core/document/encoding.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <bit>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostProblems = 20;
constexpr qsizetype stride = 1024; // bytes between the positions that a PositionFinder remembers

bool isContinuation(uchar byte)
{
    return (byte & 0xC0) == 0x80;
}

constexpr quint64 eachByte = 0x0101010101010101;

/// Marks, by its highest bit, at least the lowest byte that is not ASCII. Higher ones may be marked by mistake.
quint64 markBeyondAscii(quint64 eight)
{
    return eight & (eachByte * 0x80);
}

/// The same, or that is a control character.
quint64 markControls(quint64 eight)
{
    const quint64 del = eight ^ (eachByte * 0x7F);
    return (eight | (eight - eachByte * 0x20) | (del - eachByte)) & (eachByte * 0x80);
}

/// Passes over bytes that need no closer look, eight at once: what makes the check of a usual file cheap.
template<typename Mark>
qsizetype passOver(QByteArrayView bytes, qsizetype at, Mark mark)
{
    for (; at + 8 <= bytes.size(); at += 8) {
        if (const quint64 marked = mark(qFromLittleEndian<quint64>(bytes.data() + at)))
            return at + std::countr_zero(marked) / 8;
    }
    return at;
}

/// The length of the well-formed sequence at `at`, or 0. The table is the one of RFC 3629, section 4.
int sequenceLength(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) -> uchar {
        return at + i < bytes.size() ? static_cast<uchar>(bytes[at + i]) : uchar(0);
    };
    const uchar first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return isContinuation(byte(1)) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const uchar low = first == 0xE0 ? 0xA0 : 0x80;
        const uchar high = first == 0xED ? 0x9F : 0xBF;
        return byte(1) >= low && byte(1) <= high && isContinuation(byte(2)) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const uchar low = first == 0xF0 ? 0x90 : 0x80;
        const uchar high = first == 0xF4 ? 0x8F : 0xBF;
        return byte(1) >= low && byte(1) <= high && isContinuation(byte(2)) && isContinuation(byte(3)) ? 4 : 0;
    }
    return 0;
}

/// The control character at `at`, a well-formed sequence of `length` bytes; -1 where something allowed stands.
int forbiddenControl(QByteArrayView bytes, qsizetype at, int length)
{
    const uchar first = static_cast<uchar>(bytes[at]);
    if (length == 1) {
        const bool forbidden = (first < 0x20 && first != '\t' && first != '\n' && first != '\r') || first == 0x7F;
        return forbidden ? first : -1;
    }
    const int code = length == 2 && first == 0xC2 ? static_cast<uchar>(bytes[at + 1]) : 0;
    return code >= 0x80 && code < 0xA0 && code != 0x85 ? code : -1;
}

/// What is wrong with a place: a byte that is not UTF-8, or a control character.
QString describe(int code, bool invalid)
{
    const QString hex = QString::number(code, 16).rightJustified(2, u'0').toUpper();
    if (invalid)
        return QCoreApplication::translate("Encoding", "Byte 0x%1 is not valid UTF-8: save the file as UTF-8.")
            .arg(hex);
    if (code == 0)
        return QCoreApplication::translate("Encoding", "A NUL character stands here: remove it.");
    return QCoreApplication::translate("Encoding", "The control character U+00%1 stands here: remove it.").arg(hex);
}

/// Counts on from the position of `begin` to that of `end`.
TextPosition advanced(QByteArrayView bytes, TextPosition position, qsizetype begin, qsizetype end)
{
    for (qsizetype i = begin == 0 && hasByteOrderMark(bytes) ? 3 : begin; i < end; ++i) {
        const char byte = bytes[i];
        if (byte == '\n' || (byte == '\r' && (i + 1 >= bytes.size() || bytes[i + 1] != '\n'))) {
            ++position.line;
            position.column = 1;
        } else if (!isContinuation(static_cast<uchar>(byte))) {
            ++position.column;
        }
    }
    return position;
}

} // namespace

bool hasByteOrderMark(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("\xEF\xBB\xBF"));
}

TextPosition positionAt(QByteArrayView bytes, qsizetype offset)
{
    return advanced(bytes, {}, 0, std::min(offset, bytes.size()));
}

TextPosition PositionFinder::at(qsizetype offset)
{
    const qsizetype end = std::clamp<qsizetype>(offset, 0, m_bytes.size());
    const qsizetype mark = end / stride;
    for (auto next = static_cast<qsizetype>(m_marks.size()); next <= mark; ++next)
        m_marks.push_back(advanced(m_bytes, m_marks.back(), (next - 1) * stride, next * stride));
    return advanced(m_bytes, m_marks[static_cast<std::size_t>(mark)], mark * stride, end);
}

qsizetype findInvalidUtf8(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype at = from; (at = passOver(bytes, at, markBeyondAscii)) < bytes.size();) {
        const int length = sequenceLength(bytes, at);
        if (length == 0)
            return at;
        at += length;
    }
    return -1;
}

Problems checkEncoding(QByteArrayView bytes)
{
    Problems problems;
    PositionFinder positions(bytes);
    int more = 0;
    TextPosition firstOfMore;
    for (qsizetype at = 0; (at = passOver(bytes, at, markControls)) < bytes.size();) {
        const int length = sequenceLength(bytes, at);
        const int control = length == 0 ? -1 : forbiddenControl(bytes, at, length);
        if (length == 0 || control >= 0) {
            if (problems.size() < mostProblems) {
                const TextPosition place = positions.at(at);
                const int code = length == 0 ? static_cast<uchar>(bytes[at]) : control;
                problems.append({Severity::Error, place.line, place.column, describe(code, length == 0)});
            } else if (more++ == 0) {
                firstOfMore = positions.at(at);
            }
        }
        at += std::max(length, 1);
    }
    if (more > 0) {
        problems.append(
            {Severity::Error, firstOfMore.line, firstOfMore.column,
             QCoreApplication::translate("Encoding", "%n more such character(s) from here on.", nullptr, more)});
    }
    return problems;
}

} // namespace casebook
