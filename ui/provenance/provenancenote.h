#pragma once

#include "core/provenance/provenance.h"
#include "ui/typeset/textnote.h"
#include "ui/typeset/typestyle.h"

#include <optional>

namespace casebook {

/// A link of ours: to the passage of a claim or a quote. Followed by "claim/" and its number, or "quote/" and its line.
inline constexpr char16_t passageLinkPrefix[] = u"casebook:passage/";

/// The address of such a link.
QString passageLink(const SoughtWords &sought);
/// What of a case such an address means; null where it is none, or nothing of that name was looked for.
const Provenance *provenanceOfLink(const QList<Provenance> &all, const QString &address);
/// What was looked for: a claim by its number, a quote by its line; or null.
const Provenance *provenanceOfWords(const QList<Provenance> &all, SoughtWords::Kind kind, int number);

/// What is said beside a claim or quote: a sign, the outcome in words, and all that was seen as its tool tip. It leads
/// to the passage. Nothing where there was nowhere to look.
TextNote provenanceNote(const Provenance &provenance, const TypeStyle &style);

} // namespace casebook
