#pragma once

#include "core/sources/linkrecord.h"
#include "core/sources/pagesigns.h"

namespace casebook {

/// All that a look at an address has brought.
struct LinkFindings {
    FetchAnswer answer;
    PageSigns page;       ///< of the answer
    bool isEmpty = false; ///< the page was asked for, and nothing came
    /// What the same host answered to an address that cannot exist; without an answer where it was not asked.
    FetchAnswer elsewhere;
    PageSigns elsewherePage;
    bool networkWorks = true; ///< a host that cannot be found is missing, not out of reach
};

/// What the findings mean for an address, as it stands in a case study; a fragment in it is looked for in the page.
LinkRecord judgeLink(const QString &url, const LinkFindings &findings);

/// Whether a comparison with an address that cannot exist might change the judgement.
bool wantsComparison(const LinkFindings &findings);
/// Whether what came gives reason to doubt that it is the page: then that address should stand right beside it.
bool isSuspicious(const LinkFindings &findings);

} // namespace casebook
