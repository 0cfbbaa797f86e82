#pragma once

#include "core/provenance/pagetext.h"
#include "core/provenance/passage.h"

namespace casebook {

/// Looks for the passage of a page that has most of a claim's words, above all its rare words and its numbers: a claim
/// tells in words of its own what its source says, so the passage is what a person should read, and no more than that.
///
/// Found: enough of its words stand close together. Changed: they do, but `missing` names numbers of the claim (of 10
/// and more, or with a fraction) that do not stand there or near. Words match by their beginnings.
///
/// Some milliseconds for a page of a megabyte; bounded for any text. Any thread.
Passage findClaim(QStringView claim, const PageText &page);

} // namespace casebook
