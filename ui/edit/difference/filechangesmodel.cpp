#include "ui/edit/difference/filechangesmodel.h"

#include "core/difference/filelines.h"
#include "core/difference/linedifference.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

void FileChangesModel::setChanges(const QList<PlannedChange> &changes)
{
    beginResetModel();
    m_changes.clear();
    std::copy_if(changes.begin(), changes.end(), std::back_inserter(m_changes),
                 [](const PlannedChange &change) { return change.isRefused() || !isUnchanged(change.change); });
    m_ticks.clear();
    for (const PlannedChange &change : std::as_const(m_changes))
        m_ticks.append(!change.isRefused());
    m_lines = QList<int>(m_changes.size(), -1);
    endResetModel();
    emit ticksChanged();
}

void FileChangesModel::setTickable(bool tickable)
{
    beginResetModel();
    m_isTickable = tickable;
    endResetModel();
}

bool FileChangesModel::mayTick(int row) const
{
    return m_isTickable && !m_changes.at(row).isRefused() && !m_changes.at(row).isRequired;
}

int FileChangesModel::tickableCount() const
{
    return static_cast<int>(std::count_if(m_changes.begin(), m_changes.end(),
                                          [](const PlannedChange &change) { return !change.isRefused(); }));
}

void FileChangesModel::tickAll(bool ticked)
{
    for (int row = 0; row < m_changes.size(); ++row) {
        if (mayTick(row))
            m_ticks[row] = ticked;
    }
    if (!m_changes.isEmpty())
        emit dataChanged(index(0, FileColumn), index(rowCount() - 1, FileColumn), {Qt::CheckStateRole});
    emit ticksChanged();
}

int FileChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int FileChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags FileChangesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (index.column() == FileColumn && mayTick(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QString FileChangesModel::fileText(const PlannedChange &change) const
{
    const QString &from = change.change.oldPath;
    const QString &to = change.change.newPath;
    if (from.isEmpty() || to.isEmpty() || from == to)
        return from.isEmpty() ? to : from;
    return tr("%1 → %2").arg(from, to);
}

QString FileChangesModel::changeText(int row) const
{
    const PlannedChange &planned = m_changes.at(row);
    const FileChange &change = planned.change;
    if (planned.isRefused())
        return tr("cannot be changed");
    if (change.oldPath.isEmpty())
        return tr("new");
    if (change.newPath.isEmpty())
        return tr("removed");
    if (change.oldBytes == change.newBytes)
        return tr("renamed");
    if (m_lines.at(row) < 0)
        m_lines[row] = changedLines(diffLines(fileLines(change.oldBytes), fileLines(change.newBytes)));
    return tr("%Ln line(s)", nullptr, m_lines.at(row));
}

QVariant FileChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlannedChange &change = m_changes.at(index.row());
    if (role == Qt::ToolTipRole)
        return change.isRefused() ? change.refusal : fileText(change);
    if (index.column() == ChangeColumn)
        return role == Qt::DisplayRole ? changeText(index.row()) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return fileText(change);
    case Qt::DecorationRole:
        return change.isRefused() ? icon(u"warning"_s) : QVariant();
    case Qt::CheckStateRole:
        // Ticks that cannot be taken away are shown; refused changes have none.
        return m_isTickable && !change.isRefused() ? QVariant(m_ticks.at(index.row()) ? Qt::Checked : Qt::Unchecked)
                                                   : QVariant();
    case Qt::AccessibleDescriptionRole:
        return change.isRefused() ? change.refusal : changeText(index.row());
    default:
        return {};
    }
}

bool FileChangesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    m_ticks[index.row()] = value.toInt() == Qt::Checked;
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit ticksChanged();
    return true;
}

QVariant FileChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == FileColumn ? tr("File") : tr("Change");
}

} // namespace casebook
