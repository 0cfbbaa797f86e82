#include "core/importers/listentry.h"

#include "core/importers/citedsources.h"
#include "core/markdown/markdownwriter.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// The words with which an entry begins, where they are a link or strong; the link's address, if it is one.
std::optional<FoundLink> leadOf(const MarkdownNode &item)
{
    if (item.children.empty() || item.children.front().kind != MarkdownKind::Paragraph
        || item.children.front().children.empty())
        return {};
    const MarkdownNode &first = item.children.front().children.front();
    if (first.kind != MarkdownKind::Strong && first.kind != MarkdownKind::Link)
        return {};
    const QList<FoundLink> links = linksIn(first);
    static const QRegularExpression ending(u"\\s*[:–—-]?\\s*$"_s);
    const QString name = plainText(first).simplified().remove(ending);
    const bool isAddress =
        name.isEmpty() || name.startsWith(u"http") || (!links.isEmpty() && name == links.first().url);
    if (isAddress || (first.kind == MarkdownKind::Link && links.isEmpty()))
        return {};
    return FoundLink{name, links.isEmpty() ? QString() : links.first().url};
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
            one.organization = text;
            if (!linksIn(cell).isEmpty() || markdownOf(cell) != text)
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

std::optional<ImportedCase> readEntry(const MarkdownNode &item, const QString &text)
{
    const std::optional<FoundLink> lead = leadOf(item);
    if (!lead || linksIn(item).isEmpty())
        return {};
    ImportedCase one;
    one.title = lead->text;
    one.organization = lead->text;
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
