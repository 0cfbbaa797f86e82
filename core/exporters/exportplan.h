#pragma once

#include "core/corpus/corpus.h"
#include "core/query/searchresult.h"

namespace casebook {

/// A case that a document leaves out, and why.
struct OmittedCase {
    QString name;
    QString path; ///< relative to the corpus
    QString reason;
};

/// A selection as a document shows it: without what cannot be read, each case once.
struct ExportPlan {
    std::vector<ResultGroup> groups; ///< without empty ones; a case stands in the first group that lists it
    QList<OmittedCase> omitted;
    int cases = 0;

    /// False where there is but one group and it has no name.
    bool showsGroups() const { return groups.size() > 1 || (!groups.empty() && !groups.front().label.isEmpty()); }
};

/// Takes out of a selection what reasonToOmit() names, cases that stand in it twice, and groups that are left empty.
ExportPlan planExport(const Corpus &corpus, const SearchResult &selection);

/// Why a case cannot be in a document, a sentence; "" where it can.
QString reasonToOmit(const CaseStudy &study, const CorpusLayout &layout);

} // namespace casebook
