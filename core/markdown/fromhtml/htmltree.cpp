#include "core/markdown/fromhtml/htmltree.h"

#include "core/markdown/fromhtml/htmltokens.h"

#include <QSet>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostElements = 100'000;
constexpr qsizetype longestTitle = 1000;

const QSet<QString> &blockNames()
{
    static const QSet<QString> names{
        u"address"_s, u"article"_s, u"aside"_s, u"blockquote"_s, u"body"_s,     u"center"_s,     u"dd"_s,
        u"details"_s, u"div"_s,     u"dl"_s,    u"dt"_s,         u"fieldset"_s, u"figcaption"_s, u"figure"_s,
        u"footer"_s,  u"form"_s,    u"h1"_s,    u"h2"_s,         u"h3"_s,       u"h4"_s,         u"h5"_s,
        u"h6"_s,      u"header"_s,  u"hr"_s,    u"html"_s,       u"li"_s,       u"main"_s,       u"menu"_s,
        u"nav"_s,     u"ol"_s,      u"p"_s,     u"pre"_s,        u"section"_s,  u"summary"_s,    u"table"_s,
        u"tbody"_s,   u"td"_s,      u"tfoot"_s, u"th"_s,         u"thead"_s,    u"tr"_s,         u"ul"_s,
        u"caption"_s,
    };
    return names;
}

// What is inside of these is not text of the page.
bool isLeftOut(const QString &name)
{
    static const QSet<QString> names{
        u"script"_s, u"style"_s,  u"title"_s,    u"textarea"_s, u"noscript"_s,   u"iframe"_s, u"noframes"_s,
        u"xmp"_s,    u"svg"_s,    u"object"_s,   u"template"_s, u"video"_s,      u"audio"_s,  u"canvas"_s,
        u"select"_s, u"button"_s, u"datalist"_s, u"embed"_s,    u"annotation"_s,
    };
    return names.contains(name);
}

// Elements that hold nothing to be read, and so are nothing in the tree.
bool isBare(const QString &name)
{
    static const QSet<QString> names{u"meta"_s,  u"link"_s,   u"base"_s,  u"input"_s, u"area"_s,
                                     u"param"_s, u"source"_s, u"track"_s, u"wbr"_s,   u"col"_s};
    return names.contains(name);
}

bool isTablePart(const QString &name)
{
    static const QSet<QString> names{u"table"_s, u"thead"_s, u"tbody"_s, u"tfoot"_s, u"tr"_s, u"td"_s, u"th"_s};
    return names.contains(name);
}

// Whether an element may end without an end of its own.
bool endsByItself(const QString &name)
{
    return name == u"p" || name == u"li" || name == u"dt" || name == u"dd" || (name != u"table" && isTablePart(name));
}

// Whether an open element ends where another begins.
bool endsAt(const QString &open, const QString &next)
{
    static const QSet<QString> cells{u"td"_s, u"th"_s};
    static const QSet<QString> sections{u"thead"_s, u"tbody"_s, u"tfoot"_s};
    if (open == u"p")
        return blockNames().contains(next);
    if (open == u"li")
        return next == open;
    if (open == u"dt" || open == u"dd")
        return next == u"dt" || next == u"dd";
    if (cells.contains(open))
        return cells.contains(next) || next == u"tr" || sections.contains(next);
    if (open == u"tr")
        return next == u"tr" || sections.contains(next);
    return sections.contains(open) && sections.contains(next);
}

// What an element that ends by itself does not reach out of.
bool bounds(const QString &open, const QString &next)
{
    if (next == u"li")
        return open == u"ul" || open == u"ol" || open == u"menu";
    return open == u"table" || (open == u"td" && next != u"td" && next != u"th" && next != u"tr")
        || (open == u"th" && next != u"td" && next != u"th" && next != u"tr");
}

// The value of a property of a style without blanks, in lower case; "" without one.
QStringView styleValue(QStringView style, QStringView property)
{
    for (qsizetype at = 0; at < style.size();) {
        const qsizetype semicolon = style.indexOf(u';', at);
        const QStringView rule = style.sliced(at, (semicolon < 0 ? style.size() : semicolon) - at);
        if (rule.startsWith(property) && rule.size() > property.size() && rule[property.size()] == u':')
            return rule.sliced(property.size() + 1);
        at += rule.size() + 1;
    }
    return {};
}

void readStyle(HtmlNode &node, QString style)
{
    style = style.toLower();
    style.removeIf([](QChar c) { return c.isSpace(); });
    const QStringView weight = styleValue(style, u"font-weight");
    const QStringView slant = styleValue(style, u"font-style");
    const bool isNumber = !weight.isEmpty() && weight[0].isDigit();
    node.notBold = weight == u"normal" || (isNumber && weight.toInt() < 600);
    node.bold = !node.notBold && (node.bold || weight.startsWith(u"bold") || isNumber);
    node.notItalic = slant == u"normal";
    node.italic = !node.notItalic && (node.italic || slant == u"italic" || slant.startsWith(u"oblique"));
    node.keepsBlanks = node.keepsBlanks || styleValue(style, u"white-space") == u"pre";
    if (const QStringView align = styleValue(style, u"text-align"); !align.isEmpty())
        node.align = align.toString();
}

