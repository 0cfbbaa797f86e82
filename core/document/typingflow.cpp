// The part of a scan that is for lists and maps in brackets.
#include "core/document/typingscan.h"

#include <algorithm>

namespace casebook {

bool TypingScan::isFlowMark(QChar c)
{
    return QStringView(u",[]{}").contains(c);
}

/// What stands in brackets, on one line or several, from the first of them or from the start of a line on.
void TypingScan::scanFlow(qsizetype at)
{
    const auto depth = [this] {
        return std::count_if(m_levels.begin(), m_levels.end(),
                             [](const Level &one) { return one.column == flowColumn; });
    };
    bool touches = false; // a text or comment ends right here
    do {
        const qsizetype gap = at;
        at = skipBlanks(at);
        if (depth() > 0)
            noteGap(gap, at, touches);
        touches = false;
        if (isEndAt(at)) {
            if (at < m_text.size())
                m_lineStart = at + 1;
            ++at;
        } else if (isCommentAt(at)) {
            at = lineEnd(at);
            touches = true;
        } else if (m_text[at] == u'{' || m_text[at] == u'[') {
            push(m_text[at] == u'{' ? Level::Kind::FlowMap : Level::Kind::FlowList, flowColumn, childPath());
            ++at;
        } else if (m_text[at] == u'}' || m_text[at] == u']') {
            m_levels.removeLast();
            ++at;
        } else if (m_text[at] == u',') {
            m_levels.last().hasKey = false;
            m_levels.last().hasValue = false;
            ++at;
        } else {
            at = scanFlowToken(at);
            touches = true;
        }
    } while (depth() > 0 && at < m_text.size());
    m_at = std::min(at >= m_text.size() ? at : lineEnd(at) + 1, m_text.size()); // behind the brackets stands nothing
}

/// Between the brackets and commas, where nothing is typed yet.
void TypingScan::noteGap(qsizetype from, qsizetype to, bool touches)
{
    const Level &level = m_levels.last();
    const bool isEnd = isEndAt(to) || isFlowMark(m_text[to]);
    const bool isHere = m_cursor >= from + (touches ? 1 : 0) && (m_cursor < to || (m_cursor == to && isEnd));
    if (!isHere || level.hasValue)
        return;
    const bool isKey = level.kind == Level::Kind::FlowMap && !level.hasKey;
    const bool isItem = level.kind == Level::Kind::FlowList;
    noteEmpty(isKey        ? TypingPlace::Kind::Key
                  : isItem ? TypingPlace::Kind::Either
                           : TypingPlace::Kind::Value,
              isKey ? level.path : childPath(), isKey || isItem ? QList<int>{level.id} : QList<int>());
}

qsizetype TypingScan::scanFlowToken(qsizetype at)
{
    const qsizetype behind = skipProperties(at);
    if (behind > at || m_text[at] == u'*') {
        while (behind == at && !isBlankAt(at) && !isFlowMark(m_text[at]))
            ++at;
        m_levels.last().hasValue = m_levels.last().hasValue || behind != at;
        return std::max(at, behind);
    }
    Level &level = m_levels.last();
    const bool isKey = level.kind == Level::Kind::FlowMap && !level.hasKey;
    const Token found = token(at, true);
    const qsizetype colon = skipBlanks(found.end);
    const bool hasColon = isKey && colon < m_text.size() && m_text[colon] == u':';
    if (isKey || level.kind == Level::Kind::FlowList)
        m_members[level.id].append(found);
    if (isCursorIn(found)) {
        note(isKey ? TypingPlace::Kind::Key : TypingPlace::Kind::Value, isKey ? level.path : childPath(), found,
             isKey || level.kind == Level::Kind::FlowList ? QList<int>{level.id} : QList<int>());
        m_place->hasColon = hasColon;
    }
    level.hasValue = !hasColon;
    if (!hasColon)
        return std::max(found.end, at + 1);
    level.key = found.text;
    level.hasKey = true;
    if (m_cursor == colon + 1 && (isEndAt(colon + 1) || isFlowMark(m_text[colon + 1])))
        noteEmpty(TypingPlace::Kind::Value, childPath(), {});
    return colon + 1;
}

} // namespace casebook
