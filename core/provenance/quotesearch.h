#pragma once

#include "core/provenance/pagetext.h"
#include "core/provenance/passage.h"

namespace casebook {

/// Looks for the words of a quote in a page.
///
/// Found: all its words stand there side by side, but for what ellipses ("[...]", "[…]", "...") and insertions ("[like
/// this]") stand for. Changed: most of them do, and `changes` tells the rest. Stretches of the page that hold its rare
/// words and pairs of words are compared with it word by word; the one that takes the fewest changes is the passage.
///
/// Some milliseconds for a page of a megabyte; bounded for any text. Any thread.
Passage findQuote(QStringView quote, const PageText &page);

/// Whether there are words to look for.
bool hasWords(QStringView text);

} // namespace casebook
