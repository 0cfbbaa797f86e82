#pragma once

#include "core/markdown/fromhtml/htmltree.h"

namespace casebook {

/// A page without what is not its text: navigation, forms, side bars, notices about cookies, what is offered to be
/// shared or subscribed to. By what elements are for (`nav`, `role="navigation"`) and by the words of their classes;
/// but nothing goes that is the better part of the page, whatever it is called. Takes time in proportion to the page.
HtmlNode withoutSurroundings(HtmlNode page);

/// The element of such a page that holds what it is about: what the page says is its `main` or `article`, else the one
/// in which the most prose stands. Where that is not clear, the whole page: a word too many is better than one missing.
/// Points into `page`.
const HtmlNode &mainContent(const HtmlNode &page);

} // namespace casebook
