#include "core/markdown/markdownwriter.h"

#include "core/markdown/markdownescape.h"

#include <QStringList>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

using Nodes = std::vector<MarkdownNode>;

bool isPoint(QChar c)
{
    return c.isPunct() || c.isSymbol();
}

/// Writes what stands in one block, from left to right.
class InlineWriter {
public:
    explicit InlineWriter(bool inTable = false) : m_inTable(inTable) {}

    QString write(const Nodes &nodes);

private:
    void append(const Nodes &nodes, QChar after);
    void append(const MarkdownNode &node, QChar after);
    void appendText(const QString &text, QChar after);
    void appendEmphasis(const MarkdownNode &node, const QString &mark, QChar after);
    void appendLink(const MarkdownNode &link);
    static QChar firstOf(const MarkdownNode &node);
    static QString destination(const QString &url);

    QString m_out;
    bool m_inTable;
    bool m_inLink = false;
};

QString InlineWriter::write(const Nodes &nodes)
{
    append(nodes, u' ');
    return m_out;
}

// The character that a node will begin with.
QChar InlineWriter::firstOf(const MarkdownNode &node)
{
    switch (node.kind) {
    case MarkdownKind::Text:
        return node.text.isEmpty() ? QChar(u' ') : node.text.front();
    case MarkdownKind::Code:
        return u'`';
    case MarkdownKind::Link:
        return u'[';
    case MarkdownKind::Image:
        return u'!';
    case MarkdownKind::Emphasis:
    case MarkdownKind::Strong:
        return u'*';
    default:
        return u' ';
    }
}

void InlineWriter::append(const Nodes &nodes, QChar after)
{
    for (std::size_t i = 0; i < nodes.size(); ++i)
        append(nodes[i], i + 1 < nodes.size() ? firstOf(nodes[i + 1]) : after);
}

void InlineWriter::append(const MarkdownNode &node, QChar after)
{
    switch (node.kind) {
    case MarkdownKind::Text:
        return appendText(node.text, after);
    case MarkdownKind::SoftBreak:
        m_out += u'\n';
        return;
    case MarkdownKind::LineBreak:
        m_out += u"\\\n"_s;
        return;
    case MarkdownKind::Code:
        m_out += m_inTable ? codeSpan(node.text).replace(u'|', u"\\|"_s) : codeSpan(node.text);
        return;
    case MarkdownKind::Emphasis:
        return appendEmphasis(node, u"*"_s, after);
    case MarkdownKind::Strong:
        return appendEmphasis(node, u"**"_s, after);
    case MarkdownKind::Link:
        return appendLink(node);
    case MarkdownKind::Image:
        m_out += u"!["_s + escaped(node.text, {.before = u'[', .after = u']', .inLink = true, .inTable = m_inTable})
            + u"]("_s + destination(node.url) + u')';
        return;
    default:
        append(node.children, after);
    }
}

void InlineWriter::appendText(const QString &text, QChar after)
{
    const bool startsLine = !m_inTable && (m_out.isEmpty() || m_out.endsWith(u'\n'));
    qsizetype begin = 0;
    while (startsLine && begin < text.size() && text[begin].isSpace())
        ++begin;
    const QStringView rest = QStringView(text).sliced(begin);
    m_out += escaped(rest,
                     {.before = m_out.isEmpty() ? QChar(u' ') : m_out.back(),
                      .after = after,
                      .startsLine = startsLine,
                      .inLink = m_inLink,
                      .inTable = m_inTable});
}

// Marks that Markdown would not see as such are left out.
void InlineWriter::appendEmphasis(const MarkdownNode &node, const QString &mark, QChar after)
{
    const QChar before = m_out.isEmpty() ? QChar(u' ') : m_out.back();
    const qsizetype begin = m_out.size();
    m_out += mark;
    append(node.children, u'*');
    const QStringView inside = QStringView(m_out).sliced(begin + mark.size());
    const bool opens = !inside.isEmpty() && !inside.front().isSpace()
        && (!isPoint(inside.front()) || before.isSpace() || isPoint(before));
    const bool closes =
        opens && !inside.back().isSpace() && (!isPoint(inside.back()) || after.isSpace() || isPoint(after));
    if (closes)
        m_out += mark;
    else
        m_out.remove(begin, mark.size());
}

QString InlineWriter::destination(const QString &url)
{
    const bool isPlain = !url.isEmpty() && std::none_of(url.begin(), url.end(), [](QChar c) {
        return c.isSpace() || QStringView(u"()<>\\").contains(c);
    });
    if (isPlain)
        return url;
    QString inside = url;
    inside.replace(u'\\', u"\\\\"_s).replace(u'<', u"\\<"_s).replace(u'>', u"\\>"_s).replace(u'\n', u' ');
    return u'<' + inside + u'>';
}

void InlineWriter::appendLink(const MarkdownNode &link)
{
    const bool isBare = link.children.size() == 1 && link.children.front().kind == MarkdownKind::Text
        && link.children.front().text == link.url && link.title.isEmpty();
    const bool canBeBare = std::none_of(link.url.begin(), link.url.end(),
                                        [](QChar c) { return c.isSpace() || QStringView(u"<>|\\").contains(c); });
    if (isBare && canBeBare && link.url.contains(u':')) {
        m_out += u'<' + link.url + u'>';
        return;
    }
    m_out += u'[';
    m_inLink = true;
    append(link.children, u']');
    m_inLink = false;
    m_out += u"]("_s + destination(link.url);
    if (!link.title.isEmpty())
        m_out += u" \""_s + QString(link.title).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
    m_out += u')';
}

