#pragma once

#include "core/corpus/corpus.h"

#include <atomic>

namespace casebook {

/// What has become of a corpus's files since they were read.
struct CorpusChange {
    CaseStudies updated;             ///< new or different cases, and those whose stamp alone changed
    QStringList added;               ///< ids
    QStringList changed;             ///< ids whose bytes or problems differ
    QStringList removed;             ///< ids
    QHash<QString, QString> renamed; ///< from removed to added ids of the same bytes
    QStringList refused;             ///< as in CorpusLoader::finished()

    /// Whether the cases are what they were.
    bool isEmpty() const { return added.isEmpty() && changed.isEmpty() && removed.isEmpty(); }
};

/// Looks through the folder again and reads the files whose stamps differ from those of `known`. Any thread; answers an
/// unfinished change once `cancelled` is set.
CorpusChange rescan(const CorpusLayout &layout, const Schema &schema, const CaseStudies &known,
                    const std::atomic<bool> &cancelled);

} // namespace casebook
