#include "ui/import/importmodel.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr ofCase = 0; // the internal id of a case; that of a field is its case's row + 1

QString firstLine(const QString &text)
{
    constexpr qsizetype longest = 80;
    const QString line = text.section(u'\n', 0, 0).simplified();
    return line.size() > longest || line.size() < text.trimmed().size() ? QString(line.left(longest) + u'…') : line;
}

} // namespace

QString importStateLabel(ImportState state)
{
    switch (state) {
    case ImportState::New:
        return ImportModel::tr("New");
    case ImportState::Changed:
        return ImportModel::tr("Changed");
    case ImportState::Unchanged:
        return ImportModel::tr("Unchanged");
    case ImportState::Conflict:
        return ImportModel::tr("Conflict");
    }
    return {};
}

void ImportModel::setComparison(ImportComparison comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    endResetModel();
    emit ticksChanged();
}

bool ImportModel::changes(const CaseComparison &one)
{
    const auto taken = [](const FieldComparison &field) {
        return field.chosen && field.state != ImportState::Unchanged;
    };
    return one.chosen && one.reason.isEmpty() && std::any_of(one.fields.begin(), one.fields.end(), taken);
}

int ImportModel::chosenCount() const
{
    return static_cast<int>(std::count_if(m_comparison.cases.begin(), m_comparison.cases.end(), changes));
}

bool ImportModel::showsAbout() const
{
    return m_comparison.about.state != ImportState::Unchanged || !m_comparison.about.reason.isEmpty();
}

bool ImportModel::isAbout(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == ofCase && index.row() == m_comparison.cases.size();
}

bool ImportModel::changesAnything() const
{
    return chosenCount() > 0 || (m_comparison.about.chosen && m_comparison.about.state != ImportState::Unchanged);
}

bool ImportModel::mayTick(const CaseComparison &one) const
{
    return one.reason.isEmpty() && one.state != ImportState::Unchanged;
}

int ImportModel::fieldNumber(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofCase)
        return -1;
    return index.row();
}

const CaseComparison *ImportModel::caseAt(const QModelIndex &index) const
{
    if (!index.isValid() || isAbout(index))
        return nullptr;
    return &m_comparison.cases.at(index.internalId() == ofCase ? index.row()
                                                               : static_cast<int>(index.internalId()) - 1);
}

const FieldComparison *ImportModel::fieldAt(const QModelIndex &index) const
{
    const int number = fieldNumber(index);
    return number < 0 ? nullptr : &caseAt(index)->fields.at(number);
}

QModelIndex ImportModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : ofCase);
}

QModelIndex ImportModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofCase)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, ofCase);
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_comparison.cases.size()) + (showsAbout() ? 1 : 0);
    const bool isCase = parent.internalId() == ofCase && parent.column() == 0 && !isAbout(parent);
    return isCase ? static_cast<int>(m_comparison.cases.at(parent.row()).fields.size()) : 0;
}

int ImportModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const CaseComparison *one = caseAt(index);
    const FieldComparison *field = fieldAt(index);
    const bool ofAbout = isAbout(index) && m_comparison.about.reason.isEmpty();
    const bool differs = one && mayTick(*one) && (!field || field->state != ImportState::Unchanged);
    if (index.isValid() && index.column() == NameColumn && (ofAbout || differs))
        flags |= Qt::ItemIsUserCheckable;
    if (field || isAbout(index))
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

Qt::CheckState ImportModel::tickOf(const CaseComparison &one) const
{
    if (!changes(one))
        return Qt::Unchecked;
    const auto left = [](const FieldComparison &field) {
        return !field.chosen && field.state != ImportState::Unchanged;
    };
    return std::any_of(one.fields.begin(), one.fields.end(), left) ? Qt::PartiallyChecked : Qt::Checked;
}

QVariant ImportModel::textOf(const CaseComparison &one, int column) const
{
    if (column == StateColumn) {
        if (!one.reason.isEmpty())
            return tr("Left out");
        return one.imported.stub && one.state == ImportState::New ? tr("New, a name only")
                                                                  : importStateLabel(one.state);
    }
    const ImportedCase &imported = one.imported;
    if (imported.organization.isEmpty() || imported.organization == imported.title)
        return imported.title;
    return QString(imported.organization + u" · "_s + imported.title);
}

