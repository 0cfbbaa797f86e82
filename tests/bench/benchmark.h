#pragma once

#include "core/base/result.h"
#include "tests/bench/report.h"
#include "tests/bench/vocabulary.h"

#include <QString>

namespace casebook::bench {

/// How many cases the briefing is made of.
inline constexpr int briefingCases = 200;

/// Loading, filtering and memory, on a corpus of `cases` cases that is made in `folder` and removed again.
Result<QList<Row>> measureCorpus(const QString &folder, int cases, FacetFields facets);

/// What does not depend on the size of the corpus: saving, showing, the briefing. Made and removed likewise.
Result<QList<Row>> measureDocuments(const QString &folder);

} // namespace casebook::bench
