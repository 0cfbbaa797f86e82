#include "core/importers/curatedcase.h"

#include "core/importers/caseheading.h"
#include "core/importers/citedsources.h"
#include "core/importers/labelline.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int topLevel = 2; // of headings in a case's body

class CaseReader {
public:
    CaseReader(const MarkdownSource &source, std::size_t heading, std::size_t end)
        : m_source(source), m_heading(heading), m_end(end), m_shift(topLevel - 1 - source.block(heading).level)
    {
    }

    ImportedCase run()
    {
        readHeading();
        for (m_at = m_heading + 1; m_at < m_end; ++m_at)
            readBlock();
        m_case.year = newestYear(m_case.sources);
        for (ImportedSource &one : m_more) {
            one.mentioned = !m_case.sources.isEmpty();
            addSource(m_case.sources, one);
        }
        m_case.body = m_source.withDefinitions(m_parts.join(u"\n\n"_s));
        return std::move(m_case);
    }

private:
    const MarkdownNode *next() const { return m_at + 1 < m_end ? &m_source.block(m_at + 1) : nullptr; }

    void readHeading()
    {
        const MarkdownNode &node = m_source.block(m_heading);
        const CaseHeading heading = readCaseHeading(plainText(node));
        m_case.title = heading.title.isEmpty() ? u"?"_s : heading.title;
        m_case.organization = heading.organization;
        m_case.from = heading.from;
        m_case.to = heading.to;
        m_case.line = m_source.line(m_heading);
        if (heading.hypothetical)
            m_case.stage = u"hypothetical"_s;
        if (!heading.moves.isEmpty())
            m_parts.append(heading.moves);
        for (const FoundLink &link : linksIn(node))
            addSource(m_more, sourceFrom(link));
        // The lines of a heading may have more in them than the heading, such as the definition of a link.
        const QString rest = headingLine(node, m_source.lines(m_heading), node.level == 1 ? 2 : 1).section(u'\n', 1);
        if (!rest.trimmed().isEmpty())
            m_parts.append(rest.trimmed());
    }

    void readBlock()
    {
        const MarkdownNode &block = m_source.block(m_at);
        if (block.kind == MarkdownKind::Heading)
            m_parts.append(headingLine(block, m_source.lines(m_at), std::clamp(block.level + m_shift, topLevel, 6)));
        else if (namesSources(block) && !m_sourcesSeen)
            readSourceBlock(block);
        else if (isLabel(block, next()))
            m_parts.append(u"## "_s + plainText(block).simplified() + afterFirstLine());
        else if (block.kind == MarkdownKind::Paragraph && beginsWithLabel(m_source.lines(m_at)))
            splitLabel(m_source.lines(m_at));
        else
            keep(block);
    }

    // What cmark leaves out of the tree stands below the line.
    QString afterFirstLine() const
    {
        const QString rest = m_source.lines(m_at).section(u'\n', 1).trimmed();
        return rest.isEmpty() ? QString() : u"\n\n"_s + rest;
    }

    void keep(const MarkdownNode &block)
    {
        m_parts.append(m_source.lines(m_at));
        if (leadsToMore(block)) {
            addMore(block);
            if (next() && next()->kind == MarkdownKind::List && linksIn(block).isEmpty())
                addMore(*next());
        }
    }

    void addMore(const MarkdownNode &block)
    {
        if (block.kind == MarkdownKind::List) {
            for (const MarkdownNode &item : block.children)
                addMore(item);
            return;
        }
        const QList<FoundLink> links = linksIn(block);
        for (FoundLink link : links) {
            // "the hypervisor ([FAQ](…))": the entry says what the link does not.
            if (links.size() == 1 && !link.text.contains(u' ') && block.kind == MarkdownKind::Item)
                link.text = plainText(block).simplified();
            addSource(m_more, sourceFrom(link));
        }
    }

