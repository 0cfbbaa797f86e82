#include "core/query/grouping.h"

#include <QHash>

#include <algorithm>
#include <tuple>
#include <utility>

namespace casebook {

namespace {

/// The positions by the number of their value; the last: of those without one.
std::vector<std::vector<int>> deal(const std::vector<int> &positions, const Column *column)
{
    const auto values = column ? static_cast<std::size_t>(column->values().size()) : 0;
    std::vector<std::vector<int>> dealt(values + 1);
    for (const int position : positions) {
        const auto numbers = column ? column->at(position) : std::span<const int>();
        for (const int number : numbers)
            dealt[static_cast<std::size_t>(number)].push_back(position);
        if (numbers.empty())
            dealt.back().push_back(position);
    }
    return dealt;
}

/// Names and describes groups, and knows their order.
class GroupNames {
public:
    GroupNames(const QString &path, const Schema &schema)
        : m_path(path), m_schema(schema), m_field(schema.field(path)), m_byRole(path == schema.fieldOf(role::group))
    {
        if (m_byRole) {
            for (const Group &group : schema.groups)
                m_ranks.insert(group.value, static_cast<int>(m_ranks.size()));
        }
        for (const Term &term : m_field ? m_field->vocabulary : QList<Term>()) {
            if (!m_ranks.contains(term.id))
                m_ranks.insert(term.id, static_cast<int>(m_ranks.size()));
        }
    }

    void describe(ResultGroup &group) const
    {
        group.label = m_schema.valueLabel(m_path, group.value);
        if (const Group *known = m_byRole ? m_schema.group(group.value) : nullptr) {
            group.description = known->description;
            group.color = known->color;
        } else if (const Term *term = m_field ? m_field->term(group.value) : nullptr) {
            group.description = term->definition;
        }
    }

    bool less(const ResultGroup &a, const ResultGroup &b) const
    {
        const int rankA = m_ranks.value(a.value, static_cast<int>(m_ranks.size()));
        const int rankB = m_ranks.value(b.value, static_cast<int>(m_ranks.size()));
        if (rankA != rankB)
            return rankA < rankB;
        const int labels = a.label.compare(b.label, Qt::CaseInsensitive);
        if (labels == 0)
            return a.value < b.value;
        const bool newestFirst = m_field && m_field->type == FieldType::Year;
        return newestFirst ? labels > 0 : labels < 0;
    }

private:
    QString m_path;
    const Schema &m_schema;
    const Field *m_field;
    bool m_byRole;
    QHash<QString, int> m_ranks; ///< of the values that the schema lists
};

} // namespace

std::vector<ResultGroup> groupCases(const std::vector<int> &positions, const Column *column, const Schema &schema)
{
    std::vector<std::vector<int>> dealt = deal(positions, column);
    const GroupNames names(column ? column->path() : QString(), schema);
    std::vector<ResultGroup> groups;
    for (std::size_t number = 0; number + 1 < dealt.size(); ++number) {
        if (dealt[number].empty())
            continue;
        ResultGroup group;
        group.value = column->values().at(static_cast<qsizetype>(number));
        group.rows = std::move(dealt[number]);
        names.describe(group);
        groups.push_back(std::move(group));
    }
    std::sort(groups.begin(), groups.end(), [&](const auto &a, const auto &b) { return names.less(a, b); });
    if (!dealt.back().empty())
        groups.push_back({{}, {}, {}, {}, std::move(dealt.back())});
    return groups;
}

std::vector<int> positionsOf(const std::vector<ResultGroup> &groups, int size)
{
    std::vector<int> positions;
    std::vector<char> seen(static_cast<std::size_t>(size));
    for (const ResultGroup &group : groups) {
        for (const int row : group.rows) {
            if (std::exchange(seen[static_cast<std::size_t>(row)], char(1)) == 0)
                positions.push_back(row);
        }
    }
    return positions;
}

} // namespace casebook
