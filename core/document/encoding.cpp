#include "core/document/encoding.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostProblems = 20;

bool isContinuation(uchar byte)
{
    return (byte & 0xC0) == 0x80;
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

bool isForbiddenControl(uchar byte)
{
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

QString describe(uchar byte, bool invalid)
{
    const QString hex = QString::number(byte, 16).rightJustified(2, u'0').toUpper();
    if (invalid)
        return QCoreApplication::translate("Encoding", "Byte 0x%1 is not valid UTF-8: save the file as UTF-8.").arg(hex);
    if (byte == 0)
        return QCoreApplication::translate("Encoding", "A NUL character stands here: remove it.");
    return QCoreApplication::translate("Encoding", "The control character U+00%1 stands here: remove it.").arg(hex);
}

} // namespace

bool hasByteOrderMark(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("\xEF\xBB\xBF"));
}

TextPosition positionAt(QByteArrayView bytes, qsizetype offset)
{
    TextPosition position;
    const qsizetype end = std::min(offset, bytes.size());
    for (qsizetype i = hasByteOrderMark(bytes) ? 3 : 0; i < end; ++i) {
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

qsizetype findInvalidUtf8(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype at = from; at < bytes.size();) {
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
    int more = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const int length = sequenceLength(bytes, at);
        const uchar byte = static_cast<uchar>(bytes[at]);
        if (length == 0 || isForbiddenControl(byte)) {
            if (problems.size() < mostProblems) {
                const TextPosition place = positionAt(bytes, at);
                problems.append({Severity::Error, place.line, place.column, describe(byte, length == 0)});
            } else {
                ++more;
            }
        }
        at += std::max(length, 1);
    }
    if (more > 0) {
        problems.append({Severity::Error, 0, 0,
                         QCoreApplication::translate("Encoding", "%n more such character(s) in this file.", nullptr, more)});
    }
    return problems;
}

} // namespace casebook
