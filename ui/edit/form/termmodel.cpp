#include "ui/edit/form/termmodel.h"

#include <algorithm>

namespace casebook {

void TermModel::setTerms(const QList<Term> &terms)
{
    if (m_terms == terms)
        return;
    beginResetModel();
    m_terms = terms;
    endResetModel();
}

int TermModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_terms.begin(), m_terms.end(), [&id](const Term &term) { return term.id == id; });
    return found == m_terms.end() ? -1 : static_cast<int>(found - m_terms.begin());
}

int TermModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_terms.size());
}

QVariant TermModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Term &term = m_terms.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return term.label.isEmpty() ? term.id : term.label;
    case Qt::ToolTipRole:
        return term.definition.isEmpty() ? QVariant() : term.definition;
    case IdRole:
        return term.id;
    case MatchRole:
        return QString(term.label + u' ' + term.id);
    default:
        return {};
    }
}

} // namespace casebook
