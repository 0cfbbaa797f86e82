#pragma once

#include <QStyledItemDelegate>

namespace casebook {

/// The colour behind a row.
QColor rowBackground(const QPalette &palette, bool selected, bool active, bool hovered);

/// Text that stands back and can still be read on the colour behind its row.
QColor mutedRowText(const QPalette &palette, const QColor &background);

/// Paints the rows of the tree: a group as its label, count and colour, a case in two lines, and while words are asked for
/// in three: the last says where they stand that the others do not show. All rows have one height, which lets the view be
/// fast (uniformRowHeights).
class CaseDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintCase(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace casebook
