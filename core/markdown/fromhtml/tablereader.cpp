#include "core/markdown/fromhtml/tablereader.h"

#include "core/markdown/pipetable.h"

#include <algorithm>
#include <array>

namespace casebook {

namespace {

using Nodes = std::vector<MarkdownNode>;

constexpr int widestSpan = 50;

bool isCell(const HtmlNode &node)
{
    return node.name == u"td" || node.name == u"th";
}

ColumnAlignment alignmentOf(const HtmlNode &cell)
{
    if (cell.align == u"right" || cell.align == u"end")
        return ColumnAlignment::Right;
    if (cell.align == u"center")
        return ColumnAlignment::Center;
    return cell.align == u"left" ? ColumnAlignment::Left : ColumnAlignment::None;
}

void appendRows(const HtmlNode &node, std::vector<const HtmlNode *> &rows)
{
    for (const HtmlNode &child : node.children) {
        if (child.name == u"tr")
            rows.push_back(&child);
        else if (child.name == u"thead" || child.name == u"tbody" || child.name == u"tfoot")
            appendRows(child, rows);
    }
}

// In one line: a cell has no breaks, and the words of a head are strong by themselves.
void appendWords(std::vector<MarkdownNode> &words, const MarkdownNode &node, bool isHead)
{
    if (node.kind == MarkdownKind::LineBreak || node.kind == MarkdownKind::SoftBreak) {
        words.push_back({.kind = MarkdownKind::Text, .text = QStringLiteral(" ")});
        return;
    }
    if (isHead && node.kind == MarkdownKind::Strong) {
        for (const MarkdownNode &child : node.children)
            appendWords(words, child, isHead);
        return;
    }
    MarkdownNode copy = node;
    copy.children.clear();
    for (const MarkdownNode &child : node.children)
        appendWords(copy.children, child, isHead);
    words.push_back(std::move(copy));
}

// Whether there is nothing in an element that a cell cannot hold.
bool isWords(const HtmlNode &node)
{
    static constexpr std::array<QStringView, 9> blocks{u"table", u"ul", u"ol",         u"menu", u"pre",
                                                       u"hr",    u"dl", u"blockquote", u"form"};
    return std::find(blocks.begin(), blocks.end(), node.name) == blocks.end()
        && (!node.hasBlocks || std::all_of(node.children.begin(), node.children.end(), isWords));
}

// Asked before anything is read: tables inside of tables would be read again and again.
bool isSimple(const std::vector<const HtmlNode *> &rows)
{
    return std::all_of(rows.begin(), rows.end(), [](const HtmlNode *row) {
        return std::all_of(row->children.begin(), row->children.end(), isWords);
    });
}

MarkdownNode readCell(const Nodes &blocks, bool isHead)
{
    MarkdownNode cell{.kind = MarkdownKind::TableCell};
    for (const MarkdownNode &block : blocks) {
        if (!cell.children.empty())
            cell.children.push_back({.kind = MarkdownKind::Text, .text = QStringLiteral(" ")});
        for (const MarkdownNode &word : block.children)
            appendWords(cell.children, word, isHead);
    }
    return cell;
}

} // namespace

std::vector<const HtmlNode *> tableRows(const HtmlNode &table)
{
    std::vector<const HtmlNode *> rows;
    appendRows(table, rows);
    return rows;
}

std::optional<MarkdownNode> readTable(const HtmlNode &table, const std::function<Nodes(const HtmlNode &)> &blocksOf)
{
    const std::vector<const HtmlNode *> rows = tableRows(table);
    if (rows.size() < 2 || !isSimple(rows))
        return std::nullopt;
    MarkdownNode grid{.kind = MarkdownKind::Table};
    std::size_t columns = 0;
    for (const HtmlNode *tr : rows) {
        MarkdownNode row{.kind = MarkdownKind::TableRow, .header = grid.children.empty()};
        for (const HtmlNode &td : tr->children) {
            if (!isCell(td))
                continue;
            if (grid.columns.size() <= static_cast<qsizetype>(row.children.size()))
                grid.columns.append(alignmentOf(td));
            row.children.push_back(readCell(blocksOf(td), row.header));
            for (int more = 1; more < std::min(td.number, widestSpan); ++more)
                row.children.push_back({.kind = MarkdownKind::TableCell});
        }
        columns = std::max(columns, row.children.size());
        grid.children.push_back(std::move(row));
    }
    if (columns < 2 || columns > maximumTableColumns)
        return std::nullopt;
    grid.columns.resize(static_cast<qsizetype>(columns), ColumnAlignment::None);
    grid.children.front().children.resize(columns, {.kind = MarkdownKind::TableCell});
    return grid;
}

} // namespace casebook
