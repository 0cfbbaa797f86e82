#pragma once

#include <QStyledItemDelegate>

namespace casebook {

/// Paints a similar case in two lines: what it is, and why it is like the one that is read.
class SimilarDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        ReasonsRole,
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace casebook
