#include "core/markdown/html.h"

#include "core/markdown/link.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

class HtmlWriter {
public:
    explicit HtmlWriter(int headingOffset) : m_headingOffset(headingOffset) {}

    void write(const MarkdownNode &node, bool tight = false);
    QString html() const { return m_html; }

private:
    void writeChildren(const MarkdownNode &node, bool tight = false);
    void writeElement(QStringView name, const MarkdownNode &node);
    void writeHeading(const MarkdownNode &node);
    void writeList(const MarkdownNode &node);
    void writeItem(const MarkdownNode &node, bool tight);
    void writeCode(const MarkdownNode &node);
    void writeTable(const MarkdownNode &node);
    void writeRow(const MarkdownNode &row, const QList<ColumnAlignment> &columns);
    void writeLink(const MarkdownNode &node);
    void writeImage(const MarkdownNode &node);
    void writeInline(const MarkdownNode &node);
    QString titleAttribute(const MarkdownNode &node) const;

    QString m_html;
    int m_headingOffset;
};

void HtmlWriter::write(const MarkdownNode &node, bool tight)
{
    switch (node.kind) {
    case MarkdownKind::Document:
        return writeChildren(node);
    case MarkdownKind::Paragraph:
        if (tight)
            return writeChildren(node);
        writeElement(u"p", node);
        break;
    case MarkdownKind::Heading:
        writeHeading(node);
        break;
    case MarkdownKind::BlockQuote:
        m_html += u"<blockquote>\n";
        writeChildren(node);
        m_html += u"</blockquote>";
        break;
    case MarkdownKind::List:
        writeList(node);
        break;
    case MarkdownKind::CodeBlock:
        writeCode(node);
        break;
    case MarkdownKind::ThematicBreak:
        m_html += u"<hr>";
        break;
    case MarkdownKind::Table:
        writeTable(node);
        break;
    default:
        return writeInline(node);
    }
    m_html += u'\n';
}

void HtmlWriter::writeInline(const MarkdownNode &node)
{
    switch (node.kind) {
    case MarkdownKind::Text:
        m_html += node.text.toHtmlEscaped();
        break;
    case MarkdownKind::SoftBreak:
        m_html += u'\n';
        break;
    case MarkdownKind::LineBreak:
        m_html += u"<br>\n";
        break;
    case MarkdownKind::Emphasis:
        writeElement(u"em", node);
        break;
    case MarkdownKind::Strong:
        writeElement(u"strong", node);
        break;
    case MarkdownKind::Code:
        m_html += u"<code>" + node.text.toHtmlEscaped() + u"</code>";
        break;
    case MarkdownKind::Link:
        writeLink(node);
        break;
    case MarkdownKind::Image:
        writeImage(node);
        break;
    default:
        writeChildren(node);
    }
}

void HtmlWriter::writeChildren(const MarkdownNode &node, bool tight)
{
    for (const MarkdownNode &child : node.children)
        write(child, tight);
}

void HtmlWriter::writeElement(QStringView name, const MarkdownNode &node)
{
    m_html += u'<' + name + u'>';
    writeChildren(node);
    m_html += u"</" + name + u'>';
}

void HtmlWriter::writeHeading(const MarkdownNode &node)
{
    writeElement(QString(u'h' + QString::number(std::clamp(node.level + m_headingOffset, 1, 6))), node);
}

void HtmlWriter::writeList(const MarkdownNode &node)
{
    const QString name = node.ordered ? u"ol"_s : u"ul"_s;
    m_html += u'<' + name;
    if (node.ordered && node.start != 1)
        m_html += u" start=\"" + QString::number(node.start) + u'"';
    m_html += u">\n";
    for (const MarkdownNode &item : node.children)
        writeItem(item, node.tight);
    m_html += u"</" + name + u'>';
}

void HtmlWriter::writeItem(const MarkdownNode &node, bool tight)
{
    m_html += u"<li>";
    for (const MarkdownNode &child : node.children) {
        const bool inlined = tight && child.kind == MarkdownKind::Paragraph;
        if (!inlined && !m_html.endsWith(u'\n'))
            m_html += u'\n';
        write(child, tight);
    }
    m_html += u"</li>\n";
}

void HtmlWriter::writeCode(const MarkdownNode &node)
{
    const QString language = node.title.section(u' ', 0, 0);
    m_html += u"<pre><code";
    if (!language.isEmpty())
        m_html += u" class=\"language-" + language.toHtmlEscaped() + u'"';
    m_html += u'>' + node.text.toHtmlEscaped() + u"</code></pre>";
}

void HtmlWriter::writeTable(const MarkdownNode &node)
{
    m_html += u"<table>\n";
    for (size_t i = 0; i < node.children.size(); ++i) {
        if (i == 0)
            m_html += u"<thead>\n";
        writeRow(node.children.at(i), node.columns);
        if (i == 0)
            m_html += u"</thead>\n<tbody>\n";
    }
    m_html += u"</tbody>\n</table>";
}

QStringView alignmentStyle(ColumnAlignment alignment)
{
    switch (alignment) {
    case ColumnAlignment::Left:
        return u" style=\"text-align: left\"";
    case ColumnAlignment::Center:
        return u" style=\"text-align: center\"";
    case ColumnAlignment::Right:
        return u" style=\"text-align: right\"";
    case ColumnAlignment::None:
        break;
    }
    return {};
}

void HtmlWriter::writeRow(const MarkdownNode &row, const QList<ColumnAlignment> &columns)
{
    const QStringView name = row.header ? u"th" : u"td";
    m_html += u"<tr>";
    for (size_t i = 0; i < row.children.size(); ++i) {
        m_html += u'<' + name + alignmentStyle(columns.value(static_cast<qsizetype>(i))) + u'>';
        writeChildren(row.children.at(i));
        m_html += u"</" + name + u'>';
    }
    m_html += u"</tr>\n";
}

QString HtmlWriter::titleAttribute(const MarkdownNode &node) const
{
    return node.title.isEmpty() ? QString() : QString(u" title=\"" + node.title.toHtmlEscaped() + u'"');
}

QString attributeUrl(const QString &url)
{
    return QString::fromLatin1(encodedLink(url)).toHtmlEscaped();
}

void HtmlWriter::writeLink(const MarkdownNode &node)
{
    const QString url = attributeUrl(node.url);
    if (url.isEmpty())
        return writeChildren(node);
    m_html += u"<a href=\"" + url + u'"' + titleAttribute(node) + u'>';
    writeChildren(node);
    m_html += u"</a>";
}

void HtmlWriter::writeImage(const MarkdownNode &node)
{
    const LinkKind kind = linkKind(node.url);
    const QString alt = node.text.toHtmlEscaped();
    const QString url = attributeUrl(node.url);
    if (kind == LinkKind::Relative)
        m_html += u"<img src=\"" + url + u"\" alt=\"" + alt + u'"' + titleAttribute(node) + u'>';
    else if (kind == LinkKind::External)
        m_html += u"<a href=\"" + url + u"\">" + (alt.isEmpty() ? url : alt) + u"</a>";
    else
        m_html += alt;
}

} // namespace

QString toSafeHtml(const MarkdownNode &node, int headingOffset)
{
    HtmlWriter writer(headingOffset);
    writer.write(node);
    return writer.html();
}

} // namespace casebook
