#include "core/query/completionplace.h"

#include <algorithm>

namespace casebook {

namespace {

/// Goes through a query from left to right and knows whether it is between quotes.
class QuoteWalk {
public:
    explicit QuoteWalk(QStringView text) : m_text(text) {}

    /// Takes in the character at `at`; answers whether it stands between quotes, or is one.
    bool passes(qsizetype at)
    {
        const bool escaped = std::exchange(m_escaped, false);
        if (m_inQuotes && !escaped && m_text[at] == u'\\') {
            m_escaped = true;
            return true;
        }
        if (m_text[at] == u'"' && !escaped) {
            m_inQuotes = !m_inQuotes;
            return true;
        }
        return m_inQuotes;
    }

private:
    QStringView m_text;
    bool m_inQuotes = false;
    bool m_escaped = false;
};

QString unquoted(QStringView text)
{
    QString plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'\\' && at + 1 < text.size())
            plain += text[++at];
        else if (text[at] != u'"')
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
    place.quoted = begun.startsWith(u'"');
    place.begun = place.quoted ? unquoted(begun) : begun.toString();
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
