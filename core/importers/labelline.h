#pragma once

#include "core/markdown/node.h"

#include <QString>

namespace casebook {

/// Whether a paragraph is a bare line that stands for a heading ("What", "Why, data plane", "What: CSS engine"), given
/// the block that follows it; null where none does.
///
/// Known words need no more than something after them; any other word must stand right above a quote or a list.
bool isLabel(const MarkdownNode &paragraph, const MarkdownNode *next);

/// Whether the first line of a paragraph is such a label and its other lines are the text: then the line is known by
/// its word alone.
bool beginsWithLabel(const QString &lines);

/// Whether a paragraph leads to further pages of the organization: "Also from X:", "See also:".
bool leadsToMore(const MarkdownNode &paragraph);

} // namespace casebook
