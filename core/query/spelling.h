#pragma once

#include "core/query/query.h"
#include "core/query/searchresult.h"

namespace casebook {

/// The query with the values of facets written as the corpus writes them: from:go as from:Go. It asks the same; for
/// describeQuery(), which tells what was asked to people. Values that no case has stay as they are.
Query spelledAsIn(const QList<Facet> &facets, Query query);

} // namespace casebook
