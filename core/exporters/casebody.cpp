#include "core/exporters/casebody.h"

#include "core/corpus/casereader.h"
#include "core/markdown/link.h"
#include "core/markdown/parser.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <iterator>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// The level of the highest heading anywhere in a tree; 7 where there is none.
int highestLevel(const MarkdownNode &node)
{
    int level = node.kind == MarkdownKind::Heading ? node.level : 7;
    for (const MarkdownNode &child : node.children)
        level = std::min(level, highestLevel(child));
    return level;
}

class BodyFitter {
public:
    BodyFitter(const BodyRules &rules, QString folder, int shift)
        : m_rules(rules), m_folder(std::move(folder)), m_shift(shift)
    {
    }

    void fit(MarkdownNode &node) const
    {
        if (node.kind == MarkdownKind::Heading)
            node.level = std::clamp(node.level + m_shift, 1, 6);
        std::vector<MarkdownNode> children;
        children.reserve(node.children.size());
        for (MarkdownNode &child : node.children) {
            fit(child);
            if (!keeps(child))
                appendWords(children, child);
            else
                children.push_back(std::move(child));
        }
        node.children = std::move(children);
    }

private:
    /// The path of a relative address below the corpus, without fragment; percent-encoding undone.
    QString pathOf(const QString &url) const
    {
        const QString path = QUrl::fromPercentEncoding(url.section(u'#', 0, 0).toUtf8());
        return QDir::cleanPath(m_folder + u'/' + path);
    }

    /// Sets the address of a link or picture for the document; false where it cannot be one there.
    bool keeps(MarkdownNode &node) const
    {
        if (node.kind != MarkdownKind::Link && node.kind != MarkdownKind::Image)
            return true;
        const LinkKind kind = linkKind(node.url);
        const bool picture = node.kind == MarkdownKind::Image;
        if (kind == LinkKind::External)
            return !picture || turnIntoLink(node);
        const auto &rule = picture ? m_rules.picture : m_rules.resolve;
        if (kind != LinkKind::Relative || !rule)
            return false;
        node.url = rule(pathOf(node.url));
        return !node.url.isEmpty();
    }

    // Nothing is fetched for a document: a picture elsewhere becomes a link to it.
    static bool turnIntoLink(MarkdownNode &image)
    {
        MarkdownNode words;
        words.kind = MarkdownKind::Text;
        words.text = image.text.isEmpty() ? image.url : image.text;
        image.kind = MarkdownKind::Link;
        image.text.clear();
        image.children = {words};
        return true;
    }

    static void appendWords(std::vector<MarkdownNode> &children, MarkdownNode &node)
    {
        if (node.kind == MarkdownKind::Link) {
            std::move(node.children.begin(), node.children.end(), std::back_inserter(children));
            return;
        }
        MarkdownNode words;
        words.kind = MarkdownKind::Text;
        words.text = node.text;
        if (!words.text.isEmpty())
            children.push_back(std::move(words));
    }

    const BodyRules &m_rules;
    QString m_folder;
    int m_shift;
};

} // namespace

MarkdownNode bodyInDocument(const Corpus &corpus, const CaseStudy &study, const BodyRules &rules)
{
    const Result<Document> document = readDocument(corpus.layout(), study.path);
    if (!document)
        return {};
    MarkdownNode body = parseMarkdown(document->bodyText());
    if (!body.children.empty() && body.children.front().kind == MarkdownKind::Heading
        && plainText(body.children.front()).simplified() == study.title.simplified())
        body.children.erase(body.children.begin());
    BodyFitter(rules, QFileInfo(study.path).path(), rules.topLevel - highestLevel(body)).fit(body);
    return body;
}

} // namespace casebook