QStringList linesOf(const MarkdownNode &block, bool alternate);

void indent(QStringList &lines, const QString &first, const QString &rest)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString &line = lines[i];
        const QString &prefix = i == 0 ? first : rest;
        line = line.isEmpty() && i > 0 ? QString(rest).trimmed() : QString(prefix + line);
    }
}

// Whether a list below a paragraph would be taken for its words: not every list may interrupt one.
bool needsRoom(const MarkdownNode &above, const MarkdownNode &list)
{
    return above.kind == MarkdownKind::Paragraph && list.kind == MarkdownKind::List
        && ((list.ordered && list.start != 1) || list.children.empty() || list.children.front().children.empty());
}

// Two lists in a row would be one, were their marks the same.
QStringList linesOf(const Nodes &blocks, bool tight)
{
    QStringList lines;
    bool alternate = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool follows = i > 0 && blocks[i].kind == MarkdownKind::List && blocks[i - 1].kind == MarkdownKind::List
            && blocks[i].ordered == blocks[i - 1].ordered;
        alternate = follows && !alternate;
        if (i > 0 && (!tight || follows || needsRoom(blocks[i - 1], blocks[i])))
            lines.append(QString());
        lines += linesOf(blocks[i], alternate);
    }
    return lines;
}

QStringList linesOfList(const MarkdownNode &list, bool alternate)
{
    QStringList lines;
    qint64 number = list.start;
    for (const MarkdownNode &item : list.children) {
        const QString mark = list.ordered ? QString(QString::number(number++) + (alternate ? u") "_s : u". "_s))
                                          : (alternate ? u"* "_s : u"- "_s);
        QStringList inside = linesOf(item.children, list.tight);
        if (inside.isEmpty())
            inside.append(QString());
        indent(inside, mark, QString(mark.size(), u' '));
        if (!list.tight && !lines.isEmpty())
            lines.append(QString());
        lines += inside;
    }
    return lines;
}

QStringList linesOfCode(const MarkdownNode &code)
{
    qsizetype longest = 2;
    QStringList lines = code.text.split(u'\n');
    if (code.text.endsWith(u'\n'))
        lines.removeLast();
    for (const QString &line : std::as_const(lines)) {
        qsizetype run = 0;
        while (run < line.trimmed().size() && line.trimmed()[run] == u'`')
            ++run;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    lines.prepend(fence + QString(code.title).remove(u'`'));
    lines.append(fence);
    return lines;
}

QString delimiterOf(ColumnAlignment alignment)
{
    switch (alignment) {
    case ColumnAlignment::Left:
        return u":---"_s;
    case ColumnAlignment::Center:
        return u":---:"_s;
    case ColumnAlignment::Right:
        return u"---:"_s;
    case ColumnAlignment::None:
        break;
    }
    return u"---"_s;
}

QStringList linesOfTable(const MarkdownNode &table)
{
    QStringList lines;
    for (const MarkdownNode &row : table.children) {
        QString line = u"|"_s;
        for (qsizetype column = 0; column < table.columns.size(); ++column) {
            const auto index = static_cast<std::size_t>(column);
            const QString words =
                index < row.children.size() ? InlineWriter(true).write(row.children[index].children) : QString();
            line += words.isEmpty() ? u" |"_s : QString(u' ' + words.simplified() + u" |"_s);
        }
        lines.append(line);
        if (lines.size() == 1) {
            QStringList marks;
            for (const ColumnAlignment alignment : table.columns)
                marks.append(delimiterOf(alignment));
            lines.append(u"| "_s + marks.join(u" | "_s) + u" |"_s);
        }
    }
    return lines;
}

QStringList linesOf(const MarkdownNode &block, bool alternate)
{
    switch (block.kind) {
    case MarkdownKind::Heading: {
        const QString words = InlineWriter().write(block.children).replace(u"\\\n"_s, u" "_s).replace(u'\n', u' ');
        return {QString(QString(block.level, u'#') + u' ' + words).trimmed()};
    }
    case MarkdownKind::BlockQuote: {
        QStringList lines = linesOf(block.children, false);
        if (lines.isEmpty())
            lines.append(QString());
        indent(lines, u"> "_s, u"> "_s);
        return lines;
    }
    case MarkdownKind::List:
        return linesOfList(block, alternate);
    case MarkdownKind::CodeBlock:
        return linesOfCode(block);
    case MarkdownKind::ThematicBreak:
        return {u"***"_s};
    case MarkdownKind::Table:
        return linesOfTable(block);
    case MarkdownKind::Paragraph:
        return InlineWriter().write(block.children).split(u'\n');
    default:
        return block.isBlock() ? linesOf(block.children, false) : QStringList{InlineWriter().write({block})};
    }
}

} // namespace

QString toMarkdown(const MarkdownNode &node)
{
    return linesOf(node, false).join(u'\n');
}

} // namespace casebook
