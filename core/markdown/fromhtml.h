#pragma once

#include "core/markdown/node.h"

#include <QStringView>

namespace casebook {

struct HtmlNode;

/// HTML, as programs put it on the clipboard, as a tree of Markdown: headings, paragraphs, emphasis, links, lists,
/// quotes, code, tables of simple cells, rules, and pictures of http and https addresses that say what they show.
///
/// The text is untrusted. Nothing is fetched or run: scripts, styles and what is hidden are left out, and only http,
/// https and mailto links stay links. Never fails, and takes time in proportion to the text. A page without text is a
/// document without blocks. Lines are all 0. Safe on any thread.
MarkdownNode fromHtml(QStringView html);

/// The same, of what an element of a page holds (core/markdown/fromhtml/htmltree.h).
MarkdownNode markdownOf(const HtmlNode &element);

/// Whether the HTML is text that is to be kept as it is, with its blanks and lines: what editors of code put on the
/// clipboard to show its colours. Looks at no more than the first 20,000 characters.
bool isPreformatted(QStringView html);

} // namespace casebook
