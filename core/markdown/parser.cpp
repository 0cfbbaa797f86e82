#include "core/markdown/parser.h"

#include "core/markdown/guard.h"
#include "core/markdown/inlinebuilder.h"
#include "core/markdown/treebuilder.h"

#include <cmark.h>

#include <algorithm>
#include <memory>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct CmarkNodeDeleter {
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
using CmarkTree = std::unique_ptr<cmark_node, CmarkNodeDeleter>;

CmarkTree parseWithCmark(QByteArrayView utf8)
{
    return CmarkTree(cmark_parse_document(utf8.data(), static_cast<size_t>(utf8.size()), CMARK_OPT_VALIDATE_UTF8));
}

MarkdownNode asOneCodeBlock(QByteArrayView utf8)
{
    MarkdownNode document{.kind = MarkdownKind::Document, .line = 1};
    document.children.push_back({.kind = MarkdownKind::CodeBlock, .line = 1, .text = QString::fromUtf8(utf8)});
    return document;
}

// The second step for tables: all cells as paragraphs of one more text, so that a table of any size costs one parse.
//
// Each is made a paragraph whatever it looks like by the two characters put before it, a space being what emphasis at
// its start would see at the start of a line. The whole source comes last, for the sake of its reference definitions.
class CellReader {
public:
    explicit CellReader(QByteArrayView source) : m_source(source) {}

    void read(MarkdownNode &root)
    {
        collect(root);
        m_text += m_source;
        const CmarkTree tree = parseWithCmark(m_text);
        m_paragraph = cmark_node_first_child(tree.get());
        m_next = 0;
        fill(root, 0);
    }

private:
    static bool isWaiting(const MarkdownNode &node)
    {
        return (node.kind == MarkdownKind::Paragraph || node.kind == MarkdownKind::TableCell) && !node.text.isEmpty();
    }

    // A '[' starts no block, and may start a reference definition, which vanishes.
    static bool needsPrefix(const MarkdownNode &node)
    {
        return node.kind == MarkdownKind::TableCell || !node.text.startsWith(u'[');
    }

    void collect(const MarkdownNode &node)
    {
        for (const MarkdownNode &child : node.children)
            collect(child);
        if (!isWaiting(node))
            return;
        m_lines.append(m_line);
        QByteArray text = node.text.trimmed().toUtf8();
        m_line += static_cast<int>(text.count('\n')) + 2;
        // Four columns in, a line can do nothing but go on with the paragraph.
        m_text += (needsPrefix(node) ? "x " : "") + text.replace("\n", "\n    ") + "\n\n";
    }

    void fill(MarkdownNode &node, int depth)
    {
        for (MarkdownNode &child : node.children)
            fill(child, depth + 1);
        if (!isWaiting(node))
            return;
        const int line = m_lines.at(m_next++);
        while (m_paragraph && cmark_node_get_start_line(m_paragraph) < line)
            m_paragraph = cmark_node_next(m_paragraph);
        const bool prefixed = needsPrefix(node);
        node.text.clear();
        if (!m_paragraph || cmark_node_get_start_line(m_paragraph) != line)
            return;
        appendInlines(node, m_paragraph, depth);
        if (prefixed && !node.children.empty() && node.children.front().kind == MarkdownKind::Text)
            dropPrefix(node);
    }

    static void dropPrefix(MarkdownNode &node)
    {
        node.children.front().text.remove(0, 2);
        if (node.children.front().text.isEmpty())
            node.children.erase(node.children.begin());
    }

    QByteArrayView m_source;
    QByteArray m_text;
    QList<int> m_lines; ///< of m_text: where each waiting node's paragraph starts
    int m_line = 1;
    qsizetype m_next = 0;
    cmark_node *m_paragraph = nullptr;
};

} // namespace

MarkdownNode parseMarkdown(QByteArrayView utf8)
{
    if (isMarkdownHostile(utf8))
        return asOneCodeBlock(utf8);
    const CmarkTree tree = parseWithCmark(utf8);
    TreeBuilder builder(utf8);
    MarkdownNode root = builder.build(tree.get());
    if (builder.hasTables())
        CellReader(utf8).read(root);
    return root;
}

} // namespace casebook
