#include "core/query/facetcounter.h"

#include <QtConcurrent>

#include <algorithm>
#include <numeric>

namespace casebook {

FacetCounter::FacetCounter(std::vector<Column *> columns) : m_columns(std::move(columns)), m_counts(m_columns.size()) {}

void FacetCounter::count(const CaseSet &in, const std::vector<Lone> &others)
{
    std::vector<std::size_t> facets(m_columns.size());
    std::iota(facets.begin(), facets.end(), std::size_t(0));
    QtConcurrent::blockingMap(facets, [&](std::size_t facet) { countFacet(facet, in, others); });
}

void FacetCounter::countFacet(std::size_t facet, const CaseSet &in, const std::vector<Lone> &others)
{
    const auto isOwn = [&](const Lone &lone) { return lone.state.facet == static_cast<int>(facet); };
    if (std::none_of(others.begin(), others.end(), isOwn)) {
        m_counts[facet] = m_columns[facet]->countsIn(in);
        return;
    }
    CaseSet all = in;
    for (const Lone &lone : others) {
        if (isOwn(lone) && lone.state.value < 0)
            all.insert(lone.position);
    }
    m_counts[facet] = m_columns[facet]->countsIn(all);
    for (const Lone &lone : others) {
        if (isOwn(lone) && lone.state.value >= 0)
            ++m_counts[facet][static_cast<std::size_t>(lone.state.value)];
    }
}

void FacetCounter::countEverything()
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
        const QStringList &labels = column.labels(schema);
        facet.values.reserve(labels.size());
        for (const int number : column.ranked(facet.type == FieldType::Year)) {
            const QString &value = column.values().at(number);
            const QString &label = labels.at(number);
            const FacetState state = facet.active ? query.facetState(path, value) : FacetState::Off;
            facet.values.append({value, label, m_counts[i][static_cast<std::size_t>(number)], state});
        }
        facets.append(facet);
    }
    return facets;
}

} // namespace casebook
