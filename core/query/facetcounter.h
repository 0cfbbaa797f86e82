#pragma once

#include "core/query/conditions.h"
#include "core/query/searchresult.h"

#include <vector>

namespace casebook {

/// Counts how many cases have each value of each facet.
class FacetCounter {
public:
    /// The columns of the facets, in order.
    explicit FacetCounter(std::vector<Column *> columns);

    /// Counts a case for every facet that its state lets count it.
    void add(int position, CaseState state);
    /// Adds what another counter of the same columns has counted.
    void add(const FacetCounter &other);
    /// Counts every case once: what an empty query leaves.
    void addAll();

    /// The facets with their values and counts.
    QList<Facet> facets(const Query &query, const Schema &schema) const;

private:
    void addValues(std::size_t facet, int position);

    std::vector<Column *> m_columns;
    std::vector<std::vector<int>> m_counts; ///< by facet, by the value's number
};

} // namespace casebook
