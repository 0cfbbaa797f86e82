#include "core/exporters/casemarkdown.h"

#include "core/exporters/casebody.h"
#include "core/exporters/casewords.h"
#include "core/markdown/link.h"
#include "core/markdown/markdownwriter.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::Export)
};

MarkdownNode node(MarkdownKind kind, std::vector<MarkdownNode> children = {})
{
    MarkdownNode made;
    made.kind = kind;
    made.children = std::move(children);
    return made;
}

MarkdownNode words(const QString &text)
{
    MarkdownNode made = node(MarkdownKind::Text);
    made.text = text;
    return made;
}

MarkdownNode heading(int level, const QString &text)
{
    MarkdownNode made = node(MarkdownKind::Heading, {words(text.simplified())});
    made.level = level;
    return made;
}

/// A link where the address is one that may be opened, else the words alone.
MarkdownNode linked(const QString &text, const QString &url)
{
    if (linkKind(url) != LinkKind::External)
        return words(text);
    MarkdownNode made = node(MarkdownKind::Link, {words(text)});
    made.url = QString::fromLatin1(encodedLink(url));
    return made;
}

MarkdownNode listOf(std::vector<MarkdownNode> paragraphs)
{
    MarkdownNode list = node(MarkdownKind::List);
    list.tight = true;
    for (MarkdownNode &paragraph : paragraphs)
        list.children.push_back(node(MarkdownKind::Item, {std::move(paragraph)}));
    return list;
}

QString written(std::vector<MarkdownNode> blocks)
{
    return toMarkdown(node(MarkdownKind::Document, std::move(blocks)));
}

class CaseWriter {
public:
    CaseWriter(const Corpus &corpus, const CaseStudy &study)
        : m_corpus(corpus), m_schema(corpus.schema()), m_study(study), m_sources(sourcesOf(study, m_schema))
    {
    }

    QString run(const BodyRules &rules)
    {
        QString text = written({heading(2, caseHeading(m_study, m_schema))});
        appendSources(text);
        std::vector<MarkdownNode> rest = bodyInDocument(m_corpus, m_study, rules).children;
        appendClaims(rest);
        appendFigures(rest);
        if (!rest.empty())
            text += u"\n\n"_s + written(std::move(rest));
        return text + u'\n';
    }

private:
    /// "Why Discord is switching from Go to Rust (2020)"
    static MarkdownNode sourceLink(const Source &source)
    {
        QString title = (source.title.isEmpty() ? source.url : source.title).simplified();
        if (source.year > 0)
            title += u" ("_s + QString::number(source.year) + u')';
        return linked(title, source.url);
    }

    void appendSources(QString &text) const
    {
        if (m_sources.size() == 1) {
            text +=
                u'\n' + written({node(MarkdownKind::Paragraph, {words(u"Source: "_s), sourceLink(m_sources.first())})});
        } else if (m_sources.size() > 1) {
            std::vector<MarkdownNode> items;
            for (const Source &source : m_sources)
                items.push_back(node(MarkdownKind::Paragraph, {sourceLink(source)}));
            text += u"\nSources:\n"_s + written({listOf(std::move(items))});
        }
    }

    /// " (1)" with a link to the source; nothing where none is named.
    void appendCitation(MarkdownNode &paragraph, int number) const
    {
        if (number < 1 || number > m_sources.size())
            return;
        paragraph.children.push_back(words(u" ("_s));
        paragraph.children.push_back(linked(QString::number(number), m_sources.at(number - 1).url));
        paragraph.children.push_back(words(u")"_s));
    }

    void appendClaims(std::vector<MarkdownNode> &blocks) const
    {
        const QList<Claim> claims = claimsOf(m_study, m_schema);
        for (const QString &side : sidesOf(claims, m_schema)) {
            std::vector<MarkdownNode> items;
            for (const Claim &claim : claims) {
                if (claim.side == side)
                    items.push_back(claimParagraph(claim));
            }
            if (items.empty())
                continue;
            const QString label = partLabel(m_schema, role::claims, u"side", side);
            blocks.push_back(heading(3, label.isEmpty() ? ExportWords::tr("Claims") : label));
            blocks.push_back(listOf(std::move(items)));
        }
    }

    MarkdownNode claimParagraph(const Claim &claim) const
    {
        MarkdownNode paragraph = node(MarkdownKind::Paragraph);
        const QString reason = partLabel(m_schema, role::claims, u"reason", claim.reason);
        if (!reason.isEmpty()) {
            paragraph.children.push_back(node(MarkdownKind::Strong, {words(reason)}));
            paragraph.children.push_back(words(u": "_s));
        }
        paragraph.children.push_back(words(claim.text.simplified()));
        appendCitation(paragraph, claim.source);
        return paragraph;
    }

    void appendFigures(std::vector<MarkdownNode> &blocks) const
    {
        std::vector<MarkdownNode> items;
        for (const Figure &figure : figuresOf(m_study, m_schema)) {
            MarkdownNode paragraph =
                node(MarkdownKind::Paragraph, {words(figure.what.simplified() + u": "_s + figureInWords(figure))});
            appendCitation(paragraph, figure.source);
            items.push_back(std::move(paragraph));
        }
        if (items.empty())
            return;
        blocks.push_back(heading(3, m_schema.fieldLabel(m_schema.fieldOf(role::figures))));
        blocks.push_back(listOf(std::move(items)));
    }

    const Corpus &m_corpus;
    const Schema &m_schema;
    const CaseStudy &m_study;
    QList<Source> m_sources;
};

} // namespace

QString caseHeading(const CaseStudy &study, const Schema &schema)
{
    const QString organization = roleTexts(study, schema, role::organization).join(u", "_s);
    QString name = organization.isEmpty() || organization == study.title
        ? study.title
        : QString(organization + u", "_s + study.title);
    const QString from = roleTexts(study, schema, role::from).join(u'/');
    if (!from.isEmpty()) // what was only taken up is no move
        name += u": "_s + moveInWords(study, schema, u"/"_s);
    // Left for nothing: the arrow tells that from the rest of the title.
    if (!from.isEmpty() && roleTexts(study, schema, role::to).isEmpty())
        name += u" →"_s;
    return name.simplified();
}

QString caseMarkdown(const Corpus &corpus, const CaseStudy &study,
                     const std::function<QString(const QString &path)> &resolve)
{
    BodyRules rules;
    rules.resolve = resolve;
    return CaseWriter(corpus, study).run(rules);
}

} // namespace casebook
