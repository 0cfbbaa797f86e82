#pragma once

#include "ui/edit/difference/plannedchange.h"

#include <QAbstractTableModel>

namespace casebook {

/// Planned changes of files, a row each, with a tick where they may be left out.
class FileChangesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { FileColumn, ChangeColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows other changes, all ticked that are not refused. What changes nothing and is not refused is left out.
    void setChanges(const QList<PlannedChange> &changes);
    const PlannedChange &change(int row) const { return m_changes.at(row); }
    /// Whether ticks are shown; true at first.
    void setTickable(bool tickable);
    bool isTickable() const { return m_isTickable; }

    bool isTicked(int row) const { return m_ticks.at(row); }
    int tickedCount() const { return static_cast<int>(m_ticks.count(true)); }
    /// How many ticks can be set; and set or taken away they all are by tickAll(), but for required ones.
    int tickableCount() const;
    void tickAll(bool ticked);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void ticksChanged();

private:
    bool mayTick(int row) const;
    QString fileText(const PlannedChange &change) const;
    QString changeText(int row) const;

    QList<PlannedChange> m_changes;
    QList<bool> m_ticks;
    mutable QList<int> m_lines; // that change; -1: not counted yet
    bool m_isTickable = true;
};

} // namespace casebook