QVariant ImportModel::aboutData(int column, int role) const
{
    const AboutComparison &about = m_comparison.about;
    const QString file = aboutPath.toString();
    switch (role) {
    case Qt::DisplayRole:
        if (column == NameColumn)
            return tr("%1: what belongs to no case").arg(file);
        return !about.reason.isEmpty() ? tr("Left out") : importStateLabel(about.state);
    case Qt::CheckStateRole:
        return column == NameColumn && about.reason.isEmpty() ? QVariant(about.chosen ? Qt::Checked : Qt::Unchecked)
                                                              : QVariant();
    case Qt::ToolTipRole:
        return about.reason.isEmpty() ? file : about.reason;
    default:
        return {};
    }
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (isAbout(index))
        return aboutData(index.column(), role);
    const CaseComparison *one = caseAt(index);
    if (!one)
        return {};
    const FieldComparison *field = fieldAt(index);
    switch (role) {
    case Qt::DisplayRole:
        if (!field)
            return textOf(*one, index.column());
        return index.column() == StateColumn ? importStateLabel(field->state)
                                             : QString(field->label + u": "_s + firstLine(field->after));
    case Qt::CheckStateRole:
        if (index.column() != NameColumn || !mayTick(*one) || (field && field->state == ImportState::Unchanged))
            return {};
        return field ? (field->chosen && one->chosen ? Qt::Checked : Qt::Unchecked) : tickOf(*one);
    case Qt::ToolTipRole:
        return one->reason.isEmpty() ? one->path : one->reason;
    default:
        return {};
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    if (isAbout(index)) {
        m_comparison.about.chosen = value.toInt() != Qt::Unchecked;
        emit dataChanged(index, index.siblingAtColumn(StateColumn), {Qt::CheckStateRole});
        emit ticksChanged();
        return true;
    }
    const bool isField = fieldNumber(index) >= 0;
    const int row = isField ? index.parent().row() : index.row();
    CaseComparison &one = m_comparison.cases[row];
    // What is taken in part is let go first: a conflict is never ticked together with the rest.
    const bool ticked = value.toInt() != Qt::Unchecked && (isField || !changes(one));
    // A case that was not ticked begins with the field that is.
    if (isField && ticked && !one.chosen) {
        for (FieldComparison &field : one.fields)
            field.chosen = false;
    }
    if (isField)
        one.fields[fieldNumber(index)].chosen = ticked;
    const auto taken = [](const FieldComparison &field) {
        return field.chosen && field.state != ImportState::Unchanged;
    };
    const bool none = std::none_of(one.fields.begin(), one.fields.end(), taken);
    // A tick on a case whose fields are all left out can only mean all of them.
    for (FieldComparison &field : one.fields)
        field.chosen = field.chosen || (!isField && ticked && none);
    one.chosen = isField ? one.chosen || ticked : ticked;
    const QModelIndex top = this->index(row, 0);
    emit dataChanged(top, top.siblingAtColumn(StateColumn), {Qt::CheckStateRole});
    if (rowCount(top) > 0)
        emit dataChanged(this->index(0, 0, top), this->index(rowCount(top) - 1, StateColumn, top),
                         {Qt::CheckStateRole});
    emit ticksChanged();
    return true;
}

void ImportModel::setTicked(const QList<int> &rows, bool ticked)
{
    for (const int row : rows) {
        if (isAbout(index(row, 0)) && m_comparison.about.reason.isEmpty())
            m_comparison.about.chosen = ticked;
        if (row >= m_comparison.cases.size() || !mayTick(m_comparison.cases.at(row)))
            continue;
        CaseComparison &one = m_comparison.cases[row];
        one.chosen = ticked;
        for (FieldComparison &field : one.fields)
            field.chosen = field.chosen || (ticked && field.state == ImportState::New);
        const QModelIndex top = index(row, 0);
        if (rowCount(top) > 0)
            emit dataChanged(index(0, 0, top), index(rowCount(top) - 1, StateColumn, top), {Qt::CheckStateRole});
    }
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, StateColumn), {Qt::CheckStateRole});
    emit ticksChanged();
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Case") : tr("State");
}

} // namespace casebook
