#include "ui/edit/source/richpaste.h"

#include "core/markdown/fromhtml.h"
#include "core/markdown/markdownwriter.h"
#include "ui/edit/markdown/blocks.h"

#include <QMimeData>

#include <algorithm>

namespace casebook {

namespace {

// Characters: of ordinary pages so many are read in about a tenth of a second, of hostile ones in seconds.
constexpr qsizetype longestHtml = 2'000'000;

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

std::optional<TextChange> richPaste(const QMimeData &data, const SelectedText &body)
{
    const QString html = data.hasHtml() ? data.html().remove(QChar::Null) : QString();
    if (html.isEmpty() || html.size() > longestHtml || isPreformatted(html))
        return std::nullopt;
    const MarkdownNode tree = fromHtml(html);
    if (!isRich(tree))
        return std::nullopt;
    const QString markdown = toMarkdown(tree);
    if (tree.children.size() > 1 || tree.children.front().kind != MarkdownKind::Paragraph)
        return insertBlocks(body, markdown);
    TextChange change;
    change.replacements = {{body.selection, markdown, Replacement::Side::Opens}};
    const qsizetype end = body.selection.begin + markdown.size();
    change.selection = TextSpan{end, end};
    return change;
}

} // namespace casebook
