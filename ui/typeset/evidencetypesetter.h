#pragma once

#include "core/evidence/evidencerules.h"

#include <QString>

namespace casebook {

/// A link of ours: to the explanation of evidence. Followed by the number of a claim, from 1, or by 0 for the case.
inline constexpr char16_t evidenceLinkPrefix[] = u"casebook:evidence/";

/// The address of such a link.
QString evidenceLink(int claim);
/// The number in such an address; -1 where it is none.
int claimOfEvidenceLink(const QString &address);

/// An explanation as plain text, a line for each step: "First-hand: Those who took part tell it themselves."
QString evidenceInLines(const QList<EvidenceStep> &steps);

} // namespace casebook
