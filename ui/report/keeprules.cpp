#include "ui/report/keeprules.h"

#include "ui/report/textcolumn.h"

#include <QAbstractTextDocumentLayout>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace casebook {

namespace {

// What is taller than this share of a page may be torn apart: keeping it together would leave too much empty.
constexpr qreal tallRow = 0.5;
constexpr qreal tallBox = 0.4;
constexpr qreal tallTable = 0.3;
constexpr qreal tinyTable = 0.12;

constexpr qreal tightSpace = 0.2; // of a line: what is nearer belongs together, as the items of a tight list do

/// Where the lines of a block are, without empty ones.
struct Lines {
    Lines() = default;
    explicit Lines(const QTextBlock &block)
    {
        if (!block.isValid())
            return;
        const QTextLayout *layout = block.layout();
        const qreal origin = originOf(block).y();
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            if (line.textLength() > 0)
                parts.append({origin + line.y(), origin + line.y() + line.height(), breakcost::line});
        }
    }

    bool isEmpty() const { return parts.isEmpty(); }
    qsizetype count() const { return parts.size(); }
    qreal top() const { return parts.first().top; }
    qreal bottom() const { return parts.last().bottom; }
    /// The bottom of a line from the start, or of the last where there are fewer.
    qreal bottomOf(qsizetype line) const { return parts.at(std::min(line, parts.size() - 1)).bottom; }
    /// The top of a line counted from the end.
    qreal topFromEnd(qsizetype line) const { return parts.at(std::max<qsizetype>(0, parts.size() - 1 - line)).top; }

    QList<Stretch> parts;
};

qreal borderAndPadding(const QTextTableCell &cell)
{
    const QTextTableCellFormat format = cell.format().toTableCellFormat();
    return format.topPadding() + format.topBorder();
}

/// The top edge of a row: as far above the text of its cells as these say.
qreal topOfRow(QTextTable *table, int row)
{
    qreal top = std::numeric_limits<qreal>::infinity();
    for (int column = 0; column < table->columns(); ++column) {
        const QTextTableCell cell = table->cellAt(row, column);
        if (cell.row() == row && cell.column() == column)
            top = std::min(top, originOf(cell.firstCursorPosition().block()).y() - borderAndPadding(cell));
    }
    return top;
}

/// What is to be seen of a cell below its text.
qreal footOf(const QTextTableCell &cell)
{
    const QTextTableCellFormat format = cell.format().toTableCellFormat();
    return format.bottomPadding() + format.bottomBorder();
}

/// Where the cells of a table's last row end; the bottom of its frame where that cannot be told from their text. Of a
/// table with a head the frame is not to be trusted: Qt makes it taller by about the head's height.
qreal bottomOf(QTextTable *table, qreal frameBottom)
{
    qreal bottom = -std::numeric_limits<qreal>::infinity();
    for (int column = 0; column < table->columns(); ++column) {
        const QTextTableCell cell = table->cellAt(table->rows() - 1, column);
        const Lines lines(cell.lastCursorPosition().block());
        if (cell.lastPosition() > cell.firstPosition() && lines.isEmpty())
            return frameBottom;
        if (!lines.isEmpty())
            bottom = std::max(bottom, lines.bottom() + footOf(cell));
    }
    return std::isfinite(bottom) ? std::min(bottom, frameBottom) : frameBottom;
}

/// A table without the space that is kept free around it.
QRectF edgesOf(QTextTable *table)
{
    QRectF rect = table->document()->documentLayout()->frameBoundingRect(table);
    rect.setTop(rect.top() + table->format().topMargin());
    rect.setBottom(bottomOf(table, rect.bottom() - table->format().bottomMargin()));
    return rect;
}

bool hasText(QTextFrame *frame)
{
    const QTextCursor end = frame->lastCursorPosition();
    for (QTextBlock block = frame->firstCursorPosition().block(); block.isValid() && block.position() <= end.position();
         block = block.next()) {
        if (block.length() > 1)
            return true;
    }
    return false;
}

/// Whether a paragraph announces what comes next.
bool introduces(const QTextBlock &block)
{
    return block.isValid() && QStringView(block.text()).trimmed().endsWith(u':');
}

/// The next block that has any text.
QTextBlock nextWithText(const QTextBlock &block)
{
    QTextBlock next = block.next();
    while (next.isValid() && Lines(next).isEmpty())
        next = next.next();
    return next;
}

/// How far a block stands below the one before it, in heights of a line; far where the two are not neighbours.
qreal distance(const QTextBlock &above, const QTextBlock &block)
{
    const QTextDocument *document = block.document();
    const int position = block.position();
    QTextFrame *frame = document->frameAt(position);
    const auto *table = qobject_cast<QTextTable *>(frame);
    if (document->frameAt(above.position()) != frame
        || (table && table->cellAt(above.position()) != table->cellAt(position)))
        return std::numeric_limits<qreal>::infinity();
    const QTextLayout *layout = block.layout();
    return layout->lineCount() > 0 ? block.blockFormat().topMargin() / layout->lineAt(0).height() : 0;
}

} // namespace

KeepRules::KeepRules(const QTextDocument &document, qreal pageHeight) : m_document(document), m_pageHeight(pageHeight)
{
    addBlocks();
    addTables(document.rootFrame());
}

