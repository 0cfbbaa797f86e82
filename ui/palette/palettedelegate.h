#pragma once

#include <QStyledItemDelegate>

namespace casebook {

/// Paints what the palette has found: its icon, its text with the matched letters bold, and at the end its keys or
/// count and what kind of thing it is.
class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace casebook
