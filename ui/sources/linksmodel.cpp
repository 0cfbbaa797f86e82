#include "ui/sources/linksmodel.h"

#include "core/sources/linkwords.h"
#include "ui/theme/icons.h"

#include <QLocale>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// What a row is sorted by in one column.
struct SortKey {
    qint64 number = 0;
    QString text;

    bool operator<(const SortKey &other) const
    {
        const int texts = number == other.number ? text.compare(other.text, Qt::CaseInsensitive) : 0;
        return number < other.number || texts < 0;
    }
};

SortKey keyOf(const LinkRow &row, const LinkRecord &record, int column)
{
    switch (column) {
    case LinksModel::StateColumn:
        return {linkStates().indexOf(record.state), {}};
    case LinksModel::SourceColumn:
        return {0, row.title};
    case LinksModel::CaseColumn:
        return {0, row.caseName};
    case LinksModel::StatusColumn:
        return {record.status, {}};
    case LinksModel::CheckedColumn:
        return {record.checked.isValid() ? record.checked.toSecsSinceEpoch() : 0, {}};
    default:
        return {0, record.location};
    }
}

} // namespace

void LinksModel::setSources(QList<LinkRow> rows)
{
    if (rows == m_sources)
        return;
    beginResetModel();
    m_sources = std::move(rows);
    m_shown.clear();
    for (qsizetype i = 0; i < m_sources.size(); ++i) {
        if (isShown(m_sources.at(i)))
            m_shown.push_back(i);
    }
    m_shown = inOrder(std::move(m_shown));
    endResetModel();
}

void LinksModel::setFacts(const SourceFactsPtr &facts, const QDate &today)
{
    m_facts = facts ? facts : std::make_shared<const SourceFacts>();
    m_today = today;
    show();
}

void LinksModel::setAsking(const QSet<QString> &addresses)
{
    if (addresses == m_asking)
        return;
    const QSet<QString> before = std::exchange(m_asking, addresses);
    for (int index = 0; index < rowCount(); ++index) {
        const QString &address = row(index).address;
        if (before.contains(address) != m_asking.contains(address))
            emit dataChanged(createIndex(index, StateColumn), createIndex(index, StateColumn));
    }
}

void LinksModel::setFilter(Filter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    show();
}

LinkRecord LinksModel::recordOf(const LinkRow &row) const
{
    return m_facts->link(row.address);
}

LinkRecord LinksModel::record(int index) const
{
    return recordOf(row(index));
}

QHash<LinkState, int> LinksModel::counts() const
{
    QHash<LinkState, int> counts;
    for (const LinkRow &row : m_sources)
        ++counts[recordOf(row).state];
    return counts;
}

bool LinksModel::isShown(const LinkRow &row) const
{
    switch (m_filter) {
    case Filter::All:
        break;
    case Filter::Troubled:
        return isLinkProblem(recordOf(row).state);
    case Filter::Offers:
        return moveOffer(recordOf(row)).has_value();
    }
    return true;
}

/// Rows that do not belong any more go, new ones come, and all get their order; views keep their place.
void LinksModel::show()
{
    hideRows();
    addRows();
    order();
    if (rowCount() > 0)
        emit dataChanged(createIndex(0, 0), createIndex(rowCount() - 1, ColumnCount - 1));
}

