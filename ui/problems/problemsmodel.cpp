#include "ui/problems/problemsmodel.h"

#include "ui/theme/icons.h"

namespace casebook {

using namespace Qt::StringLiterals;

void ProblemsModel::setProblems(QList<FileProblem> problems)
{
    if (problems == m_problems)
        return; // no reset, so that the view keeps its place
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[path, problem] = m_problems.at(index.row());
    const bool isError = problem.severity == Severity::Error;
    if (role == Qt::ToolTipRole)
        return problem.message;
    if (index.column() == MessageColumn) {
        if (role == Qt::DisplayRole)
            return problem.message;
        if (role == Qt::DecorationRole)
            return icon(isError ? u"error"_s : u"warning"_s);
        if (role == Qt::AccessibleTextRole)
            return isError ? tr("Error: %1").arg(problem.message) : tr("Warning: %1").arg(problem.message);
    }
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == FileColumn)
        return path;
    return problem.line > 0 ? QString(QString::number(problem.line) + u':' + QString::number(problem.column)) : QString();
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MessageColumn:
        return tr("Problem");
    case FileColumn:
        return tr("File");
    default:
        return tr("Line");
    }
}

} // namespace casebook
