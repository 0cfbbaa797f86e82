#include "ui/edit/markdown/linkmark.h"

#include "core/markdown/bareurl.h"
#include "ui/edit/markdown/emphasis.h"
#include "ui/edit/markdown/emphasisspans.h"
#include "ui/edit/markdown/markdownline.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;
using Side = Replacement::Side;

namespace {

constexpr qsizetype longestDestination = 2000; // so that brackets that nothing closes are not read again and again

/// Reads a paragraph from left to right and pairs brackets.
class LinkScan {
public:
    explicit LinkScan(QStringView text) : m_text(text) {}

    QList<LinkSpan> run();

private:
    void readClose(qsizetype at);
    qsizetype endOfDestination(qsizetype at) const;

    QStringView m_text;
    qsizetype m_at = 0;
    QList<qsizetype> m_open; ///< of brackets
    QList<LinkSpan> m_links;
};

QList<LinkSpan> LinkScan::run()
{
    QList<qsizetype> unclosed;
    while (m_at < m_text.size()) {
        const QChar next = m_text[m_at];
        if (next == u'\\') {
            m_at += 2;
        } else if (next == u'`') {
            const qsizetype end = endOfCode(m_text, m_at, unclosed);
            while (end < 0 && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'`')
                ++m_at;
            m_at = end < 0 ? m_at + 1 : end;
        } else if (next == u'[') {
            m_open.append(m_at++);
        } else if (next == u']') {
            readClose(m_at++);
        } else {
            ++m_at;
        }
    }
    return m_links;
}

void LinkScan::readClose(qsizetype at)
{
    if (m_open.isEmpty())
        return;
    const qsizetype open = m_open.takeLast();
    const bool hasAddress = at + 1 < m_text.size() && m_text[at + 1] == u'(';
    const qsizetype end = hasAddress ? endOfDestination(at + 2) : -1;
    if (end < 0)
        return;
    m_at = end;
    if (open > 0 && m_text[open - 1] == u'!')
        return;
    m_open.clear(); // no link holds another
    m_links.append(LinkSpan{{open, end}, {open + 1, at}});
}

// Behind the bracket that closes an address, and a title if there is one; -1 where none does on this line.
qsizetype LinkScan::endOfDestination(qsizetype at) const
{
    QChar quote;
    int depth = 0;
    const qsizetype stop = std::min(m_text.size(), at + longestDestination);
    for (; at < stop && m_text[at] != u'\n'; ++at) {
        const QChar next = m_text[at];
        if (next == u'\\')
            ++at;
        else if (!quote.isNull())
            quote = next == quote ? QChar() : quote;
        else if (next == u'<')
            quote = u'>';
        else if (next == u'"' && m_text[at - 1] == u' ')
            quote = next;
        else if (next == u'(')
            ++depth;
        else if (next == u')' && depth-- == 0)
            return at + 1;
    }
    return -1;
}

bool isAddress(QStringView text)
{
    return !text.isEmpty() && findBareUrl(text, 0) == TextRange{0, text.size()};
}

/// A paragraph that a selection lies in, and the selection without blanks at its ends.
struct Place {
    TextSpan paragraph;
    TextSpan selection;
};

std::optional<Place> placeOf(const SelectedText &source)
{
    const QList<QList<MarkdownLine>> paragraphs = markdownParagraphs(source.text, source.selection);
    if (paragraphs.size() > 1)
        return std::nullopt;
    if (paragraphs.isEmpty())
        return Place{source.selection, {source.selection.begin, source.selection.begin}};
    Place place{{paragraphs.first().first().content.begin, paragraphs.first().last().content.end}, source.selection};
    const TextSpan &paragraph = place.paragraph;
    place.selection = {std::clamp(source.selection.begin, paragraph.begin, paragraph.end),
                       std::clamp(source.selection.end, paragraph.begin, paragraph.end)};
    TextSpan &selection = place.selection;
    while (selection.begin < selection.end && source.text.at(selection.begin).isSpace())
        ++selection.begin;
    while (selection.end > selection.begin && source.text.at(selection.end - 1).isSpace())
        --selection.end;
    return place;
}

// The word under a cursor, or the whole address where it is in one.
TextSpan wordOrAddress(QStringView text, const Place &place)
{
    const qsizetype cursor = place.selection.begin;
    const QStringView paragraph = text.sliced(place.paragraph.begin, place.paragraph.size());
    for (TextRange url = findBareUrl(paragraph, 0); url.length > 0;
         url = findBareUrl(paragraph, url.start + url.length)) {
        const TextSpan span{place.paragraph.begin + url.start, place.paragraph.begin + url.start + url.length};
        if (span.begin <= cursor && cursor <= span.end)
            return span;
    }
    return wordAt(text, cursor);
}

std::optional<LinkSpan> linkAround(QStringView text, const Place &place)
{
    const QList<LinkSpan> links = linkSpans(text.sliced(place.paragraph.begin, place.paragraph.size()));
    for (const LinkSpan &link : links) {
        const auto inText = [&](const TextSpan &span) {
            return TextSpan{span.begin + place.paragraph.begin, span.end + place.paragraph.begin};
        };
        if (inText(link.outer).contains(place.selection))
            return LinkSpan{inText(link.outer), inText(link.text)};
    }
    return std::nullopt;
}

TextChange removed(const LinkSpan &link)
{
    TextChange change;
    change.replacements = {{{link.outer.begin, link.text.begin}, {}, Side::Opens},
                           {{link.text.end, link.outer.end}, {}, Side::Closes}};
    return change;
}

TextChange added(QStringView text, const TextSpan &place, const QString &address)
{
    TextChange change;
    if (isAddress(text.sliced(place.begin, place.size()))) {
        const QString destination = linkDestination(text.sliced(place.begin, place.size()).toString());
        change.replacements = {{place, u"[]("_s + destination + u')', Side::Opens}};
        change.selection = TextSpan{place.begin + 1, place.begin + 1};
        return change;
    }
    const QString destination = linkDestination(address);
    change.replacements = {{{place.begin, place.begin}, u"["_s, Side::Opens},
                           {{place.end, place.end}, u"]("_s + destination + u')', Side::Closes}};
    const qsizetype at = place.end + 3;
    change.selection =
        place.isEmpty() ? TextSpan{place.begin + 1, place.begin + 1} : TextSpan{at, at + destination.size()};
    return change;
}

} // namespace

QList<LinkSpan> linkSpans(QStringView paragraph)
{
    return LinkScan(paragraph).run();
}

QString linkDestination(const QString &address)
{
    const bool isPlain = std::none_of(address.begin(), address.end(),
                                      [](QChar c) { return c.isSpace() || QStringView(u"()<>").contains(c); });
    if (isPlain)
        return address;
    QString inside = address.simplified();
    inside.replace(u'<', u"%3C"_s).replace(u'>', u"%3E"_s);
    return u'<' + inside + u'>';
}

TextChange toggleLink(const SelectedText &source, const QString &address)
{
    std::optional<Place> place = placeOf(source);
    if (!place)
        return {};
    if (const std::optional<LinkSpan> link = linkAround(source.text, *place))
        return removed(*link);
    if (place->selection.isEmpty())
        place->selection = wordOrAddress(source.text, *place);
    return added(source.text, place->selection, address);
}

} // namespace casebook
