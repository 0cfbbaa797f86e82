#pragma once

#include "core/base/result.h"
#include "tests/bench/vocabulary.h"

#include <QString>

namespace casebook::bench {

/// What has been written.
struct GeneratedCorpus {
    int cases = 0;
    qint64 bytes = 0; ///< of the case files together
};

/// Makes a corpus of `cases` cases in a folder that does not exist yet or is empty. The same seed and number give the
/// same bytes in every case; `facets` only changes corpus.yaml. Uses all cores. The Error says what stands in the way.
Result<GeneratedCorpus> generateCorpus(const QString &folder, int cases, quint64 seed = 1,
                                       FacetFields facets = FacetFields::Usual);

} // namespace casebook::bench
