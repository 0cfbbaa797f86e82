#include "core/markdown/fromhtml.h"

#include "core/markdown/fromhtml/htmltree.h"
#include "core/markdown/fromhtml/inlineruns.h"
#include "core/markdown/fromhtml/tablereader.h"
#include "core/markdown/link.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

using Nodes = std::vector<MarkdownNode>;

constexpr qsizetype enoughToTell = 20'000;

/// How text looks because of the elements around it.
struct Look {
    QString href = {};
    bool bold = false;
    bool italic = false;
    bool code = false;
};

bool isWebAddress(const QString &address)
{
    return linkKind(address) == LinkKind::External;
}

bool isCode(const QString &name)
{
    return name == u"code" || name == u"tt" || name == u"kbd" || name == u"samp";
}

Look within(const HtmlNode &element, Look look)
{
    look.bold = (look.bold && !element.notBold) || element.bold;
    look.italic = (look.italic && !element.notItalic) || element.italic;
    look.code = look.code || isCode(element.name);
    if (element.name == u"a" && isWebAddress(element.href.trimmed()))
        look.href = element.href.trimmed();
    return look;
}

int headingLevel(const QString &name)
{
    return name.size() == 2 && name[0] == u'h' && name[1] >= u'1' && name[1] <= u'6' ? name[1].digitValue() : 0;
}

// All text inside of an element, as it is written.
void appendText(const HtmlNode &node, QString &text)
{
    if (node.name == u"br")
        text += u'\n';
    text += node.text;
    for (const HtmlNode &child : node.children)
        appendText(child, text);
}

QString languageOf(const HtmlNode &node)
{
    if (!node.codeLanguage.isEmpty())
        return node.codeLanguage;
    const auto code = std::find_if(node.children.begin(), node.children.end(),
                                   [](const HtmlNode &child) { return !child.codeLanguage.isEmpty(); });
    return code == node.children.end() ? QString() : code->codeLanguage;
}

/// Reads what is inside of one block: words are gathered until a block comes between.
class BlockReader {
public:
    explicit BlockReader(const Look &look) : m_look(look) {}

    /// What an element holds, or the one element itself.
    Nodes read(const HtmlNode &element);
    Nodes readWhole(const HtmlNode &element);

private:
    void readNode(const HtmlNode &node, const Look &look);
    void readInside(const HtmlNode &element, const Look &look);
    void readInline(const HtmlNode &element, const Look &look);
    void readBlock(const HtmlNode &element, const Look &look);
    void readList(const HtmlNode &list, const Look &look);
    void readTableOrCells(const HtmlNode &table, const Look &look);
    void readHeading(const HtmlNode &heading, int level, const Look &look);
    void readCode(const HtmlNode &pre);
    void readImage(const HtmlNode &image, const Look &look);
    void addText(const QString &text, const Look &look);
    void endParagraph();

    Look m_look;
    Nodes m_blocks;
    InlineRuns m_runs;
};

Nodes blocksIn(const HtmlNode &element, const Look &look)
{
    return BlockReader(look).read(element);
}

Nodes BlockReader::read(const HtmlNode &element)
{
    readInside(element, m_look);
    endParagraph();
    return std::move(m_blocks);
}

Nodes BlockReader::readWhole(const HtmlNode &element)
{
    readNode(element, m_look);
    endParagraph();
    return std::move(m_blocks);
}

void BlockReader::readNode(const HtmlNode &node, const Look &look)
{
    if (!node.isBlock) {
        readInline(node, within(node, look));
        return;
    }
    endParagraph();
    readBlock(node, within(node, look));
    endParagraph();
}

void BlockReader::readInside(const HtmlNode &element, const Look &look)
{
    for (const HtmlNode &child : element.children)
        readNode(child, look);
}

void BlockReader::addText(const QString &text, const Look &look)
{
    m_runs.push_back({.text = text, .href = look.href, .bold = look.bold, .italic = look.italic, .code = look.code});
}

void BlockReader::readInline(const HtmlNode &element, const Look &look)
{
    if (element.name.isEmpty())
        addText(element.text, look);
    else if (element.name == u"br")
        m_runs.push_back({.kind = InlineRun::Kind::Break});
    else if (element.name == u"img")
        readImage(element, look);
    else if (element.name == u"q")
        addText(u"“"_s, look);
    readInside(element, look);
    if (element.name == u"q")
        addText(u"”"_s, look);
}

// Only its address is kept: whoever shows it decides whether anything is fetched.
void BlockReader::readImage(const HtmlNode &image, const Look &look)
{
    const QString words = image.alt.simplified();
    if (words.isEmpty())
        return;
    if (isWebAddress(image.href) && !image.href.startsWith(u"mailto:", Qt::CaseInsensitive))
        m_runs.push_back({.kind = InlineRun::Kind::Image, .text = words, .href = look.href, .source = image.href});
    else
        addText(words, look);
}

void BlockReader::readBlock(const HtmlNode &element, const Look &look)
{
    const QString &name = element.name;
    if (const int level = headingLevel(name)) {
        readHeading(element, level, look);
    } else if (name == u"ul" || name == u"ol" || name == u"menu") {
        readList(element, look);
    } else if (name == u"blockquote") {
        Nodes inside = blocksIn(element, look);
        if (!inside.empty())
            m_blocks.push_back({.kind = MarkdownKind::BlockQuote, .children = std::move(inside)});
    } else if (name == u"pre") {
        readCode(element);
    } else if (name == u"hr") {
        m_blocks.push_back({.kind = MarkdownKind::ThematicBreak});
    } else if (name == u"table") {
        readTableOrCells(element, look);
    } else {
        readInside(element, look);
    }
}

