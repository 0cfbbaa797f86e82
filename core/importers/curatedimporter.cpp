#include "core/importers/caseheading.h"
#include "core/importers/citedsources.h"
#include "core/importers/curatedcase.h"
#include "core/importers/formats.h"
#include "core/importers/frontmatter.h"
#include "core/importers/markdownsource.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct Section {
    std::size_t heading = 0; ///< block
    std::size_t end = 0;     ///< the block after it and what is below it
    int level = 0;
    int parent = -1;
    QString text;
    bool namesSources = false; ///< in what stands right below the heading
    bool isCase = false;
    bool inCase = false;
};

/// Which headings of a document are cases, which are groups and which are neither.
class Outline {
public:
    explicit Outline(const MarkdownSource &source) : m_source(source)
    {
        findSections();
        markCases();
        markBareCases();
        markInner();
        findGroups();
    }

    const std::vector<Section> &sections() const { return m_sections; }
    bool isGroup(int section) const { return m_groups.count(section) > 0; }
    int cases() const
    {
        return countCases([](const Section &) { return true; });
    }
    int sourced() const
    {
        return countCases([](const Section &section) { return section.namesSources; });
    }

private:
    template<typename Test>
    int countCases(const Test &test) const
    {
        return static_cast<int>(std::count_if(m_sections.begin(), m_sections.end(),
                                              [&](const Section &section) { return section.isCase && test(section); }));
    }

    void findSections()
    {
        for (std::size_t i = 0; i < m_source.size(); ++i) {
            const MarkdownNode &block = m_source.block(i);
            if (block.kind == MarkdownKind::Heading)
                addSection(i, block);
            else if (!m_sections.empty() && namesSources(block))
                m_sections.back().namesSources = true;
        }
    }

    void addSection(std::size_t index, const MarkdownNode &block)
    {
        while (!m_open.empty() && m_sections[m_open.back()].level >= block.level) {
            m_sections[m_open.back()].end = index;
            m_open.pop_back();
        }
        Section section{index, m_source.size(), block.level, -1, plainText(block).simplified()};
        if (!m_open.empty())
            section.parent = static_cast<int>(m_open.back());
        m_open.push_back(m_sections.size());
        m_sections.push_back(section);
    }

    // The outermost heading that has sources or tells of a move is a case; what is below it is its text.
    void markCases()
    {
        std::size_t end = 0;
        for (Section &section : m_sections) {
            section.inCase = section.heading < end;
            section.isCase = !section.inCase
                && (section.namesSources || (namesMove(section.text) && !headsCases(section) && !isTitle(section)));
            if (section.isCase)
                end = section.end;
        }
    }

    /// Whether several cases with sources of their own stand below a heading: then its move is what they have in
    /// common.
    bool headsCases(const Section &outer) const
    {
        const auto isOwn = [&](const Section &inner) {
            return inner.heading > outer.heading && inner.heading < outer.end && inner.namesSources
                && namesMove(inner.text);
        };
        const auto own = std::count_if(m_sections.begin(), m_sections.end(), isOwn);
        return own > 1 || (own == 1 && &outer == &m_sections.front() && outer.end == m_source.size());
    }

    /// Whether a heading is the first one, and those beside it are groups: then it is the document's, and tells of no
    /// case.
    bool isTitle(const Section &section) const
    {
        if (&section != &m_sections.front())
            return false;
        bool heads = false;
        for (const Section &other : m_sections) {
            if (&other == &section || other.level > section.level)
                continue;
            if (other.namesSources || namesMove(other.text))
                return false;
            heads = heads || hasSourcesBelow(other);
        }
        return heads && !hasSourcesBelow(section);
    }

    bool hasSourcesBelow(const Section &outer) const
    {
        return std::any_of(m_sections.begin(), m_sections.end(), [&](const Section &inner) {
            return inner.heading > outer.heading && inner.heading < outer.end
                && (inner.namesSources || namesMove(inner.text));
        });
    }

    // Beside cases in a group, one without sources is a case all the same.
    void markBareCases()
    {
        std::set<std::pair<int, int>> places;
        std::set<std::size_t> cases;
        for (const Section &section : m_sections) {
            if (!section.isCase)
                continue;
            cases.insert(section.heading);
            if (section.parent > 0 || (section.parent == 0 && !hasTitle()))
                places.insert({section.parent, section.level});
        }
        for (Section &section : m_sections) {
            if (!section.inCase && !section.isCase && places.count({section.parent, section.level}) > 0
                && !isPlainHeading(section.text) && !holdsCase(section, cases))
                section.isCase = true;
        }
    }

    // What is below any case is its text.
    void markInner()
    {
        std::size_t end = 0;
        for (Section &section : m_sections) {
            section.inCase = section.heading < end;
            section.isCase = section.isCase && !section.inCase;
            if (section.isCase)
                end = section.end;
        }
    }

    static bool holdsCase(const Section &outer, const std::set<std::size_t> &cases)
    {
        const auto next = cases.upper_bound(outer.heading);
        return next != cases.end() && *next < outer.end;
    }

