#include "core/difference/shortestmatch.h"

#include <dtl/dtl.hpp>

namespace casebook {

MatchedPairs shortestMatch(const std::vector<int> &from, const std::vector<int> &to)
{
    dtl::Diff<int> difference(from, to);
    difference.compose();
    MatchedPairs pairs;
    for (const auto &[element, place] : difference.getSes().getSequence()) {
        if (place.type == dtl::SES_COMMON) // dtl counts from 1
            pairs.emplace_back(static_cast<int>(place.beforeIdx) - 1, static_cast<int>(place.afterIdx) - 1);
    }
    return pairs;
}

} // namespace casebook
