#pragma once

#include "core/markdown/fromhtml/htmltree.h"
#include "core/markdown/node.h"

#include <functional>
#include <optional>

namespace casebook {

/// The rows of a table, those of tables inside of its cells left out, in order.
std::vector<const HtmlNode *> tableRows(const HtmlNode &table);

/// A table as Markdown can have it: at least two rows and two columns, and in every cell no more than words. Nothing
/// where it is otherwise, as where a table does the layout of a page. `blocksOf` reads a cell.
std::optional<MarkdownNode> readTable(const HtmlNode &table,
                                      const std::function<std::vector<MarkdownNode>(const HtmlNode &)> &blocksOf);

} // namespace casebook
