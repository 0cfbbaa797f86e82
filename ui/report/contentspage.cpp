#include "ui/report/contentspage.h"

#include "ui/report/reportwords.h"
#include "ui/report/textcolumn.h"
#include "ui/typeset/cellformat.h"

#include <QPainter>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>
#include <cmath>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal numberWidth = 3.2; // em: room for four digits

// On the block of an entry whose number a leader leads to.
constexpr int leaderProperty = QTextFormat::UserProperty + 201;

class ContentsTable {
public:
    ContentsTable(TextFlow &flow, const ContentsSpacing &spacing) : m_flow(flow), m_spacing(spacing)
    {
        const TypeStyle &style = flow.style();
        m_entry = style.bodyFormat();
        m_group = style.headingFormat(4);
    }

    void append(const QList<ContentsEntry> &entries, int first, int count, qreal gap)
    {
        QTextTableFormat format = plainTable({}, CellEdges::None);
        format.setColumnWidthConstraints(
            {QTextLength(), QTextLength(QTextLength::FixedLength, numberWidth * m_flow.style().em)});
        QTextTable *table = m_flow.beginTable(gap, count, 2, format);
        for (int row = 0; row < count; ++row)
            appendEntry(table, row, entries.at(first + row), first + row == 0);
        m_flow.endTable(table);
    }

private:
    void appendEntry(QTextTable *table, int row, const ContentsEntry &entry, bool isFirst)
    {
        const qreal em = m_flow.style().em;
        const qreal above = isFirst ? 0 : (entry.isGroup ? m_spacing.group : m_spacing.entry) * em;
        const CellFormat look = CellFormat().padding(0, above, 0, 0).alignment(QTextCharFormat::AlignBottom);
        table->cellAt(row, 0).setFormat(look);
        table->cellAt(row, 1).setFormat(look);

        QTextCharFormat chars = entry.isGroup ? m_group : m_entry;
        if (entry.isGroup)
            chars.setForeground(entry.tone);
        QTextBlockFormat block = m_flow.style().blockFormat(chars.font());
        const qreal less = (ContentsSpacing().line - m_spacing.line) * em;
        block.setLineHeight(std::max(0.0, block.lineHeight() - less), QTextBlockFormat::LineDistanceHeight);
        if (entry.isGroup)
            block.setHeadingLevel(2);
        QTextCharFormat link = chars;
        link.setAnchor(true);
        link.setAnchorHref(entry.address);

        m_flow.enterCell(table, row, 0);
        QTextBlockFormat words = block;
        words.setLeftMargin(entry.isGroup ? 0 : em);
        words.setTextIndent(entry.isGroup ? 0 : -em); // what runs over hangs
        words.setProperty(leaderProperty, !entry.isGroup);
        m_flow.beginBlock(0, words, chars);
        m_flow.text(entry.text, link);

        m_flow.enterCell(table, row, 1);
        block.setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
        block.setHeadingLevel(0);
        m_flow.beginBlock(0, block, chars);
        m_flow.text(entry.page > 0 ? QString::number(entry.page) : u"0000"_s, link);
    }

    TextFlow &m_flow;
    ContentsSpacing m_spacing;
    QTextCharFormat m_entry;
    QTextCharFormat m_group;
};

void appendTitle(TextFlow &flow)
{
    const QTextCharFormat chars = flow.style().headingFormat(1);
    QTextBlockFormat block = flow.style().blockFormat(chars.font());
    block.setHeadingLevel(1);
    flow.beginBlock(0, block, chars);
    flow.text(ReportWords::tr("Contents"), chars);
}

} // namespace

QList<ContentsSpacing> contentsSpacings()
{
    return {{}, {1.42, 0.08, 0.9}, {1.36, 0.02, 0.7}};
}

void appendContents(TextFlow &flow, const QList<ContentsEntry> &entries, int first, int count,
                    const ContentsSpacing &spacing)
{
    if (first == 0)
        appendTitle(flow);
    if (count > 0)
        ContentsTable(flow, spacing).append(entries, first, count, 1.6 * flow.style().em);
}

QList<Leader> leadersOf(const QTextDocument &contents, qreal em)
{
    QList<Leader> leaders;
    for (QTextBlock block = contents.begin(); block.isValid(); block = block.next()) {
        const QTextBlock number = block.next();
        if (!block.blockFormat().boolProperty(leaderProperty) || !number.isValid() || block.layout()->lineCount() == 0
            || number.layout()->lineCount() == 0)
            continue;
        const QTextLine line = block.layout()->lineAt(block.layout()->lineCount() - 1);
        const QPointF origin = originOf(block);
        const qreal left = origin.x() + line.naturalTextRect().right() + 0.6 * em;
        const qreal right = originOf(number).x() + number.layout()->lineAt(0).naturalTextRect().left() - 0.6 * em;
        if (right - left > em)
            leaders.append({left, right, origin.y() + line.y() + line.ascent()});
    }
    return leaders;
}

void drawLeader(QPainter &painter, const Leader &leader, const TypeStyle &style)
{
    // Dots stand at the same places in every line, so that they make columns.
    const qreal step = 0.5 * style.em;
    const qreal width = 0.09 * style.em;
    QPen dots(style.quoteRule, width, Qt::CustomDashLine, Qt::RoundCap);
    dots.setDashPattern({0.001, step / width});
    painter.setPen(dots);
    const QPointF start(std::floor(leader.right / step) * step, leader.baseline - width / 2);
    painter.drawLine(start, QPointF(leader.left, start.y()));
}

} // namespace casebook
