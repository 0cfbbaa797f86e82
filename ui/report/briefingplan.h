#pragma once

#include "core/corpus/corpus.h"
#include "core/exporters/casewords.h"
#include "core/exporters/exportplan.h"
#include "core/query/search.h"

#include <QDate>

namespace casebook {

/// A group of a briefing.
struct BriefingGroup {
    QString label;
    QString description;
    QString color;          ///< see Group; may be empty
    int position = 0;       ///< among the groups of the corpus, for a colour where none is named
    std::vector<int> cases; ///< numbers of cases in BriefingPlan::cases, in order
};

/// What a briefing holds, before anything is laid out.
struct BriefingPlan {
    QList<BriefingGroup> groups; ///< without empty ones
    CaseStudies cases;           ///< each once, in the order in which they stand in the document
    std::vector<int> groupOf;    ///< by case: the group that it stands in; others that list it refer to it; never
                                 ///< less than that of the case before
    QList<OmittedCase> omitted;
    int corpusSize = 0;
    QDate newestReview; ///< of the whole corpus; invalid where no case has one

    /// False where there is but one group and it has no name: then no group gets a page.
    bool showsGroups() const { return groups.size() > 1 || (!groups.isEmpty() && !groups.first().label.isEmpty()); }
};

/// Sorts a selection into groups, and leaves out what is broken or, by now, gone from the disk.
BriefingPlan planBriefing(const Corpus &corpus, const SearchResult &selection);

} // namespace casebook
