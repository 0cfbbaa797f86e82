#include "core/document/splicing/yamllayout.h"

#include <algorithm>

namespace casebook {

namespace {

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t';
}

bool isBreak(char byte)
{
    return byte == '\n' || byte == '\r';
}

bool isFlowMark(char byte)
{
    return byte == ',' || byte == '[' || byte == ']' || byte == '{' || byte == '}';
}

/// Walks through the text along the tree. Every member that reads answers whether the text is as the tree says.
class LayoutReader {
public:
    LayoutReader(QByteArrayView file, qsizetype end) : m_file(file.first(end)) {}

    /// `emptyAt`: where a value would be written that is not there; `indent`: the column of the block collection around
    /// it, -1 where there is none.
    bool read(const YamlNode &node, qsizetype emptyAt, qsizetype indent, YamlLayout &layout)
    {
        if (node.kind == YamlNode::Kind::Null && !node.alias && !isWritten(node, emptyAt)) {
            layout.begin = layout.content = layout.end = emptyAt;
            return true;
        }
        if (node.offset < emptyAt || node.offset >= m_file.size())
            return false;
        layout.begin = node.offset;
        layout.content = node.alias ? node.offset : readProperties(layout);
        return readContent(node, indent, layout);
    }

private:
    char at(qsizetype place) const { return place < m_file.size() ? m_file[place] : '\0'; }

    /// Whether an empty value stands there in so many letters, or has an anchor or a tag.
    bool isWritten(const YamlNode &node, qsizetype emptyAt) const
    {
        return node.offset >= emptyAt && node.offset < m_file.size() && !isBlankOrBreak(at(node.offset))
            && !isFlowMark(at(node.offset));
    }

    /// Behind blanks, line ends and comments.
    qsizetype skipSpace(qsizetype place) const
    {
        while (place < m_file.size()) {
            if (isBlankOrBreak(at(place)))
                ++place;
            else if (at(place) == '#' && (place == 0 || isBlankOrBreak(at(place - 1))))
                place = lineEnd(m_file, place);
            else
                break;
        }
        return place;
    }

    qsizetype endOfName(qsizetype place) const
    {
        while (place < m_file.size() && !isBlankOrBreak(at(place)) && !isFlowMark(at(place)))
            ++place;
        return place;
    }

    qsizetype endOfTag(qsizetype place) const
    {
        if (at(place + 1) != '<')
            return endOfName(place);
        const qsizetype close = m_file.indexOf('>', place);
        return close < 0 ? m_file.size() : close + 1;
    }

    /// Passes over anchor and tag; where the content starts, or would.
    qsizetype readProperties(YamlLayout &layout)
    {
        qsizetype place = layout.begin;
        qsizetype end = layout.begin;
        while (at(place) == '&' || at(place) == '!') {
            Span &span = at(place) == '&' ? layout.anchor : layout.tag;
            end = at(place) == '&' ? endOfName(place) : endOfTag(place);
            span = {place, end};
            place = skipSpace(end);
        }
        m_propertiesEnd = end;
        return place;
    }

    bool readContent(const YamlNode &node, qsizetype indent, YamlLayout &layout)
    {
        if (node.alias) {
            layout.end = endOfName(layout.content);
            return at(layout.content) == '*';
        }
        switch (node.kind) {
        case YamlNode::Kind::Null:
        case YamlNode::Kind::Scalar:
            return readScalar(node, indent, layout);
        case YamlNode::Kind::Sequence:
            return at(layout.content) == '[' ? readFlowList(node, layout) : readBlockList(node, layout);
        case YamlNode::Kind::Map:
            return at(layout.content) == '{' ? readFlowMap(node, layout) : readEntries(node, layout, node.flow);
        }
        return false;
    }

    bool readScalar(const YamlNode &node, qsizetype indent, YamlLayout &layout)
    {
        const char first = at(layout.content);
        const bool hasProperties = layout.content > layout.begin;
        if (node.kind == YamlNode::Kind::Null && !hasProperties) {
            layout.end = endOfName(layout.content);
            return true;
        }
        const bool isText = first == '"' || first == '\'' || first == '|' || first == '>';
        if (hasProperties && node.text.isEmpty() && (node.kind == YamlNode::Kind::Null || !isText)) {
            layout.content = layout.end = m_propertiesEnd;
            return true;
        }
        if (!node.plain && (first == '"' || first == '\''))
            return readQuoted(first, layout);
        if (!node.plain && (first == '|' || first == '>'))
            return readBlockText(indent, layout);
        return readPlain(node.text.toUtf8(), layout);
    }

    bool readQuoted(char mark, YamlLayout &layout)
    {
        for (qsizetype place = layout.content + 1; place < m_file.size(); ++place) {
            if (mark == '"' && at(place) == '\\') {
                ++place;
            } else if (at(place) == mark) {
                if (mark == '\'' && at(place + 1) == mark) {
                    ++place;
                    continue;
                }
                layout.end = place + 1;
                return true;
            }
        }
        return false;
    }

    /// The text is what stands there, but for the ends of lines and blanks around them.
    bool readPlain(const QByteArray &text, YamlLayout &layout)
    {
        qsizetype place = layout.content;
        for (const char byte : text) {
            if (isBlankOrBreak(byte))
                continue;
            while (isBlankOrBreak(at(place)))
                ++place;
            if (at(place) != byte || place >= m_file.size())
                return false;
            ++place;
        }
        layout.end = place;
        return place > layout.content;
    }

