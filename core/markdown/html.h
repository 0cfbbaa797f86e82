#pragma once

#include "core/markdown/node.h"

namespace casebook {

/// HTML for a page's body: everything escaped, no raw HTML, no script, no style but the alignment of cells.
///
/// Addresses of http, https and mailto, relative ones and fragments become links; any other link is its text alone.
/// Images are kept where their address is relative; an image elsewhere becomes a link to it, so that nothing is
/// fetched. `headingOffset` is added to the levels of headings, which end at 6.
QString toSafeHtml(const MarkdownNode &node, int headingOffset = 0);

} // namespace casebook
