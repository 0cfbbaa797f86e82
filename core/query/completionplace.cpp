#include "core/query/completionplace.h"

#include "core/query/queryscanner.h"

#include <algorithm>
#include <utility>

namespace casebook {

namespace {

bool isEscape(QStringView text, qsizetype at)
{
    return text[at] == u'\\' && at + 1 < text.size() && (text[at + 1] == u'"' || text[at + 1] == u'\\');
}

/// Goes through a query from left to right and knows whether it is between quotes, as QueryScanner reads them.
class QuoteWalk {
public:
    explicit QuoteWalk(QStringView text) : m_text(text) {}

    /// Takes in the character at `at`; answers whether it stands between quotes, or is one.
    bool passes(qsizetype at)
    {
        if (!m_inQuotes) {
            m_inQuotes = isQuote(m_text[at]) && opensAt(at);
            m_typographic = m_text[at] != u'"';
            return m_inQuotes;
        }
        if (std::exchange(m_escaped, false))
            return true;
        m_escaped = isEscape(m_text, at);
        m_inQuotes = m_text[at] != u'"' && !(m_typographic && isQuote(m_text[at]));
        return true;
    }

private:
    /// A quote within a word is one of its signs: 5" is a size.
    bool opensAt(qsizetype at) const
    {
        if (at > 0 && (m_text[at - 1] == u':' || m_text[at - 1] == u','))
            return true;
        const qsizetype start = at > 0 && m_text[at - 1] == u'-' ? at - 1 : at;
        return start == 0 || m_text[start - 1].isSpace() || m_text[start - 1] == u'(';
    }

    QStringView m_text;
    bool m_inQuotes = false;
    bool m_typographic = false;
    bool m_escaped = false;
};

/// The text of a name or value; its end may not be there yet.
QString unquoted(QStringView text)
{
    if (text.isEmpty() || !isQuote(text.front()))
        return text.toString();
    QString plain;
    for (qsizetype at = 1; at < text.size(); ++at) {
        if (isEscape(text, at))
            plain += text[++at];
        else if (at + 1 < text.size() || !isQuote(text[at]))
            plain += text[at];
    }
    return plain;
}

void readCondition(QStringView condition, CompletionPlace &place)
{
    QuoteWalk walk(condition);
    qsizetype from = 0;
    for (qsizetype at = 0; at < condition.size(); ++at) {
        if (walk.passes(at))
            continue;
        if (condition[at] == u':' && !place.hasName) {
            place.hasName = true;
            place.name = unquoted(condition.first(at));
            from = at + 1;
        } else if (condition[at] == u',' && place.hasName) {
            place.values.append(unquoted(condition.sliced(from, at - from)));
            from = at + 1;
        }
    }
    const QStringView begun = condition.sliced(from);
    place.quoted = !begun.isEmpty() && isQuote(begun.front());
    place.begun = unquoted(begun);
}

} // namespace

CompletionPlace completionPlaceAt(QStringView text, qsizetype cursor)
{
    cursor = std::clamp<qsizetype>(cursor, 0, text.size());
    QuoteWalk walk(text);
    qsizetype start = 0;
    qsizetype end = text.size();
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool between =
            !walk.passes(at) && (text[at].isSpace() || text[at] == u')' || (text[at] == u'(' && at == start));
        const bool minus = text[at] == u'-' && at == start && at < cursor;
        if (between && at >= cursor) {
            end = at;
            break;
        }
        if ((between || minus) && at < cursor)
            start = at + 1;
    }
    CompletionPlace place;
    place.offset = start;
    place.length = end - start;
    readCondition(text.sliced(start, cursor - start), place);
    return place;
}

} // namespace casebook
