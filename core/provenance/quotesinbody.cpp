#include "core/provenance/quotesinbody.h"

#include "core/base/fold.h"
#include "core/importers/sourceaddress.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

bool startsWithDash(QStringView text)
{
    text = text.trimmed();
    return text.startsWith(u'\u2014') || text.startsWith(u'\u2013') || text.startsWith(u'\u2015')
        || text.startsWith(u"--");
}

/// Finds out which sources a piece of a text names.
class Naming {
public:
    explicit Naming(const QList<Source> &sources) : m_sources(sources) {}

    int ofAddress(const QString &url) const
    {
        const QString key = addressKey(url);
        for (qsizetype i = 0; !key.isEmpty() && i < m_sources.size(); ++i) {
            if (addressKey(m_sources.at(i).url) == key)
                return static_cast<int>(i) + 1;
        }
        return 0;
    }

    void addLinks(const MarkdownNode &node)
    {
        if (node.kind == MarkdownKind::Link)
            add(ofAddress(node.url));
        for (const MarkdownNode &child : node.children)
            addLinks(child);
    }

    /// A line that tells who said it, and where.
    void addAttribution(const MarkdownNode &node)
    {
        addLinks(node);
        const QString text = plainText(node);
        static const QRegularExpression number(uR"([\[(](\d{1,3})[\])]|\bsource\s+(\d{1,3})\b)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        for (auto it = number.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            add((match.hasCaptured(2) ? match.captured(2) : match.captured(1)).toInt());
        }
        addTitles(text);
    }

    const QList<int> &found() const { return m_found; }

private:
    void addTitles(const QString &text)
    {
        constexpr qsizetype shortest = 6; // bytes: less may stand anywhere
        const QByteArray folded = fold(text.simplified());
        for (qsizetype i = 0; i < m_sources.size(); ++i) {
            const QByteArray title = fold(m_sources.at(i).title.simplified());
            if (title.size() >= shortest && folded.contains(title))
                add(static_cast<int>(i) + 1);
        }
    }

    void add(int source)
    {
        if (source >= 1 && source <= m_sources.size() && !m_found.contains(source))
            m_found.append(source);
    }

    const QList<Source> &m_sources;
    QList<int> m_found;
};

bool isBreak(const MarkdownNode &node)
{
    return node.kind == MarkdownKind::SoftBreak || node.kind == MarkdownKind::LineBreak;
}

/// Takes the attribution away from a quote: its last paragraph, or the last line of that.
MarkdownNode takeAttribution(MarkdownNode &quote)
{
    if (quote.children.empty() || quote.children.back().kind != MarkdownKind::Paragraph)
        return {};
    MarkdownNode &last = quote.children.back();
    if (quote.children.size() > 1 && startsWithDash(plainText(last))) {
        MarkdownNode taken = std::move(last);
        quote.children.pop_back();
        return taken;
    }
    const auto lastBreak = std::find_if(last.children.rbegin(), last.children.rend(), isBreak);
    if (lastBreak == last.children.rend())
        return {};
    MarkdownNode line{.kind = MarkdownKind::Paragraph};
    line.children.assign(lastBreak.base(), last.children.end());
    if (!startsWithDash(plainText(line)))
        return {};
    last.children.erase(lastBreak.base() - 1, last.children.end());
    return line;
}

/// Takes a link to a source away from the end of a quote, with its parentheses. Answers the source, or 0.
int takeLastLink(MarkdownNode &quote, const Naming &naming)
{
    if (quote.children.empty() || quote.children.back().kind != MarkdownKind::Paragraph)
        return 0;
    std::vector<MarkdownNode> &inlines = quote.children.back().children;
    static const QRegularExpression closing(uR"(^\s*[)\]]?\s*[.]?\s*$)"_s);
    const bool hasTail = inlines.size() >= 2 && inlines.back().kind == MarkdownKind::Text
        && closing.match(inlines.back().text).hasMatch();
    if (inlines.size() < (hasTail ? 2U : 1U))
        return 0;
    const std::size_t at = inlines.size() - (hasTail ? 2 : 1);
    const int source = inlines[at].kind == MarkdownKind::Link ? naming.ofAddress(inlines[at].url) : 0;
    const bool isAllThereIs = at == 0 && quote.children.size() == 1; // then its words are the quote
    if (source == 0 || isAllThereIs)
        return 0;
    const bool isInParentheses = at > 0 && inlines[at - 1].text.trimmed().endsWith(u'(');
    const bool isApart = at == 0 || isBreak(inlines[at - 1]) || isInParentheses;
    if (!isApart)
        return 0; // the end of a sentence, which happens to be a link
    inlines.erase(inlines.begin() + static_cast<std::ptrdiff_t>(at), inlines.end());
    if (isInParentheses)
        inlines.back().text = inlines.back().text.trimmed().chopped(1);
    return source;
}

BodyQuote readQuote(MarkdownNode quote, const MarkdownNode *below, const QList<Source> &sources)
{
    Naming naming(sources);
    const MarkdownNode attribution = takeAttribution(quote);
    naming.addAttribution(attribution);
    if (below && below->kind == MarkdownKind::Paragraph && startsWithDash(plainText(*below)))
        naming.addAttribution(*below);
    BodyQuote read;
    read.line = quote.line;
    naming.addLinks(quote);
    takeLastLink(quote, naming);
    read.words = plainText(quote).trimmed();
    read.sources = naming.found();
    static const QRegularExpression paraphrase(uR"(^(?:in\s+paraphrase|paraphrased?)\s*:\s*)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch match = paraphrase.match(read.words); match.hasMatch()) {
        read.isParaphrase = true;
        read.words = read.words.sliced(match.capturedEnd());
    }
    return read;
}

void collect(QList<BodyQuote> &quotes, const MarkdownNode &node, const QList<Source> &sources)
{
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const MarkdownNode &child = node.children[i];
        if (child.kind == MarkdownKind::BlockQuote)
            quotes.append(readQuote(child, i + 1 < node.children.size() ? &node.children[i + 1] : nullptr, sources));
        else if (child.isBlock())
            collect(quotes, child, sources);
    }
}

} // namespace

QList<BodyQuote> quotesIn(const MarkdownNode &body, const QList<Source> &sources)
{
    QList<BodyQuote> quotes;
    collect(quotes, body, sources);
    return quotes;
}

} // namespace casebook
