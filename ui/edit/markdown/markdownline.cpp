#include "ui/edit/markdown/markdownline.h"

namespace casebook {

namespace {

bool isBlankAt(QStringView text, qsizetype at)
{
    return at < text.size() && (text[at] == u' ' || text[at] == u'\t');
}

qsizetype skipBlanks(QStringView text, qsizetype at)
{
    while (isBlankAt(text, at))
        ++at;
    return at;
}

// Reads the marks at the start of a line from left to right.
class LineReader {
public:
    LineReader(QStringView text, const TextSpan &line) : m_text(text.first(line.end)), m_at(line.begin)
    {
        m_line.line = line;
    }

    MarkdownLine read();

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    void readQuote();
    void readList();
    void readHeading();

    QStringView m_text; ///< up to the line's end
    qsizetype m_at;
    MarkdownLine m_line;
};

MarkdownLine LineReader::read()
{
    readQuote();
    m_at = skipBlanks(m_text, m_at);
    readList();
    readHeading();
    m_at = skipBlanks(m_text, m_at);
    qsizetype end = m_text.size();
    while (end > m_at && m_text[end - 1].isSpace())
        --end;
    m_line.content = {m_at, end};
    return m_line;
}

void LineReader::readQuote()
{
    m_line.quote = {m_at, m_at};
    for (qsizetype mark = skipBlanks(m_text, m_at); mark < m_text.size() && m_text[mark] == u'>';
         mark = skipBlanks(m_text, m_at)) {
        if (m_line.quoteDepth++ == 0)
            m_line.quote.begin = mark;
        m_at = mark + 1;
        if (isBlankAt(m_text, m_at))
            ++m_at;
        m_line.quote.end = m_at;
    }
}

void LineReader::readList()
{
    m_line.list = {m_at, m_at};
    qsizetype end = m_at;
    while (end < m_text.size() && end - m_at < 9 && m_text[end] >= u'0' && m_text[end] <= u'9')
        ++end;
    const bool numbered = end > m_at;
    if (end >= m_text.size() || !QStringView(numbered ? u".)" : u"-*+").contains(m_text[end]))
        return;
    ++end;
    if (end < m_text.size() && !isBlankAt(m_text, end))
        return;
    m_at = skipBlanks(m_text, end);
    m_line.list.end = m_at;
    m_line.listMark = numbered ? MarkdownLine::ListMark::Number : MarkdownLine::ListMark::Bullet;
}

void LineReader::readHeading()
{
    m_line.heading = {m_at, m_at};
    qsizetype end = m_at;
    while (end < m_text.size() && m_text[end] == u'#')
        ++end;
    const qsizetype level = end - m_at;
    if (level < 1 || level > 6 || (end < m_text.size() && !isBlankAt(m_text, end)))
        return;
    m_at = skipBlanks(m_text, end);
    m_line.heading.end = m_at;
    m_line.headingLevel = static_cast<int>(level);
}

TextSpan lineSpan(QStringView text, qsizetype place)
{
    const qsizetype before = place == 0 ? -1 : text.lastIndexOf(u'\n', place - 1);
    const qsizetype end = text.indexOf(u'\n', place);
    return {before + 1, end < 0 ? text.size() : end};
}

// Whether the line can only be one of its own.
bool standsAlone(QStringView text, const MarkdownLine &line)
{
    const QStringView content = text.sliced(line.content.begin, line.content.size());
    return line.headingLevel > 0 || line.isBlank() || content.startsWith(u"```") || content.startsWith(u"~~~")
        || content.startsWith(u'|');
}

bool continues(QStringView text, const MarkdownLine &above, const MarkdownLine &line)
{
    return !standsAlone(text, above) && !standsAlone(text, line) && line.listMark == MarkdownLine::ListMark::None
        && above.quoteDepth == line.quoteDepth;
}

} // namespace

qsizetype MarkdownLine::indent() const
{
    return list.begin - quote.end;
}

MarkdownLine markdownLineAt(QStringView text, qsizetype place)
{
    return LineReader(text, lineSpan(text, place)).read();
}

QList<MarkdownLine> markdownLines(QStringView text, const TextSpan &stretch)
{
    QList<MarkdownLine> lines{markdownLineAt(text, stretch.begin)};
    while (lines.last().line.end + 1 < stretch.end)
        lines.append(markdownLineAt(text, lines.last().line.end + 1));
    return lines;
}

QList<QList<MarkdownLine>> markdownParagraphs(QStringView text, const TextSpan &stretch)
{
    QList<MarkdownLine> lines = markdownLines(text, stretch);
    while (lines.first().line.begin > 0) {
        const MarkdownLine above = markdownLineAt(text, lines.first().line.begin - 1);
        if (!continues(text, above, lines.first()))
            break;
        lines.prepend(above);
    }
    while (lines.last().line.end < text.size()) {
        const MarkdownLine below = markdownLineAt(text, lines.last().line.end + 1);
        if (!continues(text, lines.last(), below))
            break;
        lines.append(below);
    }
    QList<QList<MarkdownLine>> paragraphs;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0 && continues(text, lines.at(i - 1), lines.at(i)))
            paragraphs.last().append(lines.at(i));
        else if (!lines.at(i).isBlank())
            paragraphs.append({lines.at(i)});
    }
    return paragraphs;
}

} // namespace casebook
