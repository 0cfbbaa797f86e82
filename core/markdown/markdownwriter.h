#pragma once

#include "core/markdown/node.h"

namespace casebook {

/// A tree as Markdown: what parseMarkdown() reads as the same tree again, but for emphasis that Markdown cannot mark
/// where it stands (then its words alone are written) and for blanks at the ends of lines.
///
/// One line a paragraph, with its soft breaks kept; one blank line between blocks. Ends without a line feed; an empty
/// document is "".
QString toMarkdown(const MarkdownNode &node);

} // namespace casebook
