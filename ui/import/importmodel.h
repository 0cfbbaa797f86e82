#pragma once

#include "core/importers/importcomparison.h"

#include <QAbstractItemModel>

namespace casebook {

/// A comparison as a tree: the document's cases, and below each what it says; at the end about.md, where something may
/// be done to it. What is ticked is taken over; what both say the same has no tick.
class ImportModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setComparison(ImportComparison comparison);
    /// With the ticks as they are.
    const ImportComparison &comparison() const { return m_comparison; }
    /// How many cases would be made or changed.
    int chosenCount() const;

    /// The case of a row, or of the case that a row is below; null for an invalid index.
    const CaseComparison *caseAt(const QModelIndex &index) const;
    /// The field of a row; null where it is a case.
    const FieldComparison *fieldAt(const QModelIndex &index) const;
    /// Whether it is the row of about.md.
    bool isAbout(const QModelIndex &index) const;
    /// Whether what is ticked changes anything.
    bool changesAnything() const;
    /// Ticks, or unticks, some rows that are no fields; of what is in conflict in them nothing more is ticked.
    void setTicked(const QList<int> &rows, bool ticked);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void ticksChanged();

private:
    bool showsAbout() const;
    QVariant aboutData(int column, int role) const;
    int fieldNumber(const QModelIndex &index) const;
    bool mayTick(const CaseComparison &one) const;
    static bool changes(const CaseComparison &one);
    QVariant textOf(const CaseComparison &one, int column) const;
    Qt::CheckState tickOf(const CaseComparison &one) const;

    ImportComparison m_comparison;
};

/// "New", "Changed", "Unchanged" or "Conflict", for people.
QString importStateLabel(ImportState state);

} // namespace casebook
