#pragma once

#include <utility>
#include <vector>

namespace casebook {

/// Positions of equal elements in two sequences, both rising.
using MatchedPairs = std::vector<std::pair<int, int>>;

/// As many equal elements as there can be in one order: a longest common subsequence. Elements are numbers from 0.
///
/// Time and memory grow with the product of the lengths, and nothing stops it on the way: for short sequences.
MatchedPairs shortestMatch(const std::vector<int> &from, const std::vector<int> &to);

} // namespace casebook
