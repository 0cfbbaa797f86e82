#include "core/query/matchplaces.h"

#include "core/base/fold.h"
#include "core/query/textmatch.h"

#include <QHash>

#include <algorithm>

namespace casebook {

namespace {

/// The code point at `at`; half a pair stands for itself.
char32_t codeAt(QStringView text, qsizetype at)
{
    const QChar first = text[at];
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[at + 1]);
    return first.unicode();
}

/// Folds one character at a time: neither the decomposition nor the folding of a character depends on its neighbours.
class CharacterFolder {
public:
    QByteArrayView folded(QStringView character, char32_t code)
    {
        const auto known = m_known.constFind(code);
        return known != m_known.constEnd() ? *known : *m_known.insert(code, fold(character));
    }

private:
    QHash<char32_t, QByteArray> m_known; // texts repeat their letters
};

bool isLineEnd(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    const bool first = c == u'\r' && at + 1 < text.size() && text[at + 1] == u'\n';
    return c == u'\n' || c == QChar::ParagraphSeparator || c == QChar::LineSeparator || (c == u'\r' && !first);
}

bool isBlank(QByteArrayView folded)
{
    return folded.size() == 1 && (folded[0] == ' ' || folded[0] == '\t' || folded[0] == '\n' || folded[0] == '\r');
}

QList<TextPlace> merged(QList<TextPlace> places)
{
    std::sort(places.begin(), places.end(), [](const TextPlace &a, const TextPlace &b) {
        return std::pair(a.start, a.length) < std::pair(b.start, b.length);
    });
    QList<TextPlace> apart;
    for (const TextPlace &place : std::as_const(places)) {
        if (!apart.isEmpty() && place.start < apart.last().end())
            apart.last().length = std::max(apart.last().end(), place.end()) - apart.last().start;
        else
            apart.append(place);
    }
    return apart;
}

} // namespace

FoldedText::FoldedText(QStringView text)
{
    CharacterFolder folder;
    m_bytes.reserve(text.size());
    m_origins.reserve(static_cast<std::size_t>(text.size()) + 1);
    bool inGap = false;
    int lines = 0; // ended in the gap
    for (qsizetype at = 0; at < text.size();) {
        const char32_t code = codeAt(text, at);
        const qsizetype length = code > 0xFFFF ? 2 : 1;
        const bool lineEnd = isLineEnd(text, at);
        const QByteArrayView folded = lineEnd ? QByteArrayView("\n", 1) : folder.folded(text.sliced(at, length), code);
        if (isBlank(folded)) {
            if (!inGap) {
                m_bytes.append(' ');
                m_origins.push_back(static_cast<int>(at));
                lines = 0;
            }
            inGap = true;
            lines += lineEnd ? 1 : 0;
            if (lines > 1)
                m_bytes.back() = '\n';
        } else if (!(inGap && lines > 0 && folded == QByteArrayView(">"))) { // a quotation's mark belongs to the gap
            inGap = inGap && folded.isEmpty();
            m_bytes.append(folded);
            m_origins.insert(m_origins.end(), static_cast<std::size_t>(folded.size()), static_cast<int>(at));
        }
        at += length;
    }
    m_origins.push_back(static_cast<int>(text.size()));
}

qsizetype FoldedText::endAfter(qsizetype byte) const
{
    auto at = m_origins.begin() + byte;
    const int last = *(at - 1);
    return *std::find_if(at, m_origins.end() - 1, [last](int origin) { return origin != last; });
}

QList<TextPlace> FoldedText::placesOf(QByteArrayView needle, qsizetype most) const
{
    QList<TextPlace> places;
    if (needle.isEmpty())
        return places;
    for (qsizetype at = findWord(m_bytes, needle); at >= 0 && places.size() < most;
         at = findWord(m_bytes, needle, at + needle.size())) {
        const qsizetype start = m_origins[static_cast<std::size_t>(at)];
        places.append({start, endAfter(at + needle.size()) - start});
    }
    return places;
}

QList<TextPlace> matchPlaces(QStringView text, const QList<QByteArray> &needles, qsizetype most)
{
    if (needles.isEmpty() || text.isEmpty())
        return {};
    const FoldedText folded(text);
    QList<TextPlace> places;
    for (const QByteArray &needle : needles)
        places += folded.placesOf(needle, most);
    return merged(std::move(places));
}

} // namespace casebook
