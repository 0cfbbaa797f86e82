#include "core/provenance/quotechanges.h"

#include <algorithm>

namespace casebook {

namespace {

bool isEllipsis(const QuoteStep &step)
{
    return step.kind == QuoteStep::Kind::Ellipsis;
}

/// Where between two steps of the quote something is left out.
bool leavesOut(const QuotePattern &pattern, int from, int to)
{
    return std::any_of(pattern.steps.begin() + from, pattern.steps.begin() + to, isEllipsis);
}

/// A run of changed words in both texts.
class ChangeReader {
public:
    ChangeReader(const QuotePattern &pattern, const PageText &page, QStringView quote)
        : m_pattern(pattern), m_page(page), m_quote(quote)
    {
    }

    QList<WordChange> read(const QuoteAlignment &alignment)
    {
        for (const QuoteAlignment::Pair &pair : alignment.pairs) {
            if (pair.isEqual) {
                finish();
                continue;
            }
            if (pair.step >= 0)
                widen(m_sought, m_pattern.steps[static_cast<std::size_t>(pair.step)].word);
            if (pair.word >= 0)
                widen(m_seen, m_page.words()[static_cast<std::size_t>(pair.word)]);
        }
        finish();
        return m_changes;
    }

private:
    static void widen(TextPlace &place, const TextWord &word)
    {
        if (place.length == 0)
            place.start = word.start;
        place.length = word.end - place.start;
    }

    void finish()
    {
        if (m_sought.length > 0 || m_seen.length > 0)
            m_changes.append({m_quote.sliced(m_sought.start, m_sought.length).toString().simplified(),
                              m_page.text().sliced(m_seen.start, m_seen.length).simplified()});
        m_sought = {};
        m_seen = {};
    }

    const QuotePattern &m_pattern;
    const PageText &m_page;
    QStringView m_quote;
    QList<WordChange> m_changes;
    TextPlace m_sought;
    TextPlace m_seen;
};

} // namespace

QList<TextPlace> partsOf(const QuotePattern &pattern, const PageText &page, const QuoteAlignment &alignment)
{
    QList<TextPlace> parts;
    int lastStep = -1;
    for (const QuoteAlignment::Pair &pair : alignment.pairs) {
        const bool isNew =
            parts.isEmpty() || (pair.step >= 0 && lastStep >= 0 && leavesOut(pattern, lastStep, pair.step));
        if (pair.step >= 0)
            lastStep = pair.step;
        if (pair.word < 0)
            continue;
        const TextWord &word = page.words()[static_cast<std::size_t>(pair.word)];
        if (isNew)
            parts.append({word.start, 0});
        parts.last().length = word.end - parts.last().start;
    }
    return parts;
}

QList<WordChange> changesOf(const QuotePattern &pattern, const PageText &page, QStringView quote,
                            const QuoteAlignment &alignment)
{
    return ChangeReader(pattern, page, quote).read(alignment);
}

} // namespace casebook
