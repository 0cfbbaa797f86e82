// The part of a scan that is for the texts, blanks and signs that a line is made of.
#include "core/document/typingscan.h"

#include <algorithm>

namespace casebook {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\r';
}

} // namespace

bool TypingScan::isBlankAt(qsizetype at) const
{
    return isEndAt(at) || isBlank(m_text[at]);
}

bool TypingScan::isCommentAt(qsizetype at) const
{
    return at < m_text.size() && m_text[at] == u'#' && (at == m_lineStart || isBlank(m_text[at - 1]));
}

qsizetype TypingScan::lineEnd(qsizetype at) const
{
    const qsizetype end = m_text.indexOf(u'\n', at);
    return end < 0 ? m_text.size() : end;
}

qsizetype TypingScan::skipBlanks(qsizetype at) const
{
    while (!isEndAt(at) && isBlank(m_text[at]))
        ++at;
    return at;
}

bool TypingScan::isColonAt(qsizetype at) const
{
    if (at >= m_text.size() || m_text[at] != u':')
        return false;
    return isBlankAt(at + 1) || (isFlow() && isFlowMark(m_text[at + 1]));
}

/// Behind the anchors and tags that stand there.
qsizetype TypingScan::skipProperties(qsizetype at) const
{
    while (!isEndAt(at) && (m_text[at] == u'&' || m_text[at] == u'!')) {
        while (!isBlankAt(at))
            ++at;
        at = skipBlanks(at);
    }
    return at;
}

bool TypingScan::startsBlockText(qsizetype at) const
{
    if (m_text[at] != u'|' && m_text[at] != u'>')
        return false;
    ++at;
    while (!isEndAt(at) && (m_text[at].isDigit() || m_text[at] == u'+' || m_text[at] == u'-'))
        ++at;
    const qsizetype rest = skipBlanks(at);
    return isEndAt(rest) || isCommentAt(rest);
}

/// A text in quotes, or a plain one to the end of its line.
TypingScan::Token TypingScan::token(qsizetype at, bool mayBeKey)
{
    if (m_text[at] == u'"' || m_text[at] == u'\'') {
        const Token found = quoted(at);
        const qsizetype start = m_text.lastIndexOf(u'\n', std::max<qsizetype>(found.end - 1, 0)) + 1;
        if (start > m_lineStart) { // over several lines: it goes on behind them
            m_lineStart = start;
            m_at = std::min(lineEnd(found.end) + 1, m_text.size());
        }
        return found;
    }
    Token found{at, at, 0, {}};
    while (!isEndAt(found.end) && !isCommentAt(found.end) && !(isFlow() && isFlowMark(m_text[found.end]))
           && !(mayBeKey && isColonAt(found.end)))
        ++found.end;
    while (found.end > at && isBlank(m_text[found.end - 1]))
        --found.end;
    found.text = m_text.sliced(at, found.end - at).toString();
    return found;
}

/// A text in quotes. One that is being typed may have no end yet: then it ends at the cursor, where otherwise all that
/// follows would belong to it.
TypingScan::Token TypingScan::quoted(qsizetype at) const
{
    const QChar quote = m_text[at];
    const char mark = quote == u'"' ? '"' : '\'';
    const auto made = [&](qsizetype end, bool closed) {
        return Token{at, end, mark,
                     m_text.sliced(at + 1, std::max<qsizetype>(end - at - (closed ? 2 : 1), 0)).toString()};
    };
    qsizetype end = at + 1;
    while (end < m_text.size() && m_text[end] != quote)
        end += (mark == '"' && m_text[end] == u'\\') ? 2 : 1;
    while (mark == '\'' && end + 1 < m_text.size() && m_text[end + 1] == u'\'') { // a quote that belongs to the text
        end += 2;
        while (end < m_text.size() && m_text[end] != quote)
            ++end;
    }
    end = std::min(end, m_text.size());
    const qsizetype behind = std::min(end + 1, m_text.size());
    const bool isHere = m_cursor > at && m_cursor <= end && m_text.sliced(at, m_cursor - at).indexOf(u'\n') < 0;
    const bool closes =
        end < lineEnd(at) && (isBlankAt(behind) || isFlowMark(m_text[behind]) || m_text[behind] == u':');
    if (isHere && !closes)
        return made(m_cursor, false);
    return made(behind, end < m_text.size());
}

} // namespace casebook