    bool hasTitle() const { return m_sections.front().level == 1 && m_sections.front().end == m_source.size(); }

    // A single heading above everything is the document's title.
    void findGroups()
    {
        for (const Section &section : m_sections) {
            if (section.isCase && section.parent >= 0)
                m_groups.insert(section.parent);
        }
        if (m_groups.size() == 1 && *m_groups.begin() == 0 && hasTitle())
            m_groups.clear();
    }

    const MarkdownSource &m_source;
    std::vector<Section> m_sections;
    std::vector<std::size_t> m_open; ///< while sections are found: those that have not ended
    std::set<int> m_groups;
};

class CuratedReader {
public:
    explicit CuratedReader(const ForeignText &text)
        : m_text(text), m_source(text.body, text.firstLine), m_outline(m_source)
    {
    }

    ImportedDocument run()
    {
        std::size_t at = m_outline.sections().empty() ? m_source.size() : m_outline.sections().front().heading;
        if (at > 0)
            m_about.append(m_source.lines(0, at));
        for (std::size_t i = 0; i < m_outline.sections().size(); ++i)
            readSection(static_cast<int>(i));
        describeGroups();
        if (!m_outline.sections().empty() && !m_outline.isGroup(0) && !m_outline.sections().front().isCase)
            m_document.name = m_outline.sections().front().text;
        if (const QString title = m_text.fields[u"title"].toText(); !title.isEmpty())
            m_document.name = title.simplified();
        m_document.description = m_text.fields[u"description"].toText().simplified();
        m_document.about = aboutWith(m_text, m_source.withDefinitions(m_about.join(u"\n\n"_s)));
        return std::move(m_document);
    }

private:
    void readSection(int index)
    {
        const Section &section = m_outline.sections()[static_cast<std::size_t>(index)];
        if (section.inCase)
            return;
        if (section.isCase) {
            ImportedCase one = readCuratedCase(m_source, section.heading, section.end);
            if (m_outline.isGroup(section.parent))
                one.group = m_outline.sections()[static_cast<std::size_t>(section.parent)].text;
            m_document.cases.append(one);
            return;
        }
        const std::size_t end = nextHeading(static_cast<std::size_t>(index), section.end);
        if (m_outline.isGroup(index))
            m_document.groups.append({section.text, {}});
        // The heading of a group is kept as its label.
        if (!m_outline.isGroup(index) || end > section.heading + 1 || !isOneLine(section.heading))
            m_about.append(m_source.lines(section.heading, end));
        if (!m_document.cases.isEmpty() && !m_outline.isGroup(index))
            readStubsIn(section.heading + 1, end);
    }

    bool isOneLine(std::size_t block) const { return !m_source.lines(block).contains(u'\n'); }

    std::size_t nextHeading(std::size_t index, std::size_t end) const
    {
        return index + 1 < m_outline.sections().size() ? std::min(end, m_outline.sections()[index + 1].heading) : end;
    }

    void readStubsIn(std::size_t first, std::size_t end)
    {
        for (std::size_t i = first; i < end; ++i) {
            if (m_source.block(i).kind == MarkdownKind::List)
                m_stubs += readStubs(m_source, i);
        }
    }

    /// The introduction's own list: "[Label](#place): what the group is".
    void describeGroups()
    {
        const std::size_t end = firstCase();
        for (std::size_t i = 0; i < end; ++i) {
            if (m_source.block(i).kind != MarkdownKind::List)
                continue;
            for (const MarkdownNode &item : m_source.block(i).children)
                describeGroup(plainText(item).simplified());
        }
        m_document.cases += m_stubs;
    }

    void describeGroup(const QString &text)
    {
        for (ImportedGroup &group : m_document.groups) {
            if (!text.startsWith(group.label, Qt::CaseInsensitive) || !group.description.isEmpty())
                continue;
            static const QRegularExpression separator(u"^\\s*[:–—-]\\s+"_s);
            QString rest = text.mid(group.label.size());
            if (rest.contains(separator))
                group.description = rest.remove(separator);
        }
    }

    std::size_t firstCase() const
    {
        for (const Section &section : m_outline.sections()) {
            if (section.isCase)
                return section.heading;
        }
        return m_source.size();
    }

    ForeignText m_text;
    MarkdownSource m_source;
    Outline m_outline;
    ImportedDocument m_document;
    QStringList m_about;
    QList<ImportedCase> m_stubs;
};

class CuratedImporter : public Importer {
public:
    QString name() const override { return u"markdown"_s; }

    int recognize(const QString &text, const QString &) const override
    {
        const MarkdownSource source(withoutFrontMatter(text).body);
        const Outline outline(source);
        if (outline.sourced() > 0)
            return 90;
        return outline.cases() > 0 ? 70 : 0;
    }

    ImportedDocument read(const QString &text, const QString &) const override
    {
        return CuratedReader(withoutFrontMatter(text)).run();
    }
};

} // namespace

std::unique_ptr<const Importer> curatedImporter()
{
    return std::make_unique<CuratedImporter>();
}

} // namespace casebook
