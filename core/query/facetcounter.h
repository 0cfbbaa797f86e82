#pragma once

#include "core/query/caseset.h"
#include "core/query/conditions.h"
#include "core/query/searchresult.h"

#include <vector>

namespace casebook {

/// Counts for each value of each facet how many cases a click on it leads to: what matches once the facet asks for
/// this value (Query::setFacet()). All conditions on other fields, and those in groups, hold; of the facet's own:
///
/// - FacetJoin::Any: the cases with the value, whatever else the facet includes, for that is what this value gives by
///   itself. A range of the field and missing: are left out likewise, since a click takes them away.
/// - FacetJoin::All: the cases with the value and all that the facet includes: what adding it leaves. For a value that
///   is included: the cases of the list that have it.
/// - A value that is excluded: the same, as if it were not. The other excluded values of the facet stay excluded, here
///   and above: a case with two excluded values counts nowhere.
///
/// So every count is the length of the list of the query in which the facet includes the value, alone or (All) with the
/// others.
class FacetCounter {
public:
    /// A case that is not in, and the facet for which it counts all the same.
    struct Lone {
        int position;
        CaseState state;
    };

    /// The columns of the facets, in order.
    explicit FacetCounter(std::vector<Column *> columns);

    /// Counts the cases that are in for every facet, the others for their own. Uses all cores.
    void count(const CaseSet &in, const std::vector<Lone> &others);
    /// Counts every case once: what an empty query leaves.
    void countEverything();

    /// The facets with their values and counts.
    QList<Facet> facets(const Query &query, const Schema &schema, const QStringList &joinAll) const;

private:
    void countFacet(std::size_t facet, const CaseSet &in, const std::vector<Lone> &others);

    std::vector<Column *> m_columns;
    std::vector<std::vector<int>> m_counts; ///< by facet, by the value's number
};

} // namespace casebook
