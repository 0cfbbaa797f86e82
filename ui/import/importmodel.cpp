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
    m_fields.clear();
    for (const CaseComparison &one : std::as_const(m_comparison.cases)) {
        QList<int> shown;
        for (int i = 0; i < one.fields.size(); ++i) {
            if (one.fields.at(i).state != ImportState::Unchanged)
                shown.append(i);
        }
        m_fields.append(shown);
    }
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

bool ImportModel::mayTick(const CaseComparison &one) const
{
    return one.reason.isEmpty() && one.state != ImportState::Unchanged;
}

int ImportModel::fieldNumber(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofCase)
        return -1;
    return m_fields.at(static_cast<qsizetype>(index.internalId()) - 1).at(index.row());
}

const CaseComparison *ImportModel::caseAt(const QModelIndex &index) const
{
    if (!index.isValid())
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
        return static_cast<int>(m_comparison.cases.size());
    const bool isCase = parent.internalId() == ofCase && parent.column() == 0;
    return isCase ? static_cast<int>(m_fields.at(parent.row()).size()) : 0;
}

int ImportModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.column() == NameColumn && mayTick(*caseAt(index)))
        flags |= Qt::ItemIsUserCheckable;
    if (fieldNumber(index) >= 0)
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

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
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
        if (index.column() != NameColumn || !mayTick(*one))
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

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Case") : tr("State");
}

} // namespace casebook