void BlockReader::readHeading(const HtmlNode &heading, int level, const Look &look)
{
    if (heading.hasBlocks) { // no heading by what it holds
        readInside(heading, look);
        return;
    }
    Nodes words = blocksIn(heading, look);
    MarkdownNode node{.kind = MarkdownKind::Heading, .level = level};
    for (MarkdownNode &paragraph : words) {
        if (!node.children.empty())
            node.children.push_back({.kind = MarkdownKind::Text, .text = u" "_s});
        for (MarkdownNode &word : paragraph.children) {
            if (word.kind == MarkdownKind::LineBreak)
                node.children.push_back({.kind = MarkdownKind::Text, .text = u" "_s});
            else if (word.kind == MarkdownKind::Strong) // it is by being a heading
                std::move(word.children.begin(), word.children.end(), std::back_inserter(node.children));
            else
                node.children.push_back(std::move(word));
        }
    }
    if (!node.children.empty())
        m_blocks.push_back(std::move(node));
}

void BlockReader::readList(const HtmlNode &list, const Look &look)
{
    MarkdownNode node{
        .kind = MarkdownKind::List, .start = std::max(1, list.number), .ordered = list.name == u"ol", .tight = true};
    for (const HtmlNode &child : list.children) {
        if (child.name.isEmpty() && child.text.trimmed().isEmpty())
            continue;
        // A list between the items belongs to the one above.
        const bool isItem = child.name == u"li";
        Nodes inside = isItem ? blocksIn(child, within(child, look)) : BlockReader(look).readWhole(child);
        if (inside.empty())
            continue;
        if (!isItem && !node.children.empty()) {
            Nodes &last = node.children.back().children;
            std::move(inside.begin(), inside.end(), std::back_inserter(last));
        } else {
            node.children.push_back({.kind = MarkdownKind::Item, .children = std::move(inside)});
        }
    }
    for (const MarkdownNode &item : node.children) {
        const auto isOther = [](const MarkdownNode &block) { return block.kind != MarkdownKind::List; };
        node.tight = node.tight && std::count_if(item.children.begin(), item.children.end(), isOther) <= 1;
    }
    if (!node.children.empty())
        m_blocks.push_back(std::move(node));
}

void BlockReader::readTableOrCells(const HtmlNode &table, const Look &look)
{
    const auto blocksOf = [&look](const HtmlNode &cell) { return blocksIn(cell, within(cell, look)); };
    for (const HtmlNode &child : table.children) {
        if (child.name == u"caption")
            readBlock(child, look);
    }
    endParagraph();
    if (std::optional<MarkdownNode> grid = readTable(table, blocksOf)) {
        m_blocks.push_back(std::move(*grid));
        return;
    }
    for (const HtmlNode *row : tableRows(table))
        readInside(*row, look);
}

void BlockReader::readCode(const HtmlNode &pre)
{
    QString text;
    appendText(pre, text);
    text.replace(u"\r\n"_s, u"\n"_s);
    if (text.startsWith(u'\n'))
        text.remove(0, 1);
    while (text.endsWith(u'\n'))
        text.chop(1);
    if (!text.trimmed().isEmpty())
        m_blocks.push_back({.kind = MarkdownKind::CodeBlock, .text = text + u'\n', .title = languageOf(pre)});
}

// Two breaks in a row end a paragraph as well.
void BlockReader::endParagraph()
{
    const auto add = [this](InlineRuns runs) {
        runs = tidied(std::move(runs));
        if (!runs.empty())
            m_blocks.push_back({.kind = MarkdownKind::Paragraph, .children = inlineNodes(runs)});
    };
    InlineRuns paragraph;
    int breaks = 0;
    for (InlineRun &run : m_runs) {
        const bool isBlank = run.kind == InlineRun::Kind::Text && run.text.trimmed().isEmpty();
        if (run.kind == InlineRun::Kind::Break && ++breaks == 2)
            add(std::exchange(paragraph, {}));
        if (run.kind != InlineRun::Kind::Break && !isBlank)
            breaks = 0;
        paragraph.push_back(std::move(run));
    }
    m_runs.clear();
    add(std::move(paragraph));
}

} // namespace

MarkdownNode markdownOf(const HtmlNode &element)
{
    return {.kind = MarkdownKind::Document, .children = blocksIn(element, {})};
}

MarkdownNode fromHtml(QStringView html)
{
    return markdownOf(parseHtml(html));
}

bool isPreformatted(QStringView html)
{
    const HtmlNode page = parseHtml(html.first(std::min(html.size(), enoughToTell)));
    const HtmlNode *node = &page;
    while (node) {
        if (node->keepsBlanks && node->name != u"pre")
            return true;
        const HtmlNode *only = nullptr;
        for (const HtmlNode &child : node->children) {
            const bool isNothing = child.children.empty() && child.text.trimmed().isEmpty();
            if (!isNothing && only)
                return false;
            only = isNothing ? only : &child;
        }
        node = only;
    }
    return false;
}

} // namespace casebook
