#include "core/importers/labelline.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLabel = 60;
constexpr qsizetype mostWords = 8;

bool isKnown(const QString &text)
{
    static const QRegularExpression known(
        u"^(?:what|why|how|when|who|lessons?(?: learned)?|results?|outcome|background|"
        "context|challenges?|problems?|benefits|drawbacks|costs?|numbers|productivity|"
        "performance|safety|what went (?:well|wrong))(?:\\s*[,:(].*)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return known.match(text).hasMatch();
}

bool isShort(const QString &text)
{
    static const QRegularExpression shape(u"^\\p{Lu}[\\p{L}\\p{N} ,:/&'’()+#.-]*$"_s);
    static const QRegularExpression sentence(u"[.!?:;,]$"_s);
    return text.size() <= longestLabel && text.count(u' ') < mostWords && shape.match(text).hasMatch()
        && !sentence.match(text).hasMatch();
}

/// Words alone, of which all or nothing may be strong.
bool isPlain(const MarkdownNode &paragraph)
{
    const auto isText = [](const MarkdownNode &node) { return node.kind == MarkdownKind::Text; };
    const std::vector<MarkdownNode> &inlines = paragraph.children;
    if (inlines.size() == 1 && inlines.front().kind == MarkdownKind::Strong)
        return std::all_of(inlines.front().children.begin(), inlines.front().children.end(), isText);
    return !inlines.empty() && std::all_of(inlines.begin(), inlines.end(), isText);
}

} // namespace

bool isLabel(const MarkdownNode &paragraph, const MarkdownNode *next)
{
    if (paragraph.kind != MarkdownKind::Paragraph || !next || !isPlain(paragraph))
        return false;
    const QString text = plainText(paragraph).simplified();
    if (!isShort(text) || next->kind == MarkdownKind::Heading)
        return false;
    const bool leads = next->kind == MarkdownKind::BlockQuote || next->kind == MarkdownKind::List;
    return isKnown(text) || (leads && next->line == paragraph.line + 1);
}

bool beginsWithLabel(const QString &lines)
{
    if (!lines.contains(u'\n'))
        return false;
    const QString first = lines.section(u'\n', 0, 0).simplified();
    return isShort(first) && isKnown(first);
}

bool leadsToMore(const MarkdownNode &paragraph)
{
    static const QRegularExpression words(u"^(?:also (?:from|by|at|see)|see also|more from)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return paragraph.kind == MarkdownKind::Paragraph && words.match(plainText(paragraph).simplified()).hasMatch();
}

} // namespace casebook
