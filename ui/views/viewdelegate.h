#pragma once

#include <QStyledItemDelegate>

namespace casebook {

/// Paints a saved view: its name, whether it has been changed, and how many cases it leaves.
class ViewDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace casebook