HtmlNode nodeOf(const HtmlToken &token)
{
    HtmlNode node{.name = token.text};
    node.isBlock = blockNames().contains(token.text);
    node.endsByItself = node.isBlock && endsByItself(token.text);
    node.bold = token.text == u"b" || token.text == u"strong";
    node.italic = token.text == u"i" || token.text == u"em" || token.text == u"var" || token.text == u"dfn";
    node.keepsBlanks = token.text == u"pre";
    node.href = token.attribute(token.text == u"img" ? u"src" : u"href");
    // Pages that load pictures late have the address elsewhere.
    if (const QString late = token.attribute(u"data-src"); token.text == u"img" && !late.isEmpty())
        node.href = late;
    node.role = token.attribute(u"role").simplified().toLower();
    node.alt = token.attribute(u"alt");
    node.align = token.attribute(u"align").toLower();
    node.number = token.attribute(token.text == u"ol" ? u"start" : u"colspan").toInt();
    if (const QString style = token.attribute(u"style"); !style.isEmpty())
        readStyle(node, style);
    const QString classes = token.attribute(u"class");
    node.labels = QString(classes + u' ' + token.attribute(u"id")).toLower();
    if (const qsizetype at = classes.indexOf(u"language-"); at >= 0)
        node.codeLanguage = classes.sliced(at + 9).section(u' ', 0, 0);
    return node;
}

bool isHidden(const HtmlToken &token)
{
    return token.hasAttribute(u"hidden")
        || token.attribute(u"style").remove(u' ').contains(u"display:none", Qt::CaseInsensitive);
}

class HtmlTreeBuilder {
public:
    HtmlPage build(QStringView html);

private:
    void open(const HtmlToken &token);
    void close(const QString &name);
    void addText(const QString &text);
    void endBefore(const QString &name);
    void closeLast();

    /// The way from the page to where text goes; a child is handed to its parent when it is closed.
    std::vector<HtmlNode> m_open;
    int m_count = 0;
    HtmlPage m_page;
    QString m_leftOut;      ///< the name of an open element that is left out
    int m_leftOutDepth = 0; ///< how many of that name are open inside of each other
};

HtmlPage HtmlTreeBuilder::build(QStringView html)
{
    m_open.push_back({.name = u"html"_s, .isBlock = true});
    readHtmlTokens(html, [this](const HtmlToken &token) {
        if (token.kind == HtmlToken::Kind::Start)
            open(token);
        else if (token.kind == HtmlToken::Kind::End)
            close(token.text);
        else if (m_leftOutDepth == 0)
            addText(token.text);
        else if (m_leftOut == u"title" && m_page.title.size() < longestTitle)
            m_page.title += token.text;
    });
    while (m_open.size() > 1)
        closeLast();
    m_page.root = std::move(m_open.front());
    m_page.title = m_page.title.simplified();
    return std::move(m_page);
}

void HtmlTreeBuilder::addText(const QString &text)
{
    std::vector<HtmlNode> &children = m_open.back().children;
    if (!children.empty() && children.back().name.isEmpty())
        children.back().text += text;
    else
        children.push_back({.text = text});
}

void HtmlTreeBuilder::open(const HtmlToken &token)
{
    if (m_leftOutDepth > 0) {
        m_leftOutDepth += token.text == m_leftOut ? 1 : 0;
        return;
    }
    if (isLeftOut(token.text) || isHidden(token)) {
        m_leftOut = token.text;
        m_leftOutDepth = 1;
        return;
    }
    if (token.text == u"base" && m_page.base.isEmpty())
        m_page.base = token.attribute(u"href").trimmed();
    if (isBare(token.text))
        return;
    if (blockNames().contains(token.text))
        endBefore(token.text);
    if (++m_count > mostElements || m_open.size() >= htmlMaximumDepth)
        return;
    m_open.push_back(nodeOf(token));
}

// Ends what a block ends by beginning, as far up as nothing holds it.
void HtmlTreeBuilder::endBefore(const QString &name)
{
    for (std::size_t i = m_open.size(); i-- > 1 && !bounds(m_open[i].name, name);) {
        if (!m_open[i].endsByItself || !endsAt(m_open[i].name, name))
            continue;
        while (m_open.size() > i)
            closeLast();
    }
}

void HtmlTreeBuilder::closeLast()
{
    HtmlNode node = std::move(m_open.back());
    m_open.pop_back();
    HtmlNode &parent = m_open.back();
    parent.hasBlocks = parent.hasBlocks || node.isBlock || node.hasBlocks;
    parent.children.push_back(std::move(node));
}

void HtmlTreeBuilder::close(const QString &name)
{
    if (m_leftOutDepth > 0) {
        m_leftOutDepth -= name == m_leftOut ? 1 : 0;
        return;
    }
    for (std::size_t i = m_open.size(); i-- > 1;) {
        if (m_open[i].name == name) {
            while (m_open.size() > i)
                closeLast();
            return;
        }
        if (isTablePart(m_open[i].name) && !isTablePart(name))
            return; // a stray end inside of a cell does not end what is around the table
    }
}

} // namespace

HtmlPage parseHtmlPage(QStringView html)
{
    return HtmlTreeBuilder().build(html);
}

HtmlNode parseHtml(QStringView html)
{
    return parseHtmlPage(html).root;
}

} // namespace casebook
