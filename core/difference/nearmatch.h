#pragma once

#include "core/difference/shortestmatch.h"

#include <cstdint>
#include <optional>

namespace casebook {

/// As many equal elements as there can be in one order, of two sequences of any length that differ little.
///
/// Nothing where they are more than some hundred removed and added elements apart, or where finding out takes more than
/// `steps`, of which those taken are subtracted: a step is the comparison of two elements. Memory is bounded. Elements
/// are numbers from 0.
std::optional<MatchedPairs> nearMatch(const std::vector<int> &from, const std::vector<int> &to, std::int64_t &steps);

} // namespace casebook
