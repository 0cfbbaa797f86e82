#include "core/sources/readablehtml.h"

#include "core/markdown/fromhtml.h"
#include "core/markdown/fromhtml/htmltree.h"
#include "core/sources/htmlmeasure.h"
#include "core/sources/maincontent.h"

#include <QCoreApplication>
#include <QUrl>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leastText = 80; // characters: where fewer are left, too much was taken away

QString absolute(const QString &address, const QUrl &base)
{
    const QString trimmed = address.trimmed();
    if (trimmed.isEmpty() || trimmed.startsWith(u'#') || trimmed.size() > 8192)
        return trimmed;
    const QUrl url = base.resolved(QUrl(trimmed));
    return url.isValid() ? url.toString(QUrl::FullyEncoded) : QString();
}

QUrl baseOf(const HtmlPage &page, const QString &address)
{
    const QUrl own(address);
    return page.base.isEmpty() ? own : own.resolved(QUrl(page.base));
}

// The sign behind a heading that leads to the heading itself.
bool isAnchorSign(const HtmlNode &node)
{
    static const QStringList signs{u"#"_s, u"\u00B6"_s, u"\u00A7"_s, u"\U0001F517"_s, u"link"_s};
    return node.name == u"a" && node.children.size() == 1 && signs.contains(node.children.front().text.trimmed());
}

bool isHeading(const HtmlNode &node)
{
    return node.name.size() == 2 && node.name[0] == u'h' && node.name[1].isDigit();
}

// Whole addresses, and pictures only where they are wanted. Those without words get a word, so that they are not lost.
void prepare(HtmlNode &node, const QUrl &base, bool pictures)
{
    if (!pictures)
        std::erase_if(node.children, [](const HtmlNode &child) { return child.name == u"img"; });
    if (isHeading(node))
        std::erase_if(node.children, isAnchorSign);
    if (!node.href.isEmpty())
        node.href = absolute(node.href, base);
    if (node.name == u"img" && node.alt.trimmed().isEmpty())
        node.alt = QCoreApplication::translate("ReadableText", "Picture");
    for (HtmlNode &child : node.children)
        prepare(child, base, pictures);
}

} // namespace

ReadableText readableHtml(const QString &html, const QString &address, const ReadableOptions &options)
{
    HtmlPage page = parseHtmlPage(html);
    prepare(page.root, baseOf(page, address), options.pictures);
    ReadableText readable{page.title, {}};
    if (!options.wholePage) {
        const HtmlNode pruned = withoutSurroundings(page.root);
        const HtmlNode &content = mainContent(pruned);
        if (measureOf(content).text >= leastText) {
            readable.document = markdownOf(content);
            return readable;
        }
    }
    readable.document = markdownOf(page.root);
    return readable;
}

} // namespace casebook
