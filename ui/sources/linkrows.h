#pragma once

#include "core/corpus/corpus.h"
#include "core/curate/addressplan.h"
#include "ui/sources/linkcheck.h"

#include <optional>

namespace casebook {

/// A source of a case, as the list of links shows it.
struct LinkRow {
    QString caseId;
    QString caseName; ///< "Organization · Title"
    int source = 0;   ///< its position in the case, from 1
    QString title;    ///< of the page; the address where it has none
    QString address;

    bool operator==(const LinkRow &) const = default;
};

/// Every source of a corpus that has an address of the web, case by case, in the order of their ids.
QList<LinkRow> linkRowsOf(const Corpus &corpus);

/// The edit that a record offers: the address to which its page has moved for good, with the old one's fragment.
/// Nothing where it has not, or not to an address of the web.
std::optional<AddressChange> moveOffer(const LinkRecord &record);

/// The pages of which copies are to be looked for, each near the end of the year that a source gives it: what came to
/// stand there later may be something else.
QList<SoughtCopy> soughtCopies(const Corpus &corpus, const QStringList &addresses);

/// Whether a state is one that somebody should look at.
bool isLinkProblem(LinkState state);

/// The name of its icon (ui/theme/icons.h).
QString linkIconName(LinkState state);

} // namespace casebook
