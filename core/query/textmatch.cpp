#include "core/query/textmatch.h"

#include "core/query/bytesearch.h"

#include <QChar>

#include <algorithm>

namespace casebook {

namespace {

/// The code point of well-formed UTF-8 that starts at `at`; of anything else some code that is no letter.
char32_t codePointAt(QByteArrayView text, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return at + i < text.size() ? static_cast<uchar>(text[at + i]) & 0x3Fu : 0u; };
    const uchar first = static_cast<uchar>(text[at]);
    if (first < 0x80)
        return first;
    if (first < 0xE0)
        return ((first & 0x1Fu) << 6) | byte(1);
    if (first < 0xF0)
        return ((first & 0x0Fu) << 12) | (byte(1) << 6) | byte(2);
    return ((first & 0x07u) << 18) | (byte(1) << 12) | (byte(2) << 6) | byte(3);
}

/// The code point that ends just before `at`.
char32_t codePointBefore(QByteArrayView text, qsizetype at)
{
    do {
        --at;
    } while (at > 0 && (static_cast<uchar>(text[at]) & 0xC0) == 0x80);
    return codePointAt(text, at);
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

bool startsWord(QByteArrayView text, qsizetype at)
{
    if (at == 0)
        return true;
    const uchar before = static_cast<uchar>(text[at - 1]);
    if (before < 0x80)
        return !isWordByte(text[at - 1]);
    const char32_t code = codePointBefore(text, at);
    return !isWritten(code) || hasNoBlanks(code);
}

} // namespace

qsizetype findWord(QByteArrayView text, QByteArrayView needle, qsizetype from)
{
    if (needle.isEmpty())
        return from <= text.size() ? from : -1;
    if (isWordByte(needle.front())) {
        while ((from = findBytesOutsideWords(text, needle, from)) >= 0 && !startsWord(text, from))
            ++from;
        return from;
    }
    const char32_t first = codePointAt(needle, 0);
    const bool anywhere = !isWritten(first) || hasNoBlanks(first);
    while ((from = findBytes(text, needle, from)) >= 0 && !anywhere && !startsWord(text, from))
        ++from;
    return from;
}

bool endsWord(QByteArrayView text, qsizetype at)
{
    if (at >= text.size())
        return true;
    const char32_t code = codePointAt(text, at);
    return !isWritten(code) || hasNoBlanks(code);
}

} // namespace casebook
