#include "ui/edit/difference/differencemodel.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;
using Kind = DifferenceRow::Kind;

void DifferenceModel::setDifference(const TextDifference &difference)
{
    m_difference = difference;
    m_open.clear();
    m_oldMarks.clear();
    m_newMarks.clear();
    setRows(differenceRows(m_difference, m_layout));
}

void DifferenceModel::setLayout(DifferenceLayout layout)
{
    if (layout == m_layout)
        return;
    m_layout = layout;
    setRows(differenceRows(m_difference, m_layout, m_open));
}

void DifferenceModel::setRows(DifferenceRows rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void DifferenceModel::open(int row)
{
    const int gap = m_rows.at(row).gap;
    if (m_rows.at(row).kind != Kind::Hidden)
        return;
    m_open.insert(gap);
    // All of its rows anew: those above and below the hidden ones are the same, but few.
    const auto isOfGap = [gap](const DifferenceRow &other) { return other.gap == gap; };
    const auto first = std::find_if(m_rows.cbegin(), m_rows.cend(), isOfGap);
    const auto end = std::find_if_not(first, m_rows.cend(), isOfGap);
    const DifferenceRows lines = rowsOfGap(m_difference, gap);
    const auto above = static_cast<int>(m_rows.cbegin() + row - first);
    const auto below = static_cast<int>(end - (m_rows.cbegin() + row)) - 1;
    const DifferenceRows opened = lines.sliced(above, lines.size() - above - below);
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    beginInsertRows({}, row, row + static_cast<int>(opened.size()) - 1);
    m_rows = m_rows.sliced(0, row) + opened + m_rows.sliced(row);
    endInsertRows();
}

int DifferenceModel::rowOfHunk(int hunk) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [hunk](const DifferenceRow &row) { return row.hunk == hunk; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QList<WordRange> DifferenceModel::marks(TextSide side, const DifferenceRow &row) const
{
    if (row.kind != Kind::Changed)
        return {};
    const LineHunk &hunk = m_difference.hunks().at(row.hunk);
    const int line = side == TextSide::Old ? row.oldLine - hunk.oldFirst : row.newLine - hunk.newFirst;
    auto &marks = side == TextSide::Old ? m_oldMarks : m_newMarks;
    auto known = marks.constFind(row.hunk);
    if (known == marks.constEnd())
        known = marks.insert(row.hunk, m_difference.marks(side, row.hunk));
    return known->value(line);
}

QString DifferenceModel::plainText(int row) const
{
    const DifferenceRow &place = m_rows.at(row);
    if (place.kind == Kind::Hidden)
        return QString();
    if (place.kind == Kind::Same)
        return u' ' + m_difference.line(TextSide::New, place.newLine);
    QStringList lines;
    if (place.oldLine >= 0)
        lines.append(u'-' + m_difference.line(TextSide::Old, place.oldLine));
    if (place.newLine >= 0)
        lines.append(u'+' + m_difference.line(TextSide::New, place.newLine));
    return lines.join(u'\n');
}

QString DifferenceModel::spoken(const DifferenceRow &row) const
{
    if (row.kind == Kind::Hidden)
        return tr("%Ln unchanged line(s), not shown", nullptr, row.hidden);
    if (row.kind == Kind::Same)
        return tr("Line %1: %2").arg(row.newLine + 1).arg(m_difference.line(TextSide::New, row.newLine));
    QStringList parts;
    if (row.oldLine >= 0)
        parts.append(
            tr("Line %1, removed: %2").arg(row.oldLine + 1).arg(m_difference.line(TextSide::Old, row.oldLine)));
    if (row.newLine >= 0)
        parts.append(tr("Line %1, added: %2").arg(row.newLine + 1).arg(m_difference.line(TextSide::New, row.newLine)));
    return parts.join(u"\n"_s);
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DifferenceRow &row = m_rows.at(index.row());
    if (role == Qt::AccessibleTextRole)
        return spoken(row);
    if (role != Qt::DisplayRole)
        return {};
    return row.kind == Kind::Hidden ? tr("%Ln unchanged line(s)", nullptr, row.hidden) : plainText(index.row());
}

} // namespace casebook
