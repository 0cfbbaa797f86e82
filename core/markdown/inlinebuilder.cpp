#include "core/markdown/inlinebuilder.h"

#include "core/markdown/bareurl.h"

#include <cmark.h>

namespace casebook {

namespace {

class InlineBuilder {
public:
    void appendChildren(MarkdownNode &parent, cmark_node *node, int depth);

private:
    void append(MarkdownNode &parent, cmark_node *node, int depth);
    void appendContainer(MarkdownNode &parent, cmark_node *node, MarkdownKind kind, int depth);
    void appendLinkedText(MarkdownNode &parent, const QString &text);

    int m_links = 0; ///< how many links are open: inside one there are no others
};

QString literalOf(cmark_node *node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

MarkdownNode linkOf(MarkdownKind kind, cmark_node *node)
{
    MarkdownNode link{.kind = kind};
    link.url = QString::fromUtf8(cmark_node_get_url(node));
    link.title = QString::fromUtf8(cmark_node_get_title(node));
    return link;
}

void InlineBuilder::appendChildren(MarkdownNode &parent, cmark_node *node, int depth)
{
    if (depth + 2 >= markdownMaximumDepth) {
        appendText(parent, flatText(node).simplified());
        return;
    }
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child))
        append(parent, child, depth);
}

void InlineBuilder::append(MarkdownNode &parent, cmark_node *node, int depth)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        return appendLinkedText(parent, literalOf(node));
    case CMARK_NODE_SOFTBREAK:
        parent.children.push_back({.kind = MarkdownKind::SoftBreak});
        return;
    case CMARK_NODE_LINEBREAK:
        parent.children.push_back({.kind = MarkdownKind::LineBreak});
        return;
    case CMARK_NODE_CODE:
        parent.children.push_back({.kind = MarkdownKind::Code, .text = literalOf(node)});
        return;
    case CMARK_NODE_EMPH:
        return appendContainer(parent, node, MarkdownKind::Emphasis, depth);
    case CMARK_NODE_STRONG:
        return appendContainer(parent, node, MarkdownKind::Strong, depth);
    case CMARK_NODE_LINK:
        return appendContainer(parent, node, MarkdownKind::Link, depth);
    case CMARK_NODE_IMAGE:
        parent.children.push_back(linkOf(MarkdownKind::Image, node));
        parent.children.back().text = flatText(node).simplified();
        return;
    default:
        return appendText(parent, literalOf(node));
    }
}

void InlineBuilder::appendContainer(MarkdownNode &parent, cmark_node *node, MarkdownKind kind, int depth)
{
    const bool isLink = kind == MarkdownKind::Link;
    MarkdownNode container = isLink ? linkOf(kind, node) : MarkdownNode{.kind = kind};
    m_links += isLink;
    appendChildren(container, node, depth + 1);
    m_links -= isLink;
    parent.children.push_back(std::move(container));
}

// Text in which bare addresses become links.
void InlineBuilder::appendLinkedText(MarkdownNode &parent, const QString &text)
{
    qsizetype from = 0;
    while (m_links == 0) {
        const TextRange url = findBareUrl(text, from);
        if (url.length == 0)
            break;
        appendText(parent, text.mid(from, url.start - from));
        MarkdownNode link{.kind = MarkdownKind::Link};
        link.url = text.mid(url.start, url.length);
        appendText(link, link.url);
        parent.children.push_back(std::move(link));
        from = url.start + url.length;
    }
    appendText(parent, text.mid(from));
}

} // namespace

void appendInlines(MarkdownNode &parent, cmark_node *block, int depth)
{
    InlineBuilder().appendChildren(parent, block, depth);
}

void appendText(MarkdownNode &parent, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!parent.children.empty() && parent.children.back().kind == MarkdownKind::Text)
        parent.children.back().text += text;
    else
        parent.children.push_back({.kind = MarkdownKind::Text, .text = text});
}

QString flatText(cmark_node *node)
{
    QString text;
    cmark_iter *iterator = cmark_iter_new(node);
    for (auto event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator)) {
        cmark_node *current = cmark_iter_get_node(iterator);
        const bool isInline = cmark_node_get_type(current) >= CMARK_NODE_FIRST_INLINE;
        if (const char *literal = event == CMARK_EVENT_ENTER ? cmark_node_get_literal(current) : nullptr)
            text += QString::fromUtf8(literal);
        else if (!isInline || cmark_node_get_type(current) <= CMARK_NODE_LINEBREAK)
            text += u' ';
    }
    cmark_iter_free(iterator);
    return text;
}

} // namespace casebook