    /// A paragraph may go on in its next lines with something else: only its first line names sources then.
    void readSourceBlock(const MarkdownNode &block)
    {
        m_sourcesSeen = true;
        const QString lines = m_source.lines(m_at);
        CitedSources cited = readSources(block);
        if (cited.complete && !cited.continues && !hasDefinition(lines)) {
            add(cited.sources);
            return;
        }
        if (cited.continues && next() && next()->kind == MarkdownKind::List) {
            readSourceList(lines);
            return;
        }
        const MarkdownSource first(lines.section(u'\n', 0, 0));
        const QString rest = lines.section(u'\n', 1);
        const CitedSources ofFirst = first.size() == 1 ? readSources(first.block(0)) : CitedSources{{}, false};
        if (!rest.isEmpty() && ofFirst.complete && !ofFirst.continues) {
            add(ofFirst.sources);
            if (beginsWithLabel(rest) || isBareLabel(rest))
                splitLabel(rest);
            else
                m_parts.append(rest);
            return;
        }
        add(cited.sources);
        m_parts.append(lines);
    }

    static bool hasDefinition(const QString &lines) { return lines.contains(u"\n[") && lines.contains(u"]:"); }

    bool isBareLabel(const QString &line) const
    {
        const MarkdownSource text(line);
        return !line.contains(u'\n') && text.size() == 1 && isLabel(text.block(0), next());
    }

    void readSourceList(const QString &label)
    {
        CitedSources all;
        for (const MarkdownNode &item : next()->children) {
            const CitedSources cited = readSources(item);
            all.complete = all.complete && cited.complete && !cited.sources.isEmpty();
            all.sources += cited.sources;
        }
        add(all.sources);
        if (!all.complete || hasDefinition(m_source.lines(m_at + 1)))
            m_parts.append(label + u'\n' + m_source.lines(m_at + 1));
        ++m_at;
    }

    void add(const QList<ImportedSource> &sources)
    {
        for (const ImportedSource &one : sources)
            addSource(m_case.sources, one);
    }

    void splitLabel(const QString &lines)
    {
        m_parts.append(u"## "_s + lines.section(u'\n', 0, 0).simplified());
        if (const QString rest = lines.section(u'\n', 1); !rest.isEmpty())
            m_parts.append(rest);
    }

    const MarkdownSource &m_source;
    std::size_t m_heading;
    std::size_t m_end;
    int m_shift;
    std::size_t m_at = 0;
    bool m_sourcesSeen = false;
    ImportedCase m_case;
    QList<ImportedSource> m_more; ///< links that are sources besides those that are named as such
    QStringList m_parts;
};

/// What an entry says before its links.
QString nameOf(const MarkdownNode &item)
{
    QString text = plainText(item).simplified();
    for (const FoundLink &link : linksIn(item)) {
        if (link.text == link.url || link.text.startsWith(u"http"))
            text.remove(link.text);
    }
    static const QRegularExpression ending(u"[\\s:,;-]+$"_s);
    return text.remove(ending).simplified();
}

} // namespace

ImportedCase readCuratedCase(const MarkdownSource &source, std::size_t heading, std::size_t end)
{
    return CaseReader(source, heading, end).run();
}

QList<ImportedCase> readStubs(const MarkdownSource &source, std::size_t list)
{
    QList<ImportedCase> stubs;
    const MarkdownNode &node = source.block(list);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const MarkdownNode &item = node.children[i];
        const QString name = nameOf(item);
        if (name.isEmpty())
            continue;
        const CaseHeading heading = readCaseHeading(name);
        ImportedCase stub;
        stub.title = heading.title.isEmpty() ? name : heading.title;
        // A sentence is no name.
        stub.organization = heading.organization.count(u' ') < 4 ? heading.organization : QString();
        stub.from = heading.from;
        stub.to = heading.to;
        for (const FoundLink &link : linksIn(item))
            addSource(stub.sources, sourceFrom(link));
        stub.year = newestYear(stub.sources);
        stub.body = source.withDefinitions(source.item(list, i));
        stub.line = source.line(list) + item.line - node.line;
        stub.stub = true;
        stubs.append(stub);
    }
    return stubs;
}

} // namespace casebook
