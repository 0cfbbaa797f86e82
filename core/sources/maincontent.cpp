#include "core/sources/maincontent.h"

#include "core/sources/htmlmeasure.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leastText = 140;     // characters: with fewer, a part is not what a page is about
constexpr qsizetype leastParagraph = 25; // characters of a paragraph that counts
constexpr double betterPart = 0.4;       // of a page's text: as much is never taken away
constexpr double goodPart = 0.25;        // of a page's prose that what calls itself the main part must have
constexpr double clearPart = 0.5;        // and an article, to stand for the page
constexpr double nearlyAll = 0.75;       // and what calls itself nothing

bool isSurroundingByName(const HtmlNode &node, const HtmlNode &parent)
{
    static const QSet<QString> names{u"nav"_s, u"form"_s, u"fieldset"_s, u"dialog"_s, u"label"_s};
    static const QSet<QString> roles{u"navigation"_s, u"banner"_s,  u"contentinfo"_s, u"search"_s, u"complementary"_s,
                                     u"dialog"_s,     u"menu"_s,    u"menubar"_s,     u"form"_s,   u"alertdialog"_s,
                                     u"toolbar"_s,    u"tablist"_s, u"button"_s,      u"switch"_s};
    // The footer of a quote says who is quoted.
    const bool isFooter = node.name == u"footer" && parent.name != u"blockquote" && parent.name != u"figure";
    return isFooter || names.contains(node.name) || roles.contains(node.role);
}

bool isSurroundingByLabel(const HtmlNode &node)
{
    static const QSet<QString> words{
        u"nav"_s,        u"navbar"_s,  u"navigation"_s, u"menu"_s,      u"sidebar"_s,     u"breadcrumb"_s,
        u"crumbs"_s,     u"footer"_s,  u"cookie"_s,     u"cookies"_s,   u"consent"_s,     u"gdpr"_s,
        u"share"_s,      u"sharing"_s, u"social"_s,     u"related"_s,   u"recommended"_s, u"newsletter"_s,
        u"subscribe"_s,  u"signup"_s,  u"comments"_s,   u"disqus"_s,    u"advert"_s,      u"advertisement"_s,
        u"ads"_s,        u"promo"_s,   u"sponsor"_s,    u"sponsored"_s, u"popup"_s,       u"modal"_s,
        u"pagination"_s, u"pager"_s,   u"toc"_s,        u"masthead"_s,  u"breadcrumbs"_s, u"pagetools"_s,
    };
    if (!node.isBlock || node.labels.size() < 2)
        return false;
    QString labels = node.labels;
    labels.replace(u'-', u' ').replace(u'_', u' ');
    const QStringList parts = labels.split(u' ', Qt::SkipEmptyParts);
    // "has-sidebar" and "menu-open" are said of what is beside it.
    static const QSet<QString> tellOfOthers{u"has"_s, u"no"_s, u"with"_s, u"without"_s, u"open"_s, u"is"_s};
    const auto isOf = [&](const QSet<QString> &set) {
        return std::any_of(parts.begin(), parts.end(), [&](const QString &part) { return set.contains(part); });
    };
    return isOf(words) && !isOf(tellOfOthers);
}

// A note beside the text that belongs to it, unlike other things that stand aside.
bool isNote(const HtmlNode &node)
{
    static const QStringList words{u"note"_s, u"tip"_s, u"warning"_s, u"admonition"_s, u"callout"_s, u"quote"_s};
    return std::any_of(words.begin(), words.end(), [&](const QString &word) { return node.labels.contains(word); });
}

bool holdsTitle(const HtmlNode &node)
{
    bool holds = false;
    visitElements(node, [&](const HtmlNode &inner) {
        holds = holds || inner.name == u"h1" || inner.name == u"main" || inner.name == u"article";
    });
    return holds;
}

class Pruner {
public:
    explicit Pruner(qsizetype wholeText) : m_mostText(static_cast<qsizetype>(betterPart * double(wholeText))) {}

    void prune(HtmlNode &node) const
    {
        std::erase_if(node.children, [&](const HtmlNode &child) { return goes(child, node); });
        for (HtmlNode &child : node.children)
            prune(child);
    }

private:
    bool goes(const HtmlNode &node, const HtmlNode &parent) const
    {
        if (node.name.isEmpty() || node.name == u"body" || node.name == u"main" || node.name == u"html")
            return false;
        const bool isAside = node.name == u"aside" && !isNote(node);
        const bool isHeader = node.name == u"header";
        if (!isAside && !isHeader && !isSurroundingByName(node, parent) && !isSurroundingByLabel(node))
            return false;
        if (measureOf(node).text > m_mostText)
            return false;
        return !holdsTitle(node);
    }

