#include "ui/report/partpage.h"

#include "ui/typeset/cellformat.h"

#include <QTextTable>

namespace casebook {

PartPage::PartPage(TextFlow &flow) : m_flow(flow) {}

void PartPage::title(const QString &text)
{
    const QTextCharFormat chars = style().headingFormat(1);
    QTextBlockFormat block = style().blockFormat(chars.font());
    block.setHeadingLevel(1);
    m_flow.beginBlock(0, block, chars);
    m_flow.text(text, chars);
}

void PartPage::heading(const QString &text)
{
    const QTextCharFormat chars = style().headingFormat(3);
    QTextBlockFormat block = style().blockFormat(chars.font());
    block.setHeadingLevel(2);
    m_flow.beginBlock(1.5 * style().em, block, chars);
    m_flow.text(text, chars);
}

void PartPage::lead(const QString &text)
{
    m_flow.beginParagraph(0.6 * style().em);
    m_flow.text(text, style().bodyFormat());
}

void PartPage::note(const QString &text, qreal gap)
{
    m_flow.beginBlock(gap, style().blockFormat(small().font()), small());
    m_flow.text(text, small());
}

QTextTable *PartPage::beginTable(int rows, const QList<qreal> &shares, const QColor &tone)
{
    QTextTableFormat format = plainTable(shares);
    format.setHeaderRowCount(1);
    QTextTable *table = m_flow.beginTable(0.5 * style().em, rows, static_cast<int>(shares.size()), format);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < table->columns(); ++column) {
            CellFormat look;
            look.padding(0, 0.22 * style().em, column + 1 < table->columns() ? 0.6 * style().em : 0, 0.18 * style().em);
            if (row == 0)
                look.edge(Edge::Top, 1.5, tone).alignment(QTextCharFormat::AlignBottom);
            look.edge(Edge::Bottom, 0.7, row == 0 ? style().quoteRule : style().rule);
            table->cellAt(row, column).setFormat(look);
        }
    }
    return table;
}

void PartPage::cell(QTextTable *table, int row, int column, const QTextCharFormat &chars, Qt::Alignment alignment)
{
    m_flow.enterCell(table, row, column);
    QTextBlockFormat block = style().blockFormat(chars.font());
    block.setLineHeight(0.3 * block.lineHeight(), QTextBlockFormat::LineDistanceHeight); // short lines need less
    block.setAlignment(alignment | Qt::AlignAbsolute);
    m_flow.beginBlock(0, block, chars);
}

QTextCharFormat PartPage::small() const
{
    QTextCharFormat format = style().mutedFormat();
    format.setForeground(style().text);
    return format;
}

QTextCharFormat PartPage::smallMuted() const
{
    return style().mutedFormat();
}

QTextCharFormat PartPage::head() const
{
    return style().labelFormat(style().muted);
}

QTextCharFormat linkedTo(QTextCharFormat format, const QString &address)
{
    format.setAnchor(true);
    format.setAnchorHref(address);
    return format;
}

} // namespace casebook
