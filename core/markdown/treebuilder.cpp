#include "core/markdown/treebuilder.h"

#include "core/markdown/inlinebuilder.h"
#include "core/markdown/pipetable.h"

#include <cmark.h>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

MarkdownNode blockOf(MarkdownKind kind, cmark_node *node)
{
    return {.kind = kind, .line = cmark_node_get_start_line(node)};
}

MarkdownNode codeOf(cmark_node *node)
{
    MarkdownNode code = blockOf(MarkdownKind::CodeBlock, node);
    code.text = QString::fromUtf8(cmark_node_get_literal(node));
    code.title = QString::fromUtf8(cmark_node_get_fence_info(node));
    return code;
}

MarkdownNode htmlAsText(cmark_node *node)
{
    MarkdownNode paragraph = blockOf(MarkdownKind::Paragraph, node);
    const QString html = QString::fromUtf8(cmark_node_get_literal(node)).trimmed();
    for (QStringView line : QStringView(html).split(u'\n')) {
        if (!paragraph.children.empty())
            paragraph.children.push_back({.kind = MarkdownKind::LineBreak});
        appendText(paragraph, line.toString());
    }
    return paragraph;
}

MarkdownNode listOf(cmark_node *node)
{
    MarkdownNode list = blockOf(MarkdownKind::List, node);
    list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    list.start = list.ordered ? cmark_node_get_list_start(node) : 1;
    list.tight = cmark_node_get_list_tight(node) != 0;
    return list;
}

MarkdownNode flattened(cmark_node *node)
{
    MarkdownNode paragraph = blockOf(MarkdownKind::Paragraph, node);
    appendText(paragraph, flatText(node).simplified());
    return paragraph;
}

MarkdownNode tableRow(QByteArrayView line, qsizetype columns, int lineNumber)
{
    MarkdownNode row{.kind = MarkdownKind::TableRow, .line = lineNumber};
    for (const QByteArray &cell : splitTableRow(line, columns))
        row.children.push_back({.kind = MarkdownKind::TableCell, .line = lineNumber, .text = QString::fromUtf8(cell)});
    return row;
}

// Lines as cmark ends them: at LF, CR or CRLF.
QList<QByteArrayView> splitLines(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = start;
        while (end < text.size() && text.at(end) != '\n' && text.at(end) != '\r')
            ++end;
        lines.append(text.sliced(start, end - start));
        const bool pair = end + 1 < text.size() && text.at(end) == '\r' && text.at(end + 1) == '\n';
        start = end + (pair ? 2 : 1);
    }
    return lines;
}

} // namespace

TreeBuilder::TreeBuilder(QByteArrayView source) : m_lines(splitLines(source)) {}

MarkdownNode TreeBuilder::build(cmark_node *root)
{
    MarkdownNode document{.kind = MarkdownKind::Document, .line = 1};
    appendChildren(document, root, 0, 0);
    return document;
}

void TreeBuilder::appendChildren(MarkdownNode &block, cmark_node *node, int depth, int quotes)
{
    // Some levels are kept for what the innermost block holds: a table has three below it.
    if (depth + 4 >= markdownMaximumDepth && cmark_node_first_child(node)) {
        block.children.push_back(flattened(node));
        return;
    }
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child))
        appendBlock(block, child, depth + 1, quotes);
}

void TreeBuilder::appendBlock(MarkdownNode &parent, cmark_node *node, int depth, int quotes)
{
    MarkdownNode block;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        if (appendTable(parent, node, quotes))
            return;
        block = blockOf(MarkdownKind::Paragraph, node);
        appendInlines(block, node, depth);
        break;
    case CMARK_NODE_HEADING:
        block = blockOf(MarkdownKind::Heading, node);
        block.level = cmark_node_get_heading_level(node);
        appendInlines(block, node, depth);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        block = blockOf(MarkdownKind::BlockQuote, node);
        appendChildren(block, node, depth, quotes + 1);
        break;
    case CMARK_NODE_LIST:
        block = listOf(node);
        appendChildren(block, node, depth, quotes);
        break;
    case CMARK_NODE_ITEM:
        block = blockOf(MarkdownKind::Item, node);
        appendChildren(block, node, depth, quotes);
        break;
    case CMARK_NODE_CODE_BLOCK:
        block = codeOf(node);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        block = blockOf(MarkdownKind::ThematicBreak, node);
        break;
    default:
        block = htmlAsText(node);
    }
    parent.children.push_back(std::move(block));
}

bool TreeBuilder::appendTable(MarkdownNode &parent, cmark_node *node, int quotes)
{
    const QList<QByteArrayView> lines = linesOf(node, quotes);
    const std::optional<PipeTablePlace> place = findPipeTable(lines);
    if (!place)
        return false;
    const int firstLine = cmark_node_get_start_line(node);
    const int headerLine = firstLine + static_cast<int>(place->headerLine);
    if (place->headerLine > 0) {
        MarkdownNode above = blockOf(MarkdownKind::Paragraph, node);
        for (qsizetype at = 0; at < place->headerLine; ++at)
            above.text += QString::fromUtf8(lines.at(at)) + u'\n';
        parent.children.push_back(std::move(above));
    }
    MarkdownNode table{.kind = MarkdownKind::Table, .line = headerLine, .columns = place->columns};
    table.children.push_back(tableRow(lines.at(place->headerLine), place->columns.size(), headerLine));
    table.children.front().header = true;
    for (qsizetype at = place->headerLine + 2; at < lines.size(); ++at)
        table.children.push_back(tableRow(lines.at(at), place->columns.size(), firstLine + static_cast<int>(at)));
    parent.children.push_back(std::move(table));
    m_hasTables = true;
    return true;
}

// The lines of a paragraph that may hold a table, without the marks of the quotes around it; empty where it cannot.
QList<QByteArrayView> TreeBuilder::linesOf(cmark_node *block, int quotes) const
{
    const qsizetype first = cmark_node_get_start_line(block) - 1;
    const qsizetype end = std::min<qsizetype>(cmark_node_get_end_line(block), m_lines.size());
    QList<QByteArrayView> lines;
    bool piped = false;
    for (qsizetype at = first; at >= 0 && at < end; ++at) {
        QByteArrayView line = m_lines.at(at);
        if (at == first)
            line = line.sliced(std::min<qsizetype>(cmark_node_get_start_column(block) - 1, line.size()));
        for (int quote = 0; at > first && quote < quotes && line.trimmed().startsWith('>'); ++quote)
            line = line.trimmed().sliced(1);
        piped = piped || line.contains('|');
        lines.append(line.trimmed());
    }
    return piped ? lines : QList<QByteArrayView>();
}

} // namespace casebook
