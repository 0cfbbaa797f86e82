#include "ui/typeset/inlinetypesetter.h"

#include "core/markdown/link.h"
#include "ui/typeset/inlineobjects.h"

#include <QUrl>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal referenceEm = 16; // at this size of type a picture has its own size
constexpr qreal tallest = 2.5;    // em: a picture that may stand within a line

} // namespace

void InlineTypesetter::append(const std::vector<MarkdownNode> &inlines, const QTextCharFormat &format)
{
    for (const MarkdownNode &node : inlines)
        append(node, format);
}

void InlineTypesetter::append(const MarkdownNode &node, const QTextCharFormat &format)
{
    QTextCharFormat inner = format;
    switch (node.kind) {
    case MarkdownKind::Text:
        m_flow.text(node.text, format);
        return;
    case MarkdownKind::SoftBreak:
        m_flow.text(u" "_s, format);
        return;
    case MarkdownKind::LineBreak:
        m_flow.text(QString(QChar::LineSeparator), format);
        return;
    case MarkdownKind::Code:
        m_flow.text(node.text, codeFormat(format));
        return;
    case MarkdownKind::Image:
        appendImage(node, format);
        return;
    case MarkdownKind::Emphasis:
        inner.setFontItalic(true);
        break;
    case MarkdownKind::Strong:
        inner.setFontWeight(QFont::Bold);
        break;
    case MarkdownKind::Link:
        inner = linkFormat(node.url, format);
        break;
    default:
        break;
    }
    append(node.children, inner);
}

QTextCharFormat InlineTypesetter::codeFormat(const QTextCharFormat &format) const
{
    const TypeStyle &style = m_flow.style();
    QTextCharFormat code = format;
    QFont font = style.mono;
    // In a heading code is as much larger as the heading is.
    font.setPointSizeF(font.pointSizeF() * format.fontPointSize() / style.body.pointSizeF());
    font.setWeight(format.font().weight());
    font.setItalic(format.fontItalic());
    code.setFont(font);
    code.setBackground(style.codeTint);
    return code;
}

QString InlineTypesetter::hrefOf(const QString &url) const
{
    switch (linkKind(url)) {
    case LinkKind::External:
        return QString::fromLatin1(encodedLink(url));
    case LinkKind::Fragment:
        return u'#' + m_options.anchorPrefix + QUrl::fromPercentEncoding(url.mid(1).toUtf8());
    case LinkKind::Relative:
        return m_options.resolve ? m_options.resolve(QUrl::fromPercentEncoding(url.section(u'#', 0, 0).toUtf8()))
                                 : QString();
    case LinkKind::Refused:
        break;
    }
    return {};
}

QTextCharFormat InlineTypesetter::linkFormat(const QString &url, const QTextCharFormat &format) const
{
    const QString href = hrefOf(url);
    return href.isEmpty() ? format : asLink(format, href, m_flow.style());
}

void InlineTypesetter::appendImage(const MarkdownNode &image, const QTextCharFormat &format)
{
    const Result<QImage> loaded = m_options.images ? m_options.images->image(image.url) : Error{};
    if (loaded) {
        const qreal scale = m_flow.style().em / referenceEm;
        // A tall picture that does not fit the rest of a line would stretch that line before it moves to the next.
        if (loaded->height() * scale > tallest * m_flow.style().em && !m_flow.cursor().atBlockStart())
            m_flow.text(QString(QChar::LineSeparator), format);
        QTextCharFormat picture = InlineObjects::picture(*loaded, scale, m_flow.indent(), image.text);
        if (format.isAnchor()) {
            picture.setAnchor(true);
            picture.setAnchorHref(format.anchorHref());
        }
        m_flow.text(QString(QChar::ObjectReplacementCharacter), picture);
        return;
    }
    QTextCharFormat note = format;
    note.setBackground(m_flow.style().codeTint);
    note.setForeground(m_flow.style().muted);
    m_flow.text(u'[' + (image.text.isEmpty() ? QString() : QString(image.text + u": ")) + image.url + u']', note);
}

QTextCharFormat asLink(const QTextCharFormat &format, const QString &href, const TypeStyle &style)
{
    QTextCharFormat link = format;
    link.setAnchor(true);
    link.setAnchorHref(href);
    link.setForeground(style.link);
    link.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    link.setUnderlineColor(style.onPage(style.link, 0.45));
    return link;
}

QString anchorName(const QString &heading)
{
    QString name;
    for (QChar c : heading) {
        if (c.isLetterOrNumber() || c == u'_' || c == u'-')
            name += c.toLower();
        else if (c.isSpace())
            name += u'-';
    }
    return name;
}

} // namespace casebook