void LinksModel::hideRows()
{
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (isShown(row(last)))
            continue;
        int first = last;
        while (first > 0 && !isShown(row(first - 1)))
            --first;
        beginRemoveRows({}, first, last);
        m_shown.erase(m_shown.begin() + first, m_shown.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void LinksModel::addRows()
{
    const QSet<qsizetype> there(m_shown.begin(), m_shown.end());
    std::vector<qsizetype> more;
    for (qsizetype i = 0; i < m_sources.size(); ++i) {
        if (!there.contains(i) && isShown(m_sources.at(i)))
            more.push_back(i);
    }
    if (more.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(more.size()) - 1);
    m_shown.insert(m_shown.end(), more.begin(), more.end());
    endInsertRows();
}

/// Equal ones stand as they come.
std::vector<qsizetype> LinksModel::inOrder(std::vector<qsizetype> rows) const
{
    std::sort(rows.begin(), rows.end());
    if (m_sortColumn < 0)
        return rows;
    std::vector<SortKey> keys(static_cast<std::size_t>(m_sources.size()));
    for (const qsizetype row : rows)
        keys[static_cast<std::size_t>(row)] = keyOf(m_sources.at(row), recordOf(m_sources.at(row)), m_sortColumn);
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    std::stable_sort(rows.begin(), rows.end(), [&keys, ascending](qsizetype a, qsizetype b) {
        const SortKey &first = keys[static_cast<std::size_t>(a)];
        const SortKey &second = keys[static_cast<std::size_t>(b)];
        return ascending ? first < second : second < first;
    });
    return rows;
}

void LinksModel::order()
{
    std::vector<qsizetype> next = inOrder(m_shown);
    if (next == m_shown)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    QHash<qsizetype, int> places;
    for (std::size_t i = 0; i < next.size(); ++i)
        places.insert(next[i], static_cast<int>(i));
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after.append(createIndex(places.value(at(index.row())), index.column()));
    m_shown = std::move(next);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void LinksModel::sort(int column, Qt::SortOrder sortOrder)
{
    m_sortColumn = column;
    m_sortOrder = sortOrder;
    order();
}

int LinksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int LinksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LinksModel::text(const LinkRow &row, const LinkRecord &record, int column) const
{
    switch (column) {
    case StateColumn:
        return m_asking.contains(row.address) ? tr("Asking…") : linkStateLabel(record.state);
    case SourceColumn:
        return row.title;
    case CaseColumn:
        return row.caseName;
    case StatusColumn:
        return record.status > 0 ? QString::number(record.status) : QString();
    case CheckedColumn:
        return record.checked.isValid() ? daysAgo(record.checked.toLocalTime().date(), m_today) : QString();
    default:
        return record.location;
    }
}

QString LinksModel::toolTip(const LinkRow &row, const LinkRecord &record) const
{
    // An address may look like markup, which counts up to the first line end.
    QStringList lines{linkStateDefinition(record.state), row.address};
    if (!record.reason.isEmpty())
        lines.append(record.reason);
    if (record.checked.isValid())
        lines.append(tr("Checked on %1").arg(QLocale().toString(record.checked.toLocalTime(), QLocale::ShortFormat)));
    if (moveOffer(record))
        lines.append(tr("It has moved for good: the new address can be taken over."));
    return lines.join(u'\n');
}

QVariant LinksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LinkRow &source = row(index.row());
    const LinkRecord known = recordOf(source);
    switch (role) {
    case Qt::DisplayRole:
        return text(source, known, index.column());
    case Qt::ToolTipRole:
        return toolTip(source, known);
    case Qt::DecorationRole:
        if (index.column() == StateColumn)
            return icon(m_asking.contains(source.address) ? u"network"_s : linkIconName(known.state));
        break;
    case Qt::TextAlignmentRole:
        if (index.column() == StatusColumn)
            return QVariant(Qt::AlignLeft | Qt::AlignVCenter); // all have three digits; to the right they would touch the date
        break;
    case Qt::AccessibleTextRole:
        if (index.column() == StateColumn)
            return tr("%1: %2").arg(text(source, known, StateColumn), source.title);
        break;
    default:
        break;
    }
    return {};
}

QVariant LinksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case SourceColumn:
        return tr("Source");
    case CaseColumn:
        return tr("Case");
    case StatusColumn:
        return tr("Status");
    case CheckedColumn:
        return tr("Checked");
    default:
        return tr("Leads to");
    }
}

} // namespace casebook
