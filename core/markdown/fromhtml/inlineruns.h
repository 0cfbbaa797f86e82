#pragma once

#include "core/markdown/node.h"

#include <QString>

#include <vector>

namespace casebook {

/// A stretch of text that looks the same throughout, or a line break, or a picture.
struct InlineRun {
    enum class Kind {
        Text,
        Break,
        Image, ///< text: what it shows, in words
    };
    Kind kind = Kind::Text;
    QString text = {};
    QString href = {};   ///< where it leads; "": it is no link
    QString source = {}; ///< of an Image
    bool bold = false;
    bool italic = false;
    bool code = false;

    bool looksLike(const InlineRun &other) const
    {
        return href == other.href && bold == other.bold && italic == other.italic && code == other.code;
    }
};

using InlineRuns = std::vector<InlineRun>;

/// The runs as browsers show them, ready for Markdown: blanks in a row become one, those at the ends and beside breaks
/// go, and so do breaks at the ends; marks will enclose no blanks, nor punctuation where that would keep Markdown from
/// seeing them.
InlineRuns tidied(InlineRuns runs);

/// Tidied runs as nodes: links around strong text around emphasis.
std::vector<MarkdownNode> inlineNodes(const InlineRuns &runs);

} // namespace casebook