    /// A text below `|` or `>`: all lines that are blank or indented as its first one.
    bool readBlockText(qsizetype indent, YamlLayout &layout)
    {
        const qsizetype headEnd = lineEnd(m_file, layout.content);
        const QByteArrayView head = m_file.sliced(layout.content, headEnd - layout.content);
        const qsizetype comment = head.indexOf('#');
        const QByteArrayView marks = comment < 0 ? head : head.first(comment);
        qsizetype column = -1; // of the text
        for (const char mark : marks) {
            if (mark >= '1' && mark <= '9')
                column = std::max<qsizetype>(indent, 0) + (mark - '0');
        }
        layout.end = headEnd;
        while (layout.end > layout.content && isBlank(at(layout.end - 1)))
            --layout.end;
        for (qsizetype line = nextLine(m_file, headEnd); line < m_file.size(); line = nextLine(m_file, line)) {
            const qsizetype end = lineEnd(m_file, line);
            qsizetype first = line;
            while (first < end && at(first) == ' ')
                ++first;
            if (skipBlanks(m_file, line) >= end) {
                if (marks.contains('+'))
                    layout.end = end;
                continue;
            }
            if (column < 0)
                column = first - line > indent ? first - line : m_file.size();
            if (first - line < column)
                break;
            layout.end = end;
        }
        return true;
    }

    bool readBlockList(const YamlNode &node, YamlLayout &layout)
    {
        qsizetype place = layout.content;
        for (const YamlNode &item : node.items) {
            if (at(place) != '-')
                return false;
            layout.marks.push_back(place);
            YamlLayout &entry = layout.items.emplace_back();
            if (!read(item, place + 1, columnOf(m_file, place), entry))
                return false;
            layout.end = entry.end;
            place = skipSpace(entry.end);
        }
        return !node.items.empty();
    }

    /// The entries of a map that has no brackets: in block style, or a single pair in a list's brackets.
    bool readEntries(const YamlNode &node, YamlLayout &layout, bool inFlow)
    {
        qsizetype place = layout.content;
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            if (!readEntry(node.keys[i], node.items[i], place, inFlow ? -1 : columnOf(m_file, place), layout))
                return false;
            layout.end = layout.items.back().end;
            place = skipSpace(layout.end);
        }
        return !node.keys.empty();
    }

    bool readEntry(const YamlNode &key, const YamlNode &item, qsizetype place, qsizetype indent, YamlLayout &layout)
    {
        const bool isExplicit = at(place) == '?' && isBlankOrBreak(at(place + 1));
        layout.explicitKeys = layout.explicitKeys || isExplicit;
        YamlLayout &keyLayout = layout.keys.emplace_back();
        if (key.kind == YamlNode::Kind::Null || !read(key, isExplicit ? place + 1 : place, indent, keyLayout))
            return false;
        const qsizetype colon = skipSpace(keyLayout.end);
        const bool hasColon = at(colon) == ':';
        layout.marks.push_back(hasColon ? colon : -1);
        return read(item, hasColon ? colon + 1 : keyLayout.end, indent, layout.items.emplace_back());
    }

    /// Behind what may stand between two entries in brackets.
    qsizetype skipFlowSpace(qsizetype place) const
    {
        place = skipSpace(place);
        if (at(place) == ',')
            place = skipSpace(place + 1);
        return place;
    }

    bool readFlowMap(const YamlNode &node, YamlLayout &layout)
    {
        qsizetype place = skipSpace(layout.content + 1);
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            if (!readEntry(node.keys[i], node.items[i], place, -1, layout))
                return false;
            place = skipFlowSpace(layout.items.back().end);
        }
        layout.end = place + 1;
        return at(place) == '}';
    }

    bool readFlowList(const YamlNode &node, YamlLayout &layout)
    {
        qsizetype place = skipSpace(layout.content + 1);
        for (const YamlNode &item : node.items) {
            if (!read(item, place, -1, layout.items.emplace_back()))
                return false;
            place = skipFlowSpace(layout.items.back().end);
        }
        layout.end = place + 1;
        return at(place) == ']';
    }

    QByteArrayView m_file;
    qsizetype m_propertiesEnd = 0;
};

} // namespace

bool isBlankOrBreak(char byte)
{
    return isBlank(byte) || isBreak(byte);
}

qsizetype lineStart(QByteArrayView bytes, qsizetype at)
{
    while (at > 0 && !isBreak(bytes[at - 1]))
        --at;
    return at;
}

qsizetype lineEnd(QByteArrayView bytes, qsizetype at)
{
    while (at < bytes.size() && !isBreak(bytes[at]))
        ++at;
    return at;
}

qsizetype nextLine(QByteArrayView bytes, qsizetype at)
{
    at = lineEnd(bytes, at);
    if (at < bytes.size())
        at += bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n' ? 2 : 1;
    return at;
}

qsizetype columnOf(QByteArrayView bytes, qsizetype at)
{
    const QByteArrayView before = bytes.sliced(lineStart(bytes, at)).first(at - lineStart(bytes, at));
    return std::count_if(before.begin(), before.end(), [](char byte) { return (uchar(byte) & 0xC0) != 0x80; });
}

qsizetype skipBlanks(QByteArrayView bytes, qsizetype at)
{
    while (at < bytes.size() && isBlank(bytes[at]))
        ++at;
    return at;
}

std::optional<YamlLayout> layoutOf(const Document &document)
{
    const YamlNode &root = document.tree();
    YamlLayout layout;
    LayoutReader reader(document.bytes(), document.frontMatter().end);
    if (!reader.read(root, document.frontMatter().begin, -1, layout))
        return std::nullopt;
    return layout;
}

} // namespace casebook
