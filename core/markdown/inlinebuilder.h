#pragma once

#include "core/markdown/node.h"

struct cmark_node;

namespace casebook {

/// The inlines below a cmark block, appended to `parent`, which is at `depth` in our tree. Raw HTML becomes text, bare
/// addresses become links, and what would be deeper than markdownMaximumDepth becomes text.
void appendInlines(MarkdownNode &parent, cmark_node *block, int depth);

/// Text at the end of `parent`, joined to the text that is there.
void appendText(MarkdownNode &parent, const QString &text);

/// All words below a node, without recursion.
QString flatText(cmark_node *node);

} // namespace casebook
