#include "core/document/plainyaml.h"

#include "core/document/plainyamlline.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr std::size_t usualKeys = 8; // of a map

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r';
}

/// Nothing that is, or could be taken for, a line's end, an indentation or the text's end; NEL, LS, PS and a byte order
/// mark among them. They start with the bytes C2, E2 and EF.
bool isUnusual(const char *at, const char *end)
{
    const uchar first = static_cast<uchar>(*at);
    if ((first >= 0x20 && first < 0x7F) || first == '\n')
        return false;
    const std::string_view text(at, static_cast<std::size_t>(std::min<qsizetype>(end - at, 3)));
    if (first < 0x80)
        return !text.starts_with("\r\n");
    if (first == 0xC2)
        return text.size() < 2 || static_cast<uchar>(text[1]) < 0xA0;
    return text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9") || text.starts_with("\xEF\xBB\xBF");
}

/// Walks over the lines that hold more than a comment, and builds blocks of them. Every member that reads answers
/// whether it could.
class BlockReader {
public:
    BlockReader(QByteArrayView file, qsizetype offset, qsizetype length, StringPool *pool)
        : m_file(file),
          m_begin(offset),
          m_end(offset + length),
          m_next(offset),
          m_pool(pool),
          m_line(file, offset, offset, pool)
    {
    }

    bool readDocument(YamlNode &root)
    {
        for (const char *at = m_file.data() + m_begin, *end = m_file.data() + m_end; at != end; ++at) {
            if (isUnusual(at, end))
                return false;
        }
        goOn();
        return m_more && m_column == 0 && readMap(root, 0, 1) && !m_more;
    }

private:
    /// Goes to the next line; whether there is one.
    bool takeLine()
    {
        m_more = m_next < m_end;
        if (!m_more)
            return false;
        const qsizetype begin = m_next;
        const qsizetype found = m_file.first(m_end).indexOf('\n', begin);
        const qsizetype end = found < 0 ? m_end : found;
        m_next = std::min(end + 1, m_end);
        m_line = PlainYamlLine(m_file, begin, end > begin && m_file[end - 1] == '\r' ? end - 1 : end, m_pool);
        m_column = m_line.at() - begin;
        return true;
    }

    /// Goes to the next line that holds more than a comment.
    void goOn()
    {
        while (takeLine() && m_line.isAtEnd()) {}
    }

    /// Where a value would stand that is not there: after the last that was written, even if it is a comment.
    qsizetype endOfTextBefore() const
    {
        qsizetype at = m_more ? m_line.at() : m_end;
        while (at > m_begin && isBlank(m_file[at - 1]))
            --at;
        return at;
    }

    bool isIn(qsizetype column) const { return m_more && m_column == column; }

    bool readMap(YamlNode &map, qsizetype column, int depth)
    {
        map.kind = YamlNode::Kind::Map;
        map.offset = m_line.at();
        map.keys.reserve(usualKeys);
        map.items.reserve(usualKeys);
        do {
            if (depth > deepestPlainYaml || !m_line.readKey(map))
                return false;
            if (!readRest(map.items.emplace_back(), column, true, depth))
                return false;
        } while (isIn(column));
        return true;
    }

    bool readList(YamlNode &list, qsizetype column, int depth)
    {
        list.kind = YamlNode::Kind::Sequence;
        list.offset = m_line.at();
        do {
            const qsizetype dash = m_line.at();
            if (depth > deepestPlainYaml || !m_line.readDash())
                return false;
            YamlNode &item = list.items.emplace_back();
            const bool holdsMap = m_line.startsKey();
            if (holdsMap)
                m_column += m_line.at() - dash;
            if (!(holdsMap ? readMap(item, m_column, depth + 1) : readRest(item, column, false, depth)))
                return false;
        } while (isIn(column) && m_line.startsDash());
        return true;
    }

    /// What follows a key's colon or a dash that stands in `column`: on that line, on the next ones, or nothing. The
    /// dashes of a key's list may stand right below the key.
    bool readRest(YamlNode &value, qsizetype column, bool ofKey, int depth)
    {
        if (m_line.startsBlockText())
            return readBlockText(value, column);
        if (!m_line.isAtEnd()) {
            if (!m_line.readValue(value))
                return false;
            goOn();
            return true;
        }
        goOn();
        if (isIn(column) && ofKey && m_line.startsDash())
            return readList(value, column, depth + 1);
        if (!m_more || m_column <= column) {
            value.offset = endOfTextBefore();
            return true;
        }
        return m_line.startsDash() ? readList(value, m_column, depth + 1) : readMap(value, m_column, depth + 1);
    }

    /// The lines of a text below `|` or `>`: one or more, none of them blank, and each as far to the right as the
    /// first.
    bool readBlockText(YamlNode &text, qsizetype column)
    {
        const QByteArrayView mark = m_line.rest();
        text.kind = YamlNode::Kind::Scalar;
        text.plain = false;
        text.offset = m_line.at();
        QByteArray lines;
        qsizetype indentation = 0;
        while (takeLine() && m_column > column) {
            indentation = lines.isEmpty() ? m_column : indentation;
            if (m_column != indentation || m_line.isAtEnd() || m_line.rest().endsWith(' '))
                return false;
            lines += m_line.rest();
            lines += mark.front() == '>' ? ' ' : '\n';
        }
        const bool ended = m_more ? !m_line.rest().isEmpty() : m_file[m_end - 1] == '\n';
        if (lines.isEmpty() || !ended)
            return false;
        if (m_line.isAtEnd())
            goOn();
        lines.chop(1);
        if (!mark.endsWith('-'))
            lines += '\n';
        text.text = QString::fromUtf8(lines);
        return true;
    }

    QByteArrayView m_file;
    qsizetype m_begin;
    qsizetype m_end;
    qsizetype m_next; ///< where the line after the current one starts
    StringPool *m_pool;
    PlainYamlLine m_line;
    qsizetype m_column = 0; ///< of the current line's first byte that is not blank, or of a key after a dash
    bool m_more = true;     ///< there is a current line
};

} // namespace

std::optional<YamlNode> readPlainYaml(QByteArrayView file, qsizetype offset, qsizetype length, StringPool *pool)
{
    YamlNode root;
    if (!BlockReader(file, offset, length, pool).readDocument(root))
        return std::nullopt;
    return root;
}

} // namespace casebook
