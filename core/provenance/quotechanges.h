#pragma once

#include "core/provenance/passage.h"
#include "core/provenance/quotealignment.h"

namespace casebook {

// What an alignment says, in the texts themselves.

/// The stretches of the page between the ellipses of a quote.
QList<TextPlace> partsOf(const QuotePattern &pattern, const PageText &page, const QuoteAlignment &alignment);
/// What differs, in the order of the quote; words that differ side by side are one change.
QList<WordChange> changesOf(const QuotePattern &pattern, const PageText &page, QStringView quote,
                            const QuoteAlignment &alignment);

} // namespace casebook
