#include "core/importers/formats.h"
#include "core/importers/frontmatter.h"
#include "core/importers/listentry.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 4; // of topics that are entries with a list of their own

/// The words of a heading without badges.
QString withoutPictures(const MarkdownNode &heading)
{
    MarkdownNode plain = heading;
    const auto isPicture = [](const MarkdownNode &node) {
        return node.kind == MarkdownKind::Image
            || (node.kind == MarkdownKind::Link && node.children.size() == 1
                && node.children.front().kind == MarkdownKind::Image);
    };
    plain.children.erase(std::remove_if(plain.children.begin(), plain.children.end(), isPicture), plain.children.end());
    const QString words = plainText(plain).simplified();
    return words.isEmpty() ? plainText(heading).simplified() : words;
}

class ListReader {
public:
    ListReader(const ForeignText &text, EntryRule rule) : m_text(text), m_rule(rule) {}

    ImportedDocument run()
    {
        const MarkdownSource source(m_text.body, m_text.firstLine);
        read(source, 0);
        keep({});
        m_document.about = aboutWith(m_text, source.withDefinitions(m_about.join(u"\n\n"_s)));
        if (const QString title = m_text.fields[u"title"].toText(); !title.isEmpty())
            m_document.name = title.simplified();
        for (ImportedCase &one : m_document.cases)
            one.body = source.withDefinitions(one.body);
        return std::move(m_document);
    }

private:
    void read(const MarkdownSource &source, int depth)
    {
        for (std::size_t i = 0; i < source.size(); ++i) {
            const MarkdownNode &block = source.block(i);
            if (block.kind == MarkdownKind::Heading)
                readHeading(source, i);
            else if (block.kind == MarkdownKind::List)
                readList(source, i, depth);
            else if (block.kind == MarkdownKind::Table)
                readTable(source, i);
            else
                keep(source.lines(i));
        }
    }

    void readHeading(const MarkdownSource &source, std::size_t index)
    {
        const QString text = plainText(source.block(index)).simplified();
        const bool title = m_document.name.isEmpty() && m_document.cases.isEmpty() && source.block(index).level == 1;
        if (title)
            m_document.name = withoutPictures(source.block(index));
        keep({}); // the heading before it, of which nothing was made
        m_topic = title ? QString() : text;
        // Where it heads cases, it becomes their topic; it is kept where it heads anything else.
        m_heading = source.lines(index);
        if (title || m_heading.contains(u'\n'))
            keep({});
    }

    void keep(const QString &text)
    {
        if (!m_heading.isEmpty())
            m_about.append(m_heading);
        m_heading.clear();
        if (!text.isEmpty())
            m_about.append(text);
    }

    void add(ImportedCase one, int line)
    {
        one.line = line;
        if (one.topic.isEmpty())
            one.topic = m_topic;
        m_document.cases.append(one);
        m_heading.clear();
    }

    void readList(const MarkdownSource &source, std::size_t index, int depth)
    {
        const MarkdownNode &list = source.block(index);
        QStringList others;
        const EntryRule rule = ruleFor(list);
        for (std::size_t i = 0; i < list.children.size(); ++i) {
            const QString text = source.item(index, i);
            const int line = source.line(index) + list.children[i].line - list.line;
            if (const auto entry = readEntry(list.children[i], text, rule))
                add(*entry, line);
            else if (depth < deepest && headsList(list.children[i]))
                readTopic(text, depth);
            else
                others.append(u"- "_s + QString(text).replace(u'\n', u"\n  "_s));
        }
        if (!others.isEmpty())
            keep(others.join(u'\n'));
    }

    /// What is no entry for certain is one where most of the list are.
    EntryRule ruleFor(const MarkdownNode &list) const
    {
        if (m_rule == EntryRule::Strict)
            return m_rule;
        const auto count = [&list](EntryRule rule) {
            return std::count_if(list.children.begin(), list.children.end(),
                                 [rule](const MarkdownNode &item) { return readEntry(item, {}, rule).has_value(); });
        };
        const auto entries = count(EntryRule::Lenient);
        const bool most = entries > 1 && 2 * static_cast<std::size_t>(entries) > list.children.size();
        return most ? EntryRule::Lenient : EntryRule::Strict;
    }

    static bool headsList(const MarkdownNode &item)
    {
        return item.children.size() == 2 && item.children.front().kind == MarkdownKind::Paragraph
            && linksIn(item.children.front()).isEmpty() && item.children.back().kind == MarkdownKind::List;
    }

    /// "- Databases" with a list below it.
    void readTopic(const QString &text, int depth)
    {
        const MarkdownSource inner(text);
        const QString outerTopic = m_topic;
        const QString outerHeading = m_heading;
        const QString words = plainText(inner.block(0)).simplified();
        m_topic = outerTopic.isEmpty() ? words : QString(outerTopic + u", "_s + words);
        const qsizetype before = m_document.cases.size();
        m_heading = (outerHeading.isEmpty() ? QString() : outerHeading + u"\n\n"_s) + inner.lines(0);
        for (std::size_t i = 1; i < inner.size(); ++i)
            readList(inner, i, depth + 1);
        m_topic = outerTopic;
        m_heading = m_document.cases.size() > before ? QString() : m_heading;
    }

    void readTable(const MarkdownSource &source, std::size_t index)
    {
        const QList<ImportedCase> cases = readAdopters(source.block(index));
        for (const ImportedCase &one : cases)
            add(one, source.line(index) + one.line - source.block(index).line);
        // Rows without a name, and what stands right below a table, are not lost with it.
        const qsizetype rows = static_cast<qsizetype>(source.block(index).children.size()) - 1;
        if (cases.size() < rows || source.lines(index).count(u'\n') != rows + 1)
            keep(source.lines(index));
    }

    const ForeignText &m_text;
    EntryRule m_rule;
    ImportedDocument m_document;
    QStringList m_about;
    QString m_topic;
    QString m_heading; ///< the lines of the last heading, as long as nothing has been made of it
};

class ListImporter : public Importer {
public:
    QString name() const override { return u"list"_s; }

    int recognize(const QString &text, const QString &origin) const override
    {
        const ForeignText foreign = withoutFrontMatter(text);
        const auto count = [&foreign](EntryRule rule) { return ListReader(foreign, rule).run().cases.size(); };
        const qsizetype cases = count(EntryRule::Strict);
        if (cases == 0 && count(EntryRule::Lenient) == 0)
            return 0;
        if (origin.contains(u"adopters", Qt::CaseInsensitive) || origin.contains(u"awesome", Qt::CaseInsensitive))
            return 80;
        return cases >= 3 ? 65 : 20;
    }

    ImportedDocument read(const QString &text, const QString &) const override
    {
        const ForeignText foreign = withoutFrontMatter(text);
        return ListReader(foreign, EntryRule::Lenient).run();
    }
};

} // namespace

std::unique_ptr<const Importer> listImporter()
{
    return std::make_unique<ListImporter>();
}

} // namespace casebook
