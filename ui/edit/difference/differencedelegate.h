#pragma once

#include "core/difference/differencerows.h"

#include <QStyledItemDelegate>

QT_BEGIN_NAMESPACE
class QTextLayout;
QT_END_NAMESPACE

namespace casebook {

class DifferenceModel;

/// Paints the rows of a difference: line numbers, signs, text with the words marked that differ. Long lines are
/// wrapped; of very long ones, and in very long differences, the beginning is shown.
class DifferenceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// The model must outlive the delegate.
    explicit DifferenceDelegate(const DifferenceModel &model, QObject *parent = nullptr);

    /// Whether long lines are wrapped; true at first. Without it all rows have one height.
    void setWrapping(bool wraps) { m_wraps = wraps; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Cell;

    QList<Cell> cells(const QStyleOptionViewItem &option, const DifferenceRow &row) const;
    QRect textRect(const QStyleOptionViewItem &option, const QRect &cell) const;
    int numberWidth(const QFont &font) const;
    QString shownText(const Cell &cell) const;
    bool fitsOneLine(const QString &text, const QFont &font, int width) const;
    qreal layOut(QTextLayout &layout, int width) const;
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const Cell &cell) const;
    void paintNumbers(QPainter *painter, const QStyleOptionViewItem &option, const Cell &cell) const;
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const Cell &cell) const;
    void paintHidden(QPainter *painter, const QStyleOptionViewItem &option, const QString &text) const;

    const DifferenceModel &m_model;
    bool m_wraps = true;
};

} // namespace casebook
