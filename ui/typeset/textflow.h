#pragma once

#include "ui/typeset/typestyle.h"

#include <QTextCursor>
#include <QTextTableFormat>

QT_BEGIN_NAMESPACE
class QTextTable;
QT_END_NAMESPACE

namespace casebook {

/// Appends blocks and tables to a document, one below the other, with a stated gap above each, which the style may
/// make smaller.
///
/// QTextDocument keeps an empty block after every table, gives that and the first block of a cell no margin above, and
/// adds the margins of tables to those of blocks. All that is dealt with here: a gap is what will be seen. The first
/// thing in the document or in a cell has no gap.
class TextFlow {
public:
    /// Starts at the cursor, which must be at the end of the document or of a cell.
    TextFlow(const QTextCursor &cursor, const TypeStyle &style);
    /// Makes sure that a table at the very end leaves no visible line below it.
    void finish();

    const TypeStyle &style() const { return m_style; }
    QTextDocument *document() const { return m_cursor.document(); }
    QTextCursor &cursor() { return m_cursor; }

    /// A new paragraph. The block's own top and bottom margins are replaced.
    void beginBlock(qreal gap, QTextBlockFormat format, const QTextCharFormat &chars);
    /// A paragraph of body text.
    void beginParagraph(qreal gap);
    /// At the end of the block. A "word" of thousands of characters gets places to break at, without which it would
    /// take layout minutes.
    void text(const QString &text, const QTextCharFormat &format);

    /// What is added to the left of everything until it is taken away again.
    qreal indent() const { return m_indent; }
    void setIndent(qreal indent) { m_indent = indent; }

    /// A table, below the last thing; go on with enterCell(), and leave it with endTable(). Tables may be nested.
    QTextTable *beginTable(qreal gap, int rows, int columns, QTextTableFormat format);
    void enterCell(QTextTable *table, int row, int column);
    void endTable(QTextTable *table);
    /// How many tables are open.
    int depth() const { return m_depth; }

private:
    void makeRoom(qreal gap);

    QTextCursor m_cursor;
    TypeStyle m_style;
    QTextTable *m_lastTable = nullptr; ///< right above the cursor
    bool m_empty = true;               ///< the cursor's block holds nothing yet
    bool m_first = true;               ///< of the document or cell
    int m_depth = 0;
    qreal m_indent = 0;
    QList<qreal> m_outerIndents;
};

/// Whether cells of a table have edges that are drawn. Qt takes much longer for those that may.
enum class CellEdges {
    None,
    Some,
};

/// A table without borders or spacing of its own, as wide as what is around it, with columns in shares of that.
QTextTableFormat plainTable(const QList<qreal> &percentages, CellEdges edges = CellEdges::Some);

} // namespace casebook
