#include "core/query/textmatch.h"

#include <QChar>

#include <algorithm>
#include <cstring>

namespace casebook {

namespace {

/// The code point that ends just before `at`, or that starts at it. UTF-8 is taken to be well-formed.
char32_t codePointBefore(QByteArrayView text, qsizetype at)
{
    qsizetype begin = at - 1;
    while (begin > 0 && (static_cast<uchar>(text[begin]) & 0xC0) == 0x80)
        --begin;
    const QString decoded = QString::fromUtf8(text.sliced(begin, at - begin));
    return decoded.isEmpty() ? 0 : decoded.toUcs4().first();
}

char32_t codePointAt(QByteArrayView text, qsizetype at)
{
    const QString decoded = QString::fromUtf8(text.sliced(at, std::min<qsizetype>(4, text.size() - at)));
    return decoded.isEmpty() ? 0 : decoded.toUcs4().first();
}

bool isWritten(char32_t code)
{
    return QChar::isLetterOrNumber(code);
}

bool hasNoBlanks(char32_t code)
{
    switch (QChar::script(code)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
        return true;
    default:
        return false;
    }
}

bool isWordByte(uchar byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

bool startsWord(QByteArrayView text, qsizetype at)
{
    if (at == 0)
        return true;
    const uchar before = static_cast<uchar>(text[at - 1]);
    if (before < 0x80)
        return !isWordByte(before);
    const char32_t code = codePointBefore(text, at);
    return !isWritten(code) || hasNoBlanks(code);
}

} // namespace

qsizetype findWord(QByteArrayView text, QByteArrayView needle, qsizetype from)
{
    if (needle.isEmpty())
        return from <= text.size() ? from : -1;
    const char32_t first = codePointAt(needle, 0);
    const bool anywhere = !isWritten(first) || hasNoBlanks(first);
    while (from <= text.size() - needle.size()) {
        const void *found = ::memmem(text.data() + from, static_cast<std::size_t>(text.size() - from), needle.data(),
                                     static_cast<std::size_t>(needle.size()));
        if (!found)
            return -1;
        const qsizetype at = static_cast<const char *>(found) - text.data();
        if (anywhere || startsWord(text, at))
            return at;
        from = at + 1;
    }
    return -1;
}

} // namespace casebook
