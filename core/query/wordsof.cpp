#include "core/query/wordsof.h"

#include <QChar>

namespace casebook {

namespace {

constexpr qsizetype shortestWord = 3; // bytes

struct Character {
    char32_t code;
    qsizetype size; // bytes
};

/// The character at an offset. Folded text is well-formed; of anything else some code that is no letter.
Character characterAt(QByteArrayView text, qsizetype at)
{
    const uchar first = static_cast<uchar>(text[at]);
    const qsizetype size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (size == 1 || at + size > text.size())
        return {first < 0x80 ? first : U'\uFFFD', 1};
    char32_t code = first & (0x7Fu >> size);
    for (qsizetype i = 1; i < size; ++i)
        code = (code << 6) | (static_cast<uchar>(text[at + i]) & 0x3Fu);
    return {code, size};
}

bool isWordByte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

bool isWritten(const Character &character)
{
    return character.code < 0x80 ? isWordByte(static_cast<char>(character.code))
                                 : QChar::isLetterOrNumber(character.code);
}

bool hasNoBlanks(char32_t code)
{
    if (code < 0xE00) // Thai is the first of them
        return false;
    switch (QChar::script(code)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
        return true;
    default:
        return false;
    }
}

} // namespace

bool WordReader::next()
{
    while (m_at < m_text.size()) {
        const Character character = characterAt(m_text, m_at);
        if (!isWritten(character)) {
            m_at += character.size;
            continue;
        }
        if (hasNoBlanks(character.code) ? readPair() : readRun())
            return true;
    }
    return false;
}

bool WordReader::readPair()
{
    m_start = m_at;
    m_at += characterAt(m_text, m_at).size;
    if (m_at >= m_text.size())
        return false;
    const Character second = characterAt(m_text, m_at);
    m_end = m_at + second.size;
    return isWritten(second) && hasNoBlanks(second.code);
}

bool WordReader::readRun()
{
    m_start = m_at;
    bool digits = true;
    while (m_at < m_text.size()) {
        if (isWordByte(m_text[m_at])) {
            digits = digits && m_text[m_at] <= '9';
            ++m_at;
            continue;
        }
        if (static_cast<uchar>(m_text[m_at]) < 0x80)
            break;
        const Character character = characterAt(m_text, m_at);
        if (!isWritten(character) || hasNoBlanks(character.code))
            break;
        digits = false;
        m_at += character.size;
    }
    m_end = m_at;
    return m_end - m_start >= shortestWord && !digits;
}

quint64 WordReader::key() const
{
    quint64 key = 0xCBF29CE484222325u;
    for (const char byte : word())
        key = (key ^ static_cast<uchar>(byte)) * 0x100000001B3u;
    return key;
}

} // namespace casebook
