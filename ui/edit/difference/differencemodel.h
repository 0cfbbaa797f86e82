#pragma once

#include "core/difference/differencerows.h"

#include <QAbstractListModel>
#include <QHash>

namespace casebook {

/// The rows of a difference. Lines that both texts have can be opened, run by run.
class DifferenceModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Another difference, or the same rows laid out anew; opened lines are closed by the first alone.
    void setDifference(const TextDifference &difference);
    void setLayout(DifferenceLayout layout);

    const TextDifference &difference() const { return m_difference; }
    DifferenceLayout layout() const { return m_layout; }
    const DifferenceRow &row(int row) const { return m_rows.at(row); }
    /// Shows the lines in the place of a row that hides them; nothing for other rows.
    void open(int row);

    /// The row where a hunk begins, and the first one of its next.
    int rowOfHunk(int hunk) const;
    /// Of a line that the row shows, the words that differ.
    QList<WordRange> marks(TextSide side, const DifferenceRow &row) const;
    /// The row as a unified difference writes it, with blank, - or + before the text; side by side both, one below the
    /// other.
    QString plainText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// The row's text; for a screen reader, what happened to which line.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void setRows(DifferenceRows rows);
    QString spoken(const DifferenceRow &row) const;

    TextDifference m_difference;
    DifferenceLayout m_layout = DifferenceLayout::Unified;
    DifferenceRows m_rows;
    QSet<int> m_open;
    // Of hunks that were looked at: words are searched when they come into sight.
    mutable QHash<int, QList<QList<WordRange>>> m_oldMarks;
    mutable QHash<int, QList<QList<WordRange>>> m_newMarks;
};

} // namespace casebook
