#include "core/importers/caseheading.h"
#include "core/importers/citedsources.h"
#include "core/importers/formats.h"
#include "core/importers/frontmatter.h"
#include "core/importers/markdownsource.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWords = 5; // of an organization's name

QString nameIn(const QString &heading)
{
    static const QRegularExpression number(u"^\\s*(?:#?\\d{1,3}[.):]?\\s+)"_s);
    static const QRegularExpression ending(u"\\s*[:–—-]\\s*$"_s);
    QString name = heading;
    return name.remove(number).remove(ending).simplified();
}

QString squeezed(const QString &text)
{
    QString letters;
    for (const QChar c : text.toCaseFolded()) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

bool hasPhrase(const QString &text, const QString &phrase)
{
    const QRegularExpression whole(
        u"(?<![\\p{L}\\p{N}])"_s + QRegularExpression::escape(phrase) + u"(?![\\p{L}\\p{N}])"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.contains(whole);
}

/// A document of sections: each heading with what stands below it, up to the next heading of whatever level.
class ArticleReader {
public:
    ArticleReader(const QString &text, int firstLine) : m_source(text, firstLine)
    {
        for (std::size_t i = 0; i < m_source.size(); ++i) {
            if (m_source.block(i).kind == MarkdownKind::Heading)
                m_headings.push_back(i);
        }
        for (std::size_t i = 0; i < m_headings.size(); ++i)
            m_companies.push_back(isCompany(i));
    }

    int companies() const { return static_cast<int>(std::count(m_companies.begin(), m_companies.end(), true)); }

    ImportedDocument run()
    {
        const std::size_t start = m_headings.empty() ? m_source.size() : m_headings.front();
        if (start > 0)
            m_about.append(m_source.lines(0, start));
        for (std::size_t i = 0; i < m_headings.size(); ++i) {
            if (m_companies[i])
                i = readCompany(i);
            else
                m_about.append(m_source.lines(m_headings[i], endOf(i)));
        }
        m_document.about = m_source.withDefinitions(m_about.join(u"\n\n"_s));
        return std::move(m_document);
    }

private:
    std::size_t endOf(std::size_t heading) const
    {
        return heading + 1 < m_headings.size() ? m_headings[heading + 1] : m_source.size();
    }

    /// A short heading whose words its section, or the address of a link in it, has again.
    bool isCompany(std::size_t heading) const
    {
        const QString name = nameIn(plainText(m_source.block(m_headings[heading])));
        if (name.isEmpty() || name.count(u' ') >= mostWords || isPlainHeading(name))
            return false;
        for (std::size_t i = m_headings[heading] + 1; i < endOf(heading); ++i) {
            if (hasPhrase(plainText(m_source.block(i)), name))
                return true;
            for (const FoundLink &link : linksIn(m_source.block(i))) {
                const QString letters = squeezed(name);
                if (letters.size() > 2 && squeezed(link.url.section(u'/', 2, 2)).contains(letters))
                    return true;
            }
        }
        return false;
    }

    /// Headings below a company's that are no companies belong to it. Answers the last heading that was read.
    std::size_t readCompany(std::size_t heading)
    {
        const int level = m_source.block(m_headings[heading]).level;
        std::size_t last = heading;
        while (last + 1 < m_headings.size() && !m_companies[last + 1]
               && m_source.block(m_headings[last + 1]).level > level)
            ++last;
        const MarkdownNode &node = m_source.block(m_headings[heading]);
        ImportedCase one;
        one.organization = nameIn(plainText(node));
        one.title = one.organization;
        one.line = m_source.line(m_headings[heading]);
        readBody(one, m_headings[heading], endOf(last), 1 - level);
        m_document.cases.append(one);
        return last;
    }

    void readBody(ImportedCase &one, std::size_t heading, std::size_t end, int shift)
    {
        QStringList parts;
        const QString belowHeading = headingLine(m_source.block(heading), m_source.lines(heading), 6).section(u'\n', 1);
        if (!belowHeading.trimmed().isEmpty())
            parts.append(belowHeading.trimmed());
        QList<FoundLink> links = linksIn(m_source.block(heading));
        for (std::size_t i = heading + 1; i < end; ++i) {
            const MarkdownNode &block = m_source.block(i);
            links += linksIn(block);
            parts.append(block.kind == MarkdownKind::Heading
                             ? headingLine(block, m_source.lines(i), std::clamp(block.level + shift, 2, 6))
                             : m_source.lines(i));
            addCited(one.sources, block);
        }
        // Other links to the same page may name it.
        const QList<ImportedSource> cited = one.sources;
        for (const FoundLink &link : std::as_const(links)) {
            for (const ImportedSource &source : cited) {
                if (source.url == link.url)
                    addSource(one.sources, sourceFrom(link));
            }
        }
        one.year = newestYear(one.sources);
        one.body = m_source.withDefinitions(parts.join(u"\n\n"_s));
    }

    /// Links called "(Source)", and those of a sentence that sends the reader to them.
    static void addCited(QList<ImportedSource> &sources, const MarkdownNode &block)
    {
        static const QRegularExpression called(
            u"^[(\\[]?\\s*(?:sources?|ref(?:erence)?|via|(?:read|learn) more)\\s*:?\\s*\\d*[)\\]]?$"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression sends(
            u"^(?:(?:to )?(?:read|learn|find out) more|you can (?:read|find|get|learn) "
            "more|to (?:read|find out|learn) (?:more )?about|source:)"_s,
            QRegularExpression::CaseInsensitiveOption);
        const bool whole = sends.match(plainText(block).simplified()).hasMatch();
        for (const FoundLink &link : linksIn(block)) {
            if (whole || called.match(link.text).hasMatch())
                addSource(sources, sourceFrom(link));
        }
    }

    MarkdownSource m_source;
    std::vector<std::size_t> m_headings; ///< blocks
    std::vector<bool> m_companies;       ///< by heading
    ImportedDocument m_document;
    QStringList m_about;
};

class ArticleImporter : public Importer {
public:
    QString name() const override { return u"article"_s; }

    int recognize(const QString &text, const QString &) const override
    {
        const ForeignText article = withoutFrontMatter(text);
        const int companies = ArticleReader(article.body, article.firstLine).companies();
        return companies >= 2 ? 60 : companies * 30;
    }

    ImportedDocument read(const QString &text, const QString &) const override
    {
        const ForeignText article = withoutFrontMatter(text);
        ImportedDocument document = ArticleReader(article.body, article.firstLine).run();
        document.name = article.fields[u"title"].toText().simplified();
        document.description = article.fields[u"description"].toText().simplified();
        document.about = aboutWith(article, document.about);
        return document;
    }
};

} // namespace

std::unique_ptr<const Importer> articleImporter()
{
    return std::make_unique<ArticleImporter>();
}

} // namespace casebook
