#include "core/document/plainyamlline.h"

#include <algorithm>
#include <cstring>

namespace casebook {

namespace {

constexpr std::size_t mostKeys = 64;  // of a map: each is compared with all before it
constexpr qsizetype longestKey = 128; // bytes; yaml-cpp knows none of more than 1024

bool isLetter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool isNullWord(std::string_view text)
{
    return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

} // namespace

PlainYamlLine::PlainYamlLine(QByteArrayView file, qsizetype begin, qsizetype end, StringPool *pool)
    : m_bytes(file.data()), m_at(begin), m_end(end), m_pool(pool)
{
    skipBlanks();
}

bool PlainYamlLine::startsBlockText() const
{
    const QByteArrayView mark = rest();
    return mark == ">" || mark == ">-" || mark == "|" || mark == "|-";
}

bool PlainYamlLine::startsDash() const
{
    return m_at < m_end && m_bytes[m_at] == '-' && (m_at + 1 == m_end || m_bytes[m_at + 1] == ' ');
}

bool PlainYamlLine::readDash()
{
    if (!startsDash())
        return false;
    ++m_at;
    skipBlanks();
    return true;
}

bool PlainYamlLine::readKey(YamlNode &map)
{
    const qsizetype end = endOfKey();
    if (end == m_at || map.keys.size() == mostKeys)
        return false;
    YamlNode key;
    key.kind = YamlNode::Kind::Scalar;
    key.offset = m_at;
    key.text = textBetween(m_at, end);
    if (map.findKey(key.text))
        return false;
    map.keys.push_back(std::move(key));
    m_at = end + 1;
    skipBlanks();
    return true;
}

bool PlainYamlLine::readValue(YamlNode &value)
{
    const bool flow = isOneOf("[{");
    return (flow ? readFlow(value) : readScalar(value, Place::Block)) && isAtEnd()
        && (m_at == m_end || m_bytes[m_at - 1] == ' ');
}

/// Whether one of these bytes stands here.
bool PlainYamlLine::isOneOf(const char *marks) const
{
    return m_at < m_end && std::strchr(marks, m_bytes[m_at]);
}

/// Passes over a byte, and blanks after it, if it stands here.
bool PlainYamlLine::take(char byte)
{
    if (m_at == m_end || m_bytes[m_at] != byte)
        return false;
    ++m_at;
    skipBlanks();
    return true;
}

void PlainYamlLine::skipBlanks()
{
    while (m_at < m_end && m_bytes[m_at] == ' ')
        ++m_at;
}

/// Where a key's colon stands, or the current place if no key stands here.
qsizetype PlainYamlLine::endOfKey() const
{
    if (m_at == m_end || !isLetter(m_bytes[m_at]))
        return m_at;
    qsizetype end = m_at;
    while (end < m_end
           && (isLetter(m_bytes[end]) || isDigit(m_bytes[end]) || m_bytes[end] == '_' || m_bytes[end] == '-'))
        ++end;
    const bool isKey = end < m_end && m_bytes[end] == ':' && (end + 1 == m_end || m_bytes[end + 1] == ' ');
    const std::string_view key(m_bytes + m_at, static_cast<std::size_t>(end - m_at));
    return isKey && end - m_at <= longestKey && !isNullWord(key) ? end : m_at;
}

bool PlainYamlLine::readScalar(YamlNode &scalar, Place place)
{
    scalar.kind = YamlNode::Kind::Scalar;
    scalar.offset = m_at;
    if (!(isOneOf("'\"") ? readQuoted(scalar) : readPlain(scalar, place)))
        return false;
    skipBlanks();
    return true;
}

bool PlainYamlLine::readQuoted(YamlNode &scalar)
{
    const char quote = m_bytes[m_at];
    const qsizetype begin = m_at + 1;
    qsizetype end = begin;
    while (end < m_end && m_bytes[end] != quote) {
        if (m_bytes[end] == '\\' && quote == '"')
            return false;
        ++end;
    }
    if (end == m_end) // a doubled quote is none that ends the text, and lets the next step fail
        return false;
    scalar.plain = false;
    scalar.text = textBetween(begin, end);
    m_at = end + 1;
    return true;
}

bool PlainYamlLine::readPlain(YamlNode &scalar, Place place)
{
    const qsizetype begin = m_at;
    if (!startsPlain())
        return false;
    m_at = endOfPlain(place);
    qsizetype end = m_at;
    while (end > begin && m_bytes[end - 1] == ' ')
        --end;
    if (end == begin)
        return false;
    if (isNullWord({m_bytes + begin, static_cast<std::size_t>(end - begin)}))
        scalar.kind = YamlNode::Kind::Null;
    else
        scalar.text = textBetween(begin, end);
    return true;
}

bool PlainYamlLine::startsPlain() const
{
    if (m_at == m_end)
        return false;
    const char first = m_bytes[m_at];
    return first == '-' ? m_at + 1 < m_end && isDigit(m_bytes[m_at + 1]) : !std::strchr("?:,[]{}#&*!|>'\"%@`", first);
}

/// Where the plain text ends that starts here, or the current place if more than a plain text could stand here.
qsizetype PlainYamlLine::endOfPlain(Place place) const
{
    const bool flow = place == Place::Flow;
    for (qsizetype at = m_at; at < m_end; ++at) {
        const char byte = m_bytes[at];
        const char next = at + 1 < m_end ? m_bytes[at + 1] : ' ';
        if (byte == ':' && (next == ' ' || (flow && std::strchr(",[]{}", next))))
            return m_at;
        if (byte == ' ' && next == '#')
            return flow ? m_at : at;
        if (flow && (byte == ',' || byte == ']' || byte == '}'))
            return at;
        if (flow && (byte == '[' || byte == '{' || byte == '?'))
            return m_at;
    }
    return m_end;
}

/// Reads a list or map in brackets.
bool PlainYamlLine::readFlow(YamlNode &value)
{
    const bool isList = m_bytes[m_at] == '[';
    const char bracket = isList ? ']' : '}';
    value.kind = isList ? YamlNode::Kind::Sequence : YamlNode::Kind::Map;
    value.flow = true;
    value.offset = m_at;
    take(m_bytes[m_at]);
    if (take(bracket))
        return true;
    do {
        if (!readFlowEntry(value))
            return false;
    } while (take(','));
    return take(bracket);
}

bool PlainYamlLine::readFlowEntry(YamlNode &owner)
{
    const bool ofMap = owner.kind == YamlNode::Kind::Map;
    if (ofMap && !readKey(owner))
        return false;
    YamlNode &value = owner.items.emplace_back();
    if (!ofMap || !isOneOf(",}"))
        return readScalar(value, Place::Flow);
    while (m_bytes[m_at - 1] == ' ') // the place of a value that is not there is right after its key's colon
        --m_at;
    value.offset = m_at;
    skipBlanks();
    return true;
}

QString PlainYamlLine::textBetween(qsizetype begin, qsizetype end) const
{
    const QByteArrayView text(m_bytes + begin, end - begin);
    return m_pool ? m_pool->intern(text) : QString::fromUtf8(text);
}

} // namespace casebook
