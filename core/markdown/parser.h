#pragma once

#include "core/markdown/node.h"

#include <QByteArrayView>

namespace casebook {

/// Markdown as a tree: CommonMark, with pipe tables and with bare http, https and mailto addresses as links.
///
/// Never fails, and takes time in proportion to the text whatever the text is: raw HTML becomes text, bytes that are
/// not UTF-8 and NUL become U+FFFD, what is nested deeper than markdownMaximumDepth becomes text in its place, and a
/// text that is made to be slow (core/markdown/guard.h) becomes one CodeBlock. Safe on any thread.
MarkdownNode parseMarkdown(QByteArrayView utf8);

} // namespace casebook
