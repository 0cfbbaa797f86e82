#pragma once

#include "core/corpus/casestudy.h"
#include "core/markdown/node.h"

#include <QList>
#include <QString>

namespace casebook {

/// A quote in the body of a case.
struct BodyQuote {
    int line = 0;              ///< of the body, from 1: MarkdownNode::line of the block quote
    QString words;             ///< without what names its source
    QList<int> sources;        ///< those that it names, positions from 1; empty: it names none
    bool isParaphrase = false; ///< it says of itself that its words are not those of the source
};

/// The block quotes of a body, in order; one inside another belongs to that.
///
/// A quote names its source in one of these ways, in which people write anyway:
/// - a last line, or a paragraph right below the quote, that begins with a dash ("— Jane Doe, [How we did
/// it](https://…)",
///   "-- source 2", "— How we did it [2]") and holds a link to a source, the number of one in brackets or after the
///   word "source", or the title of one;
/// - a link to a source at its end, alone or in parentheses: "… a year later. ([Source](https://…))";
/// - a link to a source anywhere else in it, whose words then belong to the quote.
/// A quote that names none may be from any source of the case. One that begins with "In paraphrase:" or "Paraphrased:"
/// is a paraphrase, and its words are what follows.
QList<BodyQuote> quotesIn(const MarkdownNode &body, const QList<Source> &sources);

} // namespace casebook
