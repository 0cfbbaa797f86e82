#pragma once

#include "core/markdown/fromhtml/htmltree.h"

namespace casebook {

/// How much there is to read in an element, in characters without blanks.
struct HtmlMeasure {
    qsizetype text = 0;
    qsizetype linked = 0; ///< of it inside of links
    qsizetype commas = 0; ///< and what takes their place in other scripts: a sign of prose

    /// What does not lead elsewhere.
    qsizetype prose() const { return text - linked; }
    /// The share of the text that leads elsewhere, from 0 to 1.
    double linkDensity() const { return text > 0 ? double(linked) / double(text) : 0; }
};

HtmlMeasure measureOf(const HtmlNode &node);

/// Calls `visit` with an element and all in it that is no text, from the outside in.
template<typename Visit>
void visitElements(const HtmlNode &node, const Visit &visit)
{
    if (node.name.isEmpty())
        return;
    visit(node);
    for (const HtmlNode &child : node.children)
        visitElements(child, visit);
}

} // namespace casebook
