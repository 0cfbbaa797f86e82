#include "ui/edit/source/richpaste.h"

#include "core/markdown/fromhtml.h"
#include "core/markdown/markdownwriter.h"
#include "ui/edit/markdown/blocks.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr qsizetype longestHtml = 1'000'000; // characters: of hostile pages so many are read in two seconds

// Whether there is anything in it that plain text does not have.
bool isRich(const MarkdownNode &node)
{
    switch (node.kind) {
    case MarkdownKind::Document:
    case MarkdownKind::Paragraph:
        return std::any_of(node.children.begin(), node.children.end(), isRich);
    case MarkdownKind::Text:
    case MarkdownKind::SoftBreak:
    case MarkdownKind::LineBreak:
        return false;
    default:
        return true;
    }
}

} // namespace

std::optional<RichText> richText(QString html)
{
    html.remove(QChar::Null);
    if (html.isEmpty() || html.size() > longestHtml || isPreformatted(html))
        return std::nullopt;
    const MarkdownNode tree = fromHtml(html);
    if (!isRich(tree))
        return std::nullopt;
    const bool isBlocks = tree.children.size() > 1 || tree.children.front().kind != MarkdownKind::Paragraph;
    return RichText{toMarkdown(tree), isBlocks};
}

TextChange richPaste(const RichText &text, const SelectedText &body)
{
    if (text.isBlocks)
        return insertBlocks(body, text.markdown);
    TextChange change;
    change.replacements = {{body.selection, text.markdown, Replacement::Side::Opens}};
    const qsizetype end = body.selection.begin + text.markdown.size();
    change.selection = TextSpan{end, end};
    return change;
}

} // namespace casebook
