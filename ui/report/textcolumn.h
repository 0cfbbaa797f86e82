#pragma once

#include "ui/report/pagebreaks.h"

#include <QPointF>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QPainter;
class QTextBlock;
class QTextDocument;
QT_END_NAMESPACE

namespace casebook {

/// A place that a link can lead to.
struct ColumnAnchor {
    QString name;
    qreal top = 0; ///< in the column
};

/// A heading of the column, for the outline.
struct ColumnHeading {
    QString text;
    int level = 0;
    qreal top = 0; ///< in the column
};

/// A document laid out as one endless column, and cut into pages.
///
/// Qt breaks pages by itself, but it strands headings and single lines, and it draws the line above a break once more,
/// unseen, where copied text then has it twice. So the column is cut here, and a paragraph that is cut becomes two.
/// The document must be typeset, without a margin, at a text width (which is to be set before it is filled, so that it
/// is laid out once), and outlive the column. Of one thread.
class TextColumn {
public:
    explicit TextColumn(QTextDocument &document);

    /// How it would be cut by cut() or by cutBelow().
    QList<PageSlice> look(qreal pageHeight);
    QList<PageSlice> lookBelow(qreal used, qreal pageHeight) const { return slicesBelow(used, pageHeight, false); }
    /// Cuts the column; only once, after which what the functions below tell is final. Where more text follows on the
    /// last page, that may be short.
    QList<PageSlice> cut(qreal pageHeight, bool moreFollows = false);
    /// The same where the upper part of the first page, `used` high, is taken. Where not even the first lines fit below
    /// it, the first slice is empty (its bottom is its top).
    QList<PageSlice> cutBelow(qreal used, qreal pageHeight, bool moreFollows = false);
    /// Where the text begins that continues a list: below what Qt leaves empty above a table, and below its head.
    qreal topOfRows() const;
    /// Draws one slice with its top left corner at `place`. `bleed` is how far boxes and marks may stick out sideways.
    void draw(QPainter &painter, const PageSlice &slice, QPointF place, qreal bleed) const;

    QList<ColumnAnchor> anchors() const;
    /// Those that stand in the column itself, not in a table.
    QList<ColumnHeading> headings() const;

private:
    /// Unicode lets a line end inside "C++"; here the word goes to the next line.
    void mendBreaks();
    QList<int> spacesBeforeTornWords() const;
    QList<PageSlice> slicesBelow(qreal used, qreal pageHeight, bool moreFollows) const;
    /// Splits paragraphs where `slice` cuts them, until that moves nothing any more.
    QList<PageSlice> settle(const std::function<QList<PageSlice>()> &slice);
    void split(const QList<PageSlice> &slices);

    QTextDocument &m_document;
    QList<PageSlice> m_looked; ///< what look() has found
    qreal m_lookedAt = 0;      ///< for which height
};

/// The top left corner of a block's first line, in its document.
QPointF originOf(const QTextBlock &block);

} // namespace casebook
