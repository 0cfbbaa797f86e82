#include "core/importers/citedsources.h"

#include "core/importers/sourceaddress.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &sourceLabel()
{
    static const QRegularExpression label(u"^\\s*(?:sources?|references?|links?)\\s*:\\s*"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return label;
}

bool isNumber(const QString &text)
{
    static const QRegularExpression number(u"^[\\[(]?\\d{1,3}[\\])]?$"_s);
    return number.match(text).hasMatch();
}

/// Whether the words of a link say nothing about the page behind it.
bool saysNothing(const QString &text, const QString &url)
{
    static const QRegularExpression empty(u"^\\W*(?:source|link|here|blog|post|article|talk|video|site|website|their "
                                          "(?:tech )?blog|this article|read more|more|read it here)?\\W*$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return text == url || text.startsWith(u"http") || isNumber(text) || empty.match(text).hasMatch();
}

/// Takes the year out of a title that ends with it in parentheses; else reads one and leaves the title.
int takeYear(QString &title)
{
    static const QRegularExpression alone(u"\\s*[(\\[]((?:19|20)\\d\\d)[)\\]]\\s*$"_s);
    static const QRegularExpression within(
        u"\\([^()]*\\b((?:19|20)\\d\\d)\\b[^()]*\\)\\s*$|\\bin ((?:19|20)\\d\\d)\\b"_s);
    if (const auto match = alone.match(title); match.hasMatch() && match.capturedStart() > 0) {
        title.truncate(match.capturedStart());
        return match.captured(1).toInt();
    }
    const auto match = within.match(title);
    return match.hasMatch() ? QString(match.captured(1) + match.captured(2)).toInt() : 0;
}

int yearRightAfter(const QString &text)
{
    static const QRegularExpression year(u"^\\s*,?\\s*(?:in\\s+)?[(\\[]?((?:19|20)\\d\\d)(?!\\d)[)\\]]?"_s);
    const auto match = year.match(text);
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

/// The links and the words around them, in order: links have an address.
void flatten(const MarkdownNode &node, QList<FoundLink> &runs)
{
    if (node.kind == MarkdownKind::Link || node.kind == MarkdownKind::Image) {
        runs.append({plainText(node).simplified(), node.url});
        return;
    }
    if (node.kind == MarkdownKind::Text || node.kind == MarkdownKind::Code)
        runs.append({node.text, {}});
    else if (node.kind == MarkdownKind::SoftBreak || node.kind == MarkdownKind::LineBreak)
        runs.append({u" "_s, {}});
    else if (!node.isBlock() || node.kind == MarkdownKind::Paragraph || node.kind == MarkdownKind::List
             || node.kind == MarkdownKind::Item) {
        for (const MarkdownNode &child : node.children)
            flatten(child, runs);
    } else {
        runs.append({plainText(node), {}});
    }
}

QString joinedWords(const QList<FoundLink> &runs, qsizetype from)
{
    QString text;
    for (qsizetype i = from; i < runs.size() && runs.at(i).url.isEmpty(); ++i)
        text += runs.at(i).text;
    return text;
}

bool hasWords(QString text)
{
    static const QRegularExpression harmless(u"\\band\\b|[(\\[](?:19|20)\\d\\d[)\\]]"_s);
    text.remove(harmless);
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber() || c.unicode() > 0x2fff; });
}

} // namespace

ImportedSource sourceFrom(const FoundLink &link, const QString &after)
{
    ImportedSource source{link.text.simplified(), link.url};
    source.year = takeYear(source.title);
    if (source.year == 0)
        source.year = yearRightAfter(after);
    if (saysNothing(source.title, link.url))
        source.title = titleFromAddress(link.url);
    return source;
}

void addSource(QList<ImportedSource> &sources, const ImportedSource &source)
{
    const QString key = addressKey(source.url);
    const auto same = std::find_if(sources.begin(), sources.end(),
                                   [&](const ImportedSource &other) { return addressKey(other.url) == key; });
    if (same == sources.end()) {
        sources.append(source);
        return;
    }
    if (same->title == titleFromAddress(same->url))
        same->title = source.title;
    if (same->year == 0)
        same->year = source.year;
}

int newestYear(const QList<ImportedSource> &sources)
{
    int newest = 0;
    for (const ImportedSource &source : sources)
        newest = std::max(newest, source.year);
    return newest;
}

bool namesSources(const MarkdownNode &paragraph)
{
    return paragraph.kind == MarkdownKind::Paragraph && sourceLabel().match(plainText(paragraph)).hasMatch();
}

CitedSources readSources(const MarkdownNode &block)
{
    CitedSources cited;
    QList<FoundLink> runs;
    flatten(block, runs);
    QString words = joinedWords(runs, 0);
    words.remove(sourceLabel());
    cited.complete = !hasWords(words);
    for (qsizetype i = 0; i < runs.size(); ++i) {
        if (runs.at(i).url.isEmpty())
            continue;
        const QString after = joinedWords(runs, i + 1);
        cited.complete = cited.complete && !hasWords(after) && isSourceAddress(runs.at(i).url);
        if (isSourceAddress(runs.at(i).url))
            addSource(cited.sources, sourceFrom(runs.at(i), after));
    }
    cited.continues = cited.sources.isEmpty() && cited.complete;
    return cited;
}

} // namespace casebook
