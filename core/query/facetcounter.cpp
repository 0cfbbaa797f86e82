#include "core/query/facetcounter.h"

namespace casebook {

FacetCounter::FacetCounter(std::vector<Column *> columns) : m_columns(std::move(columns))
{
    m_counts.reserve(m_columns.size());
    for (const Column *column : m_columns)
        m_counts.emplace_back(column->totals().size());
}

void FacetCounter::addValues(std::size_t facet, int position)
{
    std::vector<int> &counts = m_counts[facet];
    for (const int value : m_columns[facet]->at(position))
        ++counts[static_cast<std::size_t>(value)];
}

void FacetCounter::addAlone(int position, CaseState state)
{
    if (state.value >= 0)
        ++m_counts[static_cast<std::size_t>(state.facet)][static_cast<std::size_t>(state.value)];
    else if (state.facet >= 0)
        addValues(static_cast<std::size_t>(state.facet), position);
}

/// Facet by facet, so that each column is read in one go.
void FacetCounter::addAll(std::span<const int> positions)
{
    for (std::size_t facet = 0; facet < m_columns.size(); ++facet) {
        for (const int position : positions)
            addValues(facet, position);
    }
}

void FacetCounter::add(const FacetCounter &other)
{
    for (std::size_t facet = 0; facet < m_counts.size(); ++facet) {
        for (std::size_t value = 0; value < m_counts[facet].size(); ++value)
            m_counts[facet][value] += other.m_counts[facet][value];
    }
}

void FacetCounter::addEverything()
{
    for (std::size_t facet = 0; facet < m_counts.size(); ++facet)
        m_counts[facet] = m_columns[facet]->totals();
}

QList<Facet> FacetCounter::facets(const Query &query, const Schema &schema, const QStringList &joinAll) const
{
    QList<Facet> facets;
    facets.reserve(static_cast<qsizetype>(m_columns.size()));
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        Column &column = *m_columns[i];
        const QString &path = column.path();
        const Field *field = schema.field(path);
        Facet facet{path,
                    schema.fieldLabel(path),
                    field ? field->type : FieldType::Choice,
                    {},
                    query.hasField(path),
                    query.facetJoin(path, joinAll.contains(path) ? FacetJoin::All : FacetJoin::Any)};
        for (const int number : column.ranked(facet.type == FieldType::Year)) {
            const QString &value = column.values().at(number);
            const FacetState state = facet.active ? query.facetState(path, value) : FacetState::Off;
            facet.values.append(
                {value, schema.valueLabel(path, value), m_counts[i][static_cast<std::size_t>(number)], state});
        }
        facets.append(facet);
    }
    return facets;
}

} // namespace casebook