void KeepRules::add(qreal top, qreal bottom, int cost)
{
    if (bottom > top)
        m_stretches.append({top, bottom, cost});
}

void KeepRules::addBlocks()
{
    QList<Stretch> run; // the lines of blocks with hardly any space between them
    Lines above;
    QTextBlock last;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const Lines lines(block);
        if (lines.isEmpty())
            continue;
        m_stretches.append(lines.parts);
        const qreal space = last.isValid() ? distance(last, block) : 1;
        if (space > tightSpace)
            addRun(std::exchange(run, {}));
        if (space <= 0)
            add(above.topFromEnd(1), lines.bottomOf(1), breakcost::row);
        else if (std::isfinite(space) && introduces(last))
            add(above.topFromEnd(1), lines.bottomOf(1), breakcost::announcement);
        addRun(lines.parts);
        run.append(lines.parts);
        if (block.blockFormat().headingLevel() > 0)
            addHeading(block);
        above = lines;
        last = block;
    }
    addRun(run);
}

// The first two lines stay together, and so do the last two.
void KeepRules::addRun(const QList<Stretch> &lines)
{
    if (lines.size() < 2)
        return;
    if (lines.size() == 3) {
        add(lines.first().top, lines.last().bottom, breakcost::widow);
        return;
    }
    add(lines.first().top, lines.at(1).bottom, breakcost::widow);
    add(lines.at(lines.size() - 2).top, lines.last().bottom, breakcost::widow);
}

void KeepRules::addHeading(const QTextBlock &block)
{
    const Lines heading(block);
    const QTextBlock next = nextWithText(block);
    const Lines lines(next);
    if (lines.isEmpty())
        return;
    const auto keep = [&](qreal bottom, int cost) {
        if (bottom - heading.top() < tallRow * m_pageHeight) // else it is the last thing of a cell
            add(heading.top(), std::max(heading.bottom(), bottom), cost);
    };
    keep(lines.bottomOf(1), breakcost::heading);
    // With a line that announces something, and not that itself, a heading stands nearly as alone as without.
    if (lines.count() <= 2 && introduces(next)) {
        if (const Lines announced(nextWithText(next)); !announced.isEmpty())
            keep(announced.bottomOf(1), breakcost::row);
    }
}

void KeepRules::addTables(QTextFrame *frame)
{
    for (QTextFrame *child : frame->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(child);
        if (table && hasText(table))
            table->rows() == 1 && table->columns() == 1 ? addBox(table) : addTable(table);
        addTables(child);
    }
}

void KeepRules::addTable(QTextTable *table)
{
    const QRectF whole = edgesOf(table);
    QList<qreal> tops;
    for (int row = 0; row < table->rows(); ++row)
        tops.append(topOfRow(table, row));
    tops.append(whole.bottom());
    const int headRows = std::clamp(table->format().headerRowCount(), 0, table->rows() - 1);
    for (int row = 0; row < table->rows(); ++row) {
        const bool tall = tops.at(row + 1) - tops.at(row) > tallRow * m_pageHeight;
        add(tops.at(row), tops.at(row + 1), tall ? breakcost::tallRow : breakcost::row);
    }
    if (headRows > 0) {
        add(whole.top(), tops.at(headRows + 1), breakcost::heading);
        m_heads.append({tops.first(), tops.at(headRows), whole.bottom()});
    }
    if (whole.height() <= tallTable * m_pageHeight)
        add(whole.top(), whole.bottom(), whole.height() <= tinyTable * m_pageHeight ? breakcost::row : breakcost::box);
    keepWithTextAbove(table, tops.at(headRows + 1));
}

// A table that stands right below a line, or that a line announces, belongs to it.
void KeepRules::keepWithTextAbove(QTextTable *table, qreal bottom)
{
    QTextBlock above = table->firstCursorPosition().block().previous();
    if (above.length() <= 1) // Qt has one in front of every table
        above = above.previous();
    const Lines lines(above);
    const qreal lineHeight = lines.isEmpty() ? 0 : lines.bottom() - lines.topFromEnd(0);
    const bool adjoins = table->format().topMargin() <= 2 * tightSpace * lineHeight;
    if (lines.isEmpty() || bottom - lines.bottom() > tallRow * m_pageHeight || !(adjoins || introduces(above)))
        return;
    add(lines.topFromEnd(1), bottom, adjoins ? breakcost::row : breakcost::announcement);
}

void KeepRules::addBox(QTextTable *box)
{
    const QRectF whole = edgesOf(box);
    if (whole.height() <= tallBox * m_pageHeight)
        add(whole.top(), whole.bottom(), breakcost::box);
    const QTextBlock first = box->firstCursorPosition().block();
    const QTextBlock last = box->lastCursorPosition().block();
    if (const Lines lines(first); !lines.isEmpty()) {
        add(whole.top(), lines.bottomOf(1), breakcost::row);
        keepWithTextAbove(box, lines.bottomOf(1));
    }
    if (const Lines lines(last); !lines.isEmpty())
        add(lines.topFromEnd(1), whole.bottom(), breakcost::row);
}

} // namespace casebook
