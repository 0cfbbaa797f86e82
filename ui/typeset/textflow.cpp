#include "ui/typeset/textflow.h"

#include <QTextTable>

namespace casebook {

namespace {

constexpr qsizetype longestWord = 1000;

QString withBreaks(const QString &text)
{
    QString out;
    qsizetype run = 0;
    for (QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > longestWord && !c.isLowSurrogate()) {
            out += QChar(0x200b);
            run = 1;
        }
        out += c;
    }
    return out;
}

} // namespace

TextFlow::TextFlow(const QTextCursor &cursor, const TypeStyle &style)
    : m_cursor(cursor),
      m_style(style),
      m_empty(cursor.block().length() == 1),
      m_first(m_empty && cursor.block().blockNumber() == 0)
{
}

void TextFlow::finish()
{
    if (!m_lastTable)
        return;
    QTextBlockFormat format;
    format.setLineHeight(0.1, QTextBlockFormat::FixedHeight);
    QTextCharFormat chars;
    chars.setFontPointSize(1);
    m_cursor.setBlockFormat(format);
    m_cursor.setBlockCharFormat(chars);
}

void TextFlow::makeRoom(qreal gap)
{
    if (!m_lastTable)
        return;
    QTextTableFormat above = m_lastTable->format();
    above.setBottomMargin(gap * m_style.gaps);
    m_lastTable->setFormat(above);
    m_lastTable = nullptr;
}

void TextFlow::beginBlock(qreal gap, QTextBlockFormat format, const QTextCharFormat &chars)
{
    format.setTopMargin(m_first || m_lastTable ? 0 : gap * m_style.gaps);
    format.setBottomMargin(0);
    if (m_indent > 0)
        format.setLeftMargin(format.leftMargin() + m_indent);
    makeRoom(gap);
    if (m_empty) {
        m_cursor.setBlockFormat(format);
        // In a cell the first block's format is also that of the cell: it must not be lost.
        m_cursor.mergeBlockCharFormat(chars);
    } else {
        m_cursor.insertBlock(format, chars);
    }
    m_empty = false;
    m_first = false;
}

void TextFlow::beginParagraph(qreal gap)
{
    beginBlock(gap, m_style.blockFormat(m_style.body), m_style.bodyFormat());
}

void TextFlow::text(const QString &text, const QTextCharFormat &format)
{
    m_cursor.insertText(text.size() > longestWord ? withBreaks(text) : text, format);
}

QTextTable *TextFlow::beginTable(qreal gap, int rows, int columns, QTextTableFormat format)
{
    const bool first = m_first;
    if (!m_empty)
        m_cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
    makeRoom(0);
    format.setTopMargin(first ? 0 : gap * m_style.gaps);
    format.setLeftMargin(m_indent);
    QTextTable *table = m_cursor.insertTable(rows, columns, format);
    m_outerIndents.append(m_indent);
    m_indent = 0;
    ++m_depth;
    enterCell(table, 0, 0);
    return table;
}

void TextFlow::enterCell(QTextTable *table, int row, int column)
{
    m_cursor = table->cellAt(row, column).firstCursorPosition();
    m_lastTable = nullptr;
    m_empty = true;
    m_first = true;
}

void TextFlow::endTable(QTextTable *table)
{
    m_cursor = table->lastCursorPosition();
    m_cursor.movePosition(QTextCursor::NextCharacter);
    m_lastTable = table;
    m_empty = true;
    m_first = false;
    m_indent = m_outerIndents.takeLast();
    --m_depth;
}

QTextTableFormat plainTable(const QList<qreal> &percentages, CellEdges edges)
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setBorderCollapse(edges == CellEdges::Some);
    format.setCellPadding(0);
    format.setCellSpacing(0);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QList<QTextLength> widths;
    // Just short of the whole: shares of exactly 100 in all come out one too wide where two of them are rounded up.
    for (qreal percentage : percentages)
        widths.append(
            QTextLength(QTextLength::PercentageLength, percentages.size() > 1 ? percentage - 0.005 : percentage));
    format.setColumnWidthConstraints(widths);
    return format;
}

} // namespace casebook
