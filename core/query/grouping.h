#pragma once

#include "core/corpus/schema.h"
#include "core/query/column.h"
#include "core/query/searchresult.h"

#include <vector>

namespace casebook {

/// Deals positions out to the groups of a field: a case with several values stands in several groups, one without in a
/// last one of its own. Groups come as the schema lists their values, the others by label, years from the newest.
/// A null column makes one group of all. The order within groups is that of `positions`.
std::vector<ResultGroup> groupCases(const std::vector<int> &positions, const Column *column, const Schema &schema);

/// Every position of the groups once, in the order of first appearance. `size`: of the corpus.
std::vector<int> positionsOf(const std::vector<ResultGroup> &groups, int size);

} // namespace casebook