    qsizetype m_mostText;
};

/// Finds the element with the most prose: each paragraph counts for what holds it, and half for what holds that.
class Scores {
public:
    explicit Scores(const HtmlNode &page) { visit(page, nullptr, nullptr); }

    const HtmlNode *best() const
    {
        const HtmlNode *found = nullptr;
        double most = 0;
        for (const HtmlNode *node : m_order) {
            if (const double score = of(*node); score > most) {
                most = score;
                found = node;
            }
        }
        return found;
    }

    double of(const HtmlNode &node) const
    {
        const double score = m_scores.value(&node);
        return score > 0 ? score * (1 - measureOf(node).linkDensity()) : 0;
    }

    const HtmlNode *parentOf(const HtmlNode &node) const { return m_parents.value(&node); }

private:
    void visit(const HtmlNode &node, const HtmlNode *parent, const HtmlNode *grandparent)
    {
        m_parents.insert(&node, parent);
        if (parent && isParagraph(node))
            count(measureOf(node), parent, grandparent);
        for (const HtmlNode &child : node.children) {
            if (child.isBlock)
                visit(child, &node, parent);
        }
    }

    static bool isParagraph(const HtmlNode &node)
    {
        return node.name == u"p" || node.name == u"pre" || node.name == u"li" || !node.hasBlocks;
    }

    void count(const HtmlMeasure &measure, const HtmlNode *parent, const HtmlNode *grandparent)
    {
        if (measure.text < leastParagraph)
            return;
        const double score = 1 + double(measure.commas) + std::min(3.0, double(measure.text) / 100);
        add(parent, score);
        if (grandparent)
            add(grandparent, score / 2);
    }

    void add(const HtmlNode *node, double score)
    {
        if (!m_scores.contains(node))
            m_order.append(node);
        m_scores[node] += score;
    }

    QHash<const HtmlNode *, double> m_scores;
    QHash<const HtmlNode *, const HtmlNode *> m_parents;
    QList<const HtmlNode *> m_order;
};

// The largest element of a kind, nothing where there is none.
template<typename IsMeant>
const HtmlNode *largest(const HtmlNode &page, const IsMeant &isMeant)
{
    const HtmlNode *found = nullptr;
    qsizetype most = 0;
    visitElements(page, [&](const HtmlNode &node) {
        if (!isMeant(node))
            return;
        if (const qsizetype text = measureOf(node).text; text > most) {
            most = text;
            found = &node;
        }
    });
    return found;
}

bool isMain(const HtmlNode &node)
{
    return node.name == u"main" || node.role == u"main";
}

bool isArticle(const HtmlNode &node)
{
    return node.name == u"article" || node.role == u"article";
}

// The element in which nearly all of the prose stands, and from the one with the most of it not a step further out than
// that takes.
const HtmlNode *mostProse(const HtmlNode &page, qsizetype wholeProse)
{
    const Scores scores(page);
    const HtmlNode *node = scores.best();
    while (node && node != &page && double(measureOf(*node).prose()) < nearlyAll * double(wholeProse))
        node = scores.parentOf(*node);
    return node;
}

} // namespace

HtmlNode withoutSurroundings(HtmlNode page)
{
    Pruner(measureOf(page).text).prune(page);
    return page;
}

const HtmlNode &mainContent(const HtmlNode &page)
{
    const qsizetype whole = measureOf(page).prose();
    const auto isEnough = [&](const HtmlNode *node, double part) {
        const HtmlMeasure measure = node ? measureOf(*node) : HtmlMeasure();
        return measure.text >= leastText && double(measure.prose()) >= part * double(whole);
    };
    const HtmlNode *main = largest(page, isMain);
    const HtmlNode &region = isEnough(main, goodPart) ? *main : page;
    if (const HtmlNode *article = largest(region, isArticle); isEnough(article, clearPart))
        return *article;
    if (&region != &page)
        return region;
    const HtmlNode *prose = mostProse(page, whole);
    return isEnough(prose, nearlyAll) ? *prose : page;
}

} // namespace casebook
