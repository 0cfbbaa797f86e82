#include "core/markdown/node.h"

namespace casebook {

namespace {

void appendPlainText(QString &out, const MarkdownNode &node)
{
    switch (node.kind) {
    case MarkdownKind::Text:
    case MarkdownKind::Code:
    case MarkdownKind::Image:
        out += node.text;
        return;
    case MarkdownKind::SoftBreak:
        out += u' ';
        return;
    case MarkdownKind::LineBreak:
        out += u'\n';
        return;
    case MarkdownKind::CodeBlock:
        out += node.text;
        break;
    default:
        for (const MarkdownNode &child : node.children)
            appendPlainText(out, child);
    }
    if (node.kind == MarkdownKind::TableCell)
        out += u' ';
    else if (node.isBlock() && !out.isEmpty() && !out.endsWith(u'\n'))
        out += u'\n';
}

} // namespace

QList<MarkdownHeading> headings(const MarkdownNode &node)
{
    QList<MarkdownHeading> found;
    for (const MarkdownNode &child : node.children) {
        if (child.kind == MarkdownKind::Heading)
            found.append({child.level, plainText(child).simplified(), child.line});
    }
    return found;
}

QString plainText(const MarkdownNode &node)
{
    QString text;
    appendPlainText(text, node);
    return text;
}

} // namespace casebook
