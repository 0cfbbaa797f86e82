#include "core/corpus/heading.h"

#include <algorithm>
#include <optional>

namespace casebook {

namespace {

/// How many times a byte stands at the start of a line.
qsizetype runOf(QByteArrayView line, char byte)
{
    return std::find_if(line.begin(), line.end(), [byte](char c) { return c != byte; }) - line.begin();
}

/// Takes the next line off the text, without its end.
QByteArrayView takeLine(QByteArrayView &text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
    const QByteArrayView line = text.first(end - text.begin());
    const bool pair = text.sliced(line.size()).startsWith("\r\n");
    text = text.sliced(std::min(text.size(), line.size() + (pair ? 2 : 1)));
    return line;
}

/// The text of an ATX heading; nothing where the line is none.
std::optional<QString> atxText(QByteArrayView line)
{
    const qsizetype marks = runOf(line, '#');
    if (marks < 1 || marks > 6 || (marks < line.size() && line[marks] != ' ' && line[marks] != '\t'))
        return std::nullopt;
    QByteArrayView text = line.sliced(marks).trimmed();
    // Marks at the end belong to the heading's frame only where a blank stands before them: not in "C#".
    qsizetype end = text.size();
    while (end > 0 && text[end - 1] == '#')
        --end;
    if (end == 0 || text[end - 1] == ' ' || text[end - 1] == '\t')
        text = text.first(end).trimmed();
    return QString::fromUtf8(text);
}

/// A code block between fences: what it takes to close the one that is open.
class Fence {
public:
    /// Whether the line opens or closes a block, or stands inside one.
    bool takes(QByteArrayView line)
    {
        const char mark = line.isEmpty() ? ' ' : line.front();
        const qsizetype length = mark == '`' || mark == '~' ? runOf(line, mark) : 0;
        if (m_length > 0) {
            if (mark == m_mark && length >= m_length && line.sliced(length).trimmed().isEmpty())
                m_length = 0;
            return true;
        }
        if (length < 3 || (mark == '`' && line.sliced(length).contains('`')))
            return false;
        m_mark = mark;
        m_length = length;
        return true;
    }

private:
    char m_mark = 0;
    qsizetype m_length = 0; // 0: none is open
};

/// A quote, a table or a list item: a line of dashes below it is no heading's underline.
bool startsBlock(QByteArrayView text)
{
    return text.startsWith(">") || text.startsWith("|") || text.startsWith("- ") || text.startsWith("* ")
        || text.startsWith("+ ");
}

bool isUnderline(QByteArrayView line)
{
    return !line.isEmpty() && (line.front() == '=' || line.front() == '-') && runOf(line, line.front()) == line.size();
}

} // namespace

QString firstHeading(QByteArrayView body)
{
    Fence fence;
    QByteArrayView paragraph; // the line before, where it may be a heading's text
    while (!body.isEmpty()) {
        const QByteArrayView line = takeLine(body);
        const QByteArrayView text = line.trimmed();
        const bool indented = runOf(line, ' ') >= 4 || line.startsWith('\t');
        if (indented && paragraph.isEmpty())
            continue;
        if (fence.takes(text)) {
            paragraph = {};
            continue;
        }
        if (!indented && !paragraph.isEmpty() && isUnderline(text))
            return QString::fromUtf8(paragraph);
        const auto heading = indented ? std::nullopt : atxText(text);
        if (heading && !heading->isEmpty())
            return *heading;
        paragraph = heading || startsBlock(text) ? QByteArrayView() : text;
    }
    return {};
}

} // namespace casebook
