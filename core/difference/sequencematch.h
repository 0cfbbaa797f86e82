#pragma once

#include "core/difference/shortestmatch.h"

namespace casebook {

/// Which elements of two sequences belong together: equal ones, as many as possible, in one order.
///
/// The most there can be, where the sequences (without their common start and end and without what stands in one of
/// them alone) are short, up to a thousand elements each, or differ in a few hundred. Others are first cut where an
/// element stands once in both, or equally often. What cannot be cut so and is still too long stays unmatched, so that
/// time and memory are bounded whatever the sequences hold. Elements are numbers from 0, best without gaps.
MatchedPairs matchSequences(const std::vector<int> &from, const std::vector<int> &to);

} // namespace casebook
