#pragma once

#include "core/provenance/textwords.h"

#include <QString>

#include <vector>

namespace casebook {

/// One step of a quote, from its beginning to its end.
struct QuoteStep {
    enum class Kind : quint8 {
        Word,
        Insertion, ///< "[like this]": stands for a few words of the page, or for none
        Ellipsis,  ///< any words of the page may have been left out
    };

    Kind kind = Kind::Word;
    TextWord word;        ///< of Kind::Word, placed in the quote
    quint64 otherKey = 0; ///< of a word with letters in brackets, "[T]he" or "project[s]": what stands without them
};

/// A quote as it is looked for. Not before its first word nor behind its last does an ellipsis or an insertion stand.
struct QuotePattern {
    std::vector<QuoteStep> steps;
    int words = 0;
    int ellipses = 0;
    int insertions = 0;
};

/// Reads a quote's words. Ellipses are "...", "…", and either in brackets or parentheses, blanks between the points
/// allowed; other brackets hold what the one who quotes put in.
QuotePattern quotePattern(QStringView quote);

} // namespace casebook
