#include "core/importers/listentry.h"

#include "core/importers/citedsources.h"
#include "core/markdown/markdownwriter.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct Lead {
    QString name;
    QString url = {};      ///< its address, if it is a link
    bool isPlain = false;  ///< neither strong nor a link
    bool isLinked = false; ///< the entry has links
};

/// "Company: …", "Company (…)", "Company – …": what stands before, where it may be a name.
QString plainName(const QString &text)
{
    static const QRegularExpression shape(u"^([\\p{Lu}\\p{N}][^:()\\[\\]–—]{0,60}?)\\s*(?::\\s|:$|\\(|\\s-\\s|–|—)"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression noName(
        u"^(?:slides?|videos?|talks?|blog|posts?|articles?|sources?|links?|websites?|docs|documentation|repo(?:sitory)?"
        u"|"
        "code|github|twitter|contacts?|e-?mail|notes?|see|more|read|also|edit|update|licen[cs]e|demo|paper|podcast|"
        "references?|example|or|and)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString name = shape.match(text).captured(1).simplified();
    constexpr int mostBlanks = 4;
    return name.count(u' ') > mostBlanks || name.contains(noName) ? QString() : name;
}

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// The words with which an entry begins, where they are a link or strong, or may be a name.
std::optional<Lead> leadOf(const MarkdownNode &item)
{
    if (item.children.empty() || item.children.front().kind != MarkdownKind::Paragraph)
        return {};
    const std::vector<MarkdownNode> &inlines = item.children.front().children;
    const auto isText = [](const MarkdownNode &node) { return node.kind == MarkdownKind::Text; };
    const auto first = std::find_if_not(inlines.begin(), inlines.end(), isText);
    QString before;
    for (auto node = inlines.begin(); node != first; ++node)
        before += node->text;
    static const QRegularExpression box(u"^\\s*\\[[ xX]\\]\\s*"_s);
    before.remove(box);
    const bool isLinked = !linksIn(item).isEmpty();
    if (hasLetters(before)) {
        const QString name = plainName(before.trimmed() + u' ');
        return name.isEmpty() ? std::nullopt : std::optional(Lead{name, {}, true, isLinked});
    }
    if (first == inlines.end() || (first->kind != MarkdownKind::Strong && first->kind != MarkdownKind::Link))
        return {};
    const QList<FoundLink> links = linksIn(*first);
    static const QRegularExpression ending(u"\\s*[:–—-]?\\s*$"_s);
    const QString name = withoutTags(plainText(*first).simplified().remove(ending));
    const bool isAddress =
        name.isEmpty() || name.startsWith(u"http") || (!links.isEmpty() && name == links.first().url);
    if (isAddress || (first->kind == MarkdownKind::Link && links.isEmpty()))
        return {};
    return Lead{name, links.isEmpty() ? QString() : links.first().url, false, isLinked};
}

/// All links but the one that leads to the organization itself; that one where it is alone.
QList<ImportedSource> sourcesBeside(const QList<FoundLink> &links, const QString &home)
{
    QList<ImportedSource> sources;
    for (const FoundLink &link : links) {
        if (link.url != home)
            addSource(sources, sourceFrom(link));
    }
    if (sources.isEmpty() && !links.isEmpty())
        addSource(sources, sourceFrom(links.first()));
    return sources;
}

enum class Column {
    Organization,
    Topic,
    Year,
    Other,
};

Column columnCalled(const QString &header)
{
    static const QRegularExpression organization(
        u"^(?:organi[sz]ations?|compan(?:y|ies)|adopters?|users?|who|name|customers?|project|product)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression topic(u"^(?:industry|sector|category|topic|domain)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression year(u"^(?:year|since|adopted)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    if (header.contains(organization))
        return Column::Organization;
    if (header.contains(topic))
        return Column::Topic;
    return header.contains(year) ? Column::Year : Column::Other;
}

QString markdownOf(const MarkdownNode &cell)
{
    MarkdownNode paragraph{.kind = MarkdownKind::Paragraph, .children = cell.children};
    MarkdownNode document{.kind = MarkdownKind::Document};
    document.children.push_back(std::move(paragraph));
    return toMarkdown(document).replace(u'\n', u' ');
}

ImportedCase caseInRow(const MarkdownNode &row, const QStringList &headers, qsizetype organization)
{
    ImportedCase one;
    QStringList lines;
    static const QRegularExpression year(u"\\b(?:19|20)\\d\\d\\b"_s);
    for (std::size_t i = 0; i < row.children.size(); ++i) {
        const MarkdownNode &cell = row.children[i];
        const QString text = plainText(cell).simplified();
        const QString header = headers.value(static_cast<qsizetype>(i));
        if (static_cast<qsizetype>(i) == organization) {
            one.organization = withoutTags(text);
            if (!linksIn(cell).isEmpty() || markdownOf(cell) != one.organization)
                lines.prepend(u"- "_s + header + u": "_s + markdownOf(cell));
            continue;
        }
        if (columnCalled(header) == Column::Topic && one.topic.isEmpty())
            one.topic = text;
        else if (!text.isEmpty() || !linksIn(cell).isEmpty())
            lines.append(u"- "_s + header + u": "_s + markdownOf(cell));
        if (columnCalled(header) == Column::Year)
            one.year = year.match(text).captured().toInt();
    }
    one.title = one.organization;
    const QList<FoundLink> home = linksIn(row.children[static_cast<std::size_t>(organization)]);
    one.sources = sourcesBeside(linksIn(row), home.isEmpty() ? QString() : home.first().url);
    one.body = lines.join(u'\n');
    one.line = row.line;
    return one;
}

} // namespace

QString withoutTags(const QString &text)
{
    static const QRegularExpression tag(u"</?[a-zA-Z][^<>]*>"_s);
    const QString words = QString(text).replace(tag, u" "_s).simplified();
    return words.isEmpty() ? text : words;
}

std::optional<ImportedCase> readEntry(const MarkdownNode &item, const QString &text, EntryRule rule)
{
    const std::optional<Lead> lead = leadOf(item);
    if (!lead || (rule == EntryRule::Strict && (lead->isPlain || !lead->isLinked))
        || (lead->isPlain && !lead->isLinked))
        return {};
    ImportedCase one;
    one.title = lead->name;
    one.organization = lead->name;
    one.sources = sourcesBeside(linksIn(item), lead->url);
    one.year = newestYear(one.sources);
    one.body = text;
    one.line = item.line;
    return one;
}

QList<ImportedCase> readAdopters(const MarkdownNode &table)
{
    QStringList headers;
    if (!table.children.empty()) {
        for (const MarkdownNode &cell : table.children.front().children)
            headers.append(plainText(cell).simplified());
    }
    const auto isOrganization = [](const QString &header) { return columnCalled(header) == Column::Organization; };
    const auto found = std::find_if(headers.begin(), headers.end(), isOrganization);
    if (found == headers.end())
        return {};
    const qsizetype organization = found - headers.begin();
    QList<ImportedCase> cases;
    for (std::size_t i = 1; i < table.children.size(); ++i) {
        const MarkdownNode &row = table.children[i];
        if (static_cast<qsizetype>(row.children.size()) <= organization)
            continue;
        ImportedCase one = caseInRow(row, headers, organization);
        if (!one.organization.isEmpty())
            cases.append(one);
    }
    return cases;
}

} // namespace casebook
