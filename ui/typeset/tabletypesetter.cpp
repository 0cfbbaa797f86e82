#include "ui/typeset/tabletypesetter.h"

#include "ui/typeset/cellformat.h"
#include "ui/typeset/inlinetypesetter.h"

#include <QTextTable>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// Layout takes some 40 microseconds a cell, filled or not; many columns would not fit any page.
constexpr qsizetype mostCells = 4000;
constexpr qsizetype mostColumns = 30;

Qt::Alignment qtAlignment(ColumnAlignment alignment)
{
    switch (alignment) {
    case ColumnAlignment::Center:
        return Qt::AlignHCenter;
    case ColumnAlignment::Right:
        return Qt::AlignRight | Qt::AlignAbsolute;
    default:
        return Qt::AlignLeft;
    }
}

class TableTypesetter {
public:
    TableTypesetter(TextFlow &flow, const MarkdownOptions &options, const MarkdownNode &table)
        : m_flow(flow), m_options(options), m_table(table)
    {
        const TypeStyle &style = flow.style();
        m_body = style.bodyFormat();
        m_body.setFontPointSize(style.body.pointSizeF() * 0.94);
        m_head = style.labelFormat(style.text);
    }

    void append(qreal gap)
    {
        const auto rows = static_cast<int>(m_table.children.size());
        const auto columns = static_cast<int>(m_table.columns.size());
        QTextTableFormat format = plainTable({});
        format.setWidth(QTextLength());
        format.setHeaderRowCount(1);
        QTextTable *grid = m_flow.beginTable(gap, rows, columns, format);
        for (int row = 0; row < rows; ++row)
            fillRow(grid, row);
        m_flow.endTable(grid);
    }

    void appendAsLines(qreal gap)
    {
        for (const MarkdownNode &row : m_table.children) {
            m_flow.beginParagraph(gap);
            gap = 0.2 * m_flow.style().em;
            for (const MarkdownNode &cell : row.children) {
                if (&cell != &row.children.front())
                    m_flow.text(u" | "_s, m_flow.style().mutedFormat());
                InlineTypesetter(m_flow, m_options).append(cell.children, row.header ? m_head : m_body);
            }
        }
    }

private:
    void fillRow(QTextTable *grid, int row)
    {
        const MarkdownNode &source = m_table.children.at(static_cast<size_t>(row));
        const QTextTableCellFormat look = cellFormat(source.header, row + 1 == grid->rows());
        const QTextCharFormat &chars = source.header ? m_head : m_body;
        for (int column = 0; column < grid->columns(); ++column) {
            grid->cellAt(row, column).setFormat(look);
            m_flow.enterCell(grid, row, column);
            QTextBlockFormat block = m_flow.style().blockFormat(chars.font());
            block.setAlignment(qtAlignment(m_table.columns.value(column)));
            block.setProperty(sourceLineProperty, source.line);
            m_flow.beginBlock(0, block, chars);
            if (static_cast<size_t>(column) < source.children.size())
                InlineTypesetter(m_flow, m_options)
                    .append(source.children.at(static_cast<size_t>(column)).children, chars);
        }
    }

    QTextTableCellFormat cellFormat(bool header, bool last) const
    {
        const TypeStyle &style = m_flow.style();
        CellFormat format;
        format.padding(0.8 * style.em, 0.38 * style.em, 0.8 * style.em, 0.38 * style.em - 0.6 * style.lineSurplus());
        format.edge(Edge::Bottom, 1, header || last ? style.quoteRule : style.rule);
        if (header)
            format.background(style.codeTint).alignment(QTextCharFormat::AlignBottom);
        return format;
    }

    TextFlow &m_flow;
    const MarkdownOptions &m_options;
    const MarkdownNode &m_table;
    QTextCharFormat m_body;
    QTextCharFormat m_head;
};

} // namespace

void appendMarkdownTable(TextFlow &flow, const MarkdownOptions &options, const MarkdownNode &table, qreal gap)
{
    TableTypesetter typesetter(flow, options, table);
    const bool small = static_cast<qsizetype>(table.children.size()) * table.columns.size() <= mostCells;
    if (small && !table.columns.isEmpty() && table.columns.size() <= mostColumns)
        typesetter.append(gap);
    else
        typesetter.appendAsLines(gap);
}

} // namespace casebook
