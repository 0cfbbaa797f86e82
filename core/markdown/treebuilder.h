#pragma once

#include "core/markdown/node.h"

#include <QByteArrayView>
#include <QList>

struct cmark_node;

namespace casebook {

/// Makes our tree of cmark's, and finds the pipe tables that cmark took for paragraphs.
///
/// The words of a table are read in a second step: its cells, and the paragraph that may stand right above it, hold
/// their Markdown in `text`, which these kinds leave empty otherwise, and have no children yet
/// (core/markdown/parser.cpp).
class TreeBuilder {
public:
    /// `source` is what cmark parsed; it must outlive the builder.
    explicit TreeBuilder(QByteArrayView source);

    MarkdownNode build(cmark_node *root);
    /// Whether anything waits for the second step.
    bool hasTables() const { return m_hasTables; }

private:
    void appendBlock(MarkdownNode &parent, cmark_node *node, int depth, int quotes);
    void appendChildren(MarkdownNode &block, cmark_node *node, int depth, int quotes);
    bool appendTable(MarkdownNode &parent, cmark_node *node, int quotes);
    QList<QByteArrayView> linesOf(cmark_node *block, int quotes) const;

    QList<QByteArrayView> m_lines;
    bool m_hasTables = false;
};

} // namespace casebook
