#include "core/document/typingscan.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr qsizetype noBlockText = -2;

} // namespace

bool TypingScan::isFlow() const
{
    return !m_levels.isEmpty() && m_levels.last().column == flowColumn;
}

bool TypingScan::isCursorIn(const Token &token) const
{
    return m_cursor >= token.begin && m_cursor <= token.end && token.begin >= m_lineStart;
}

/// The path of what stands behind the last key or dash.
QStringList TypingScan::childPath() const
{
    if (m_levels.isEmpty())
        return {};
    const Level &top = m_levels.last();
    const bool isMap = top.kind == Level::Kind::Map || top.kind == Level::Kind::FlowMap;
    return isMap ? top.path + QStringList(top.key) : top.path;
}

TypingScan::Level &TypingScan::push(Level::Kind kind, qsizetype column, const QStringList &path)
{
    if (!m_levels.isEmpty())
        m_levels.last().hasValue = true;
    Level level;
    level.kind = kind;
    level.column = column;
    level.path = path;
    level.id = ++m_lastId;
    m_levels.append(level);
    return m_levels.last();
}

std::optional<TypingPlace> TypingScan::scan()
{
    while (m_at < m_text.size())
        scanLine();
    if (!m_place)
        return m_place;
    for (const int level : std::as_const(m_placeLevels)) {
        for (const Token &member : m_members.value(level)) {
            if (member.begin != m_place->begin && !member.text.isEmpty())
                m_place->present.append(member.text);
        }
    }
    return m_place;
}

void TypingScan::note(TypingPlace::Kind kind, const QStringList &path, const Token &token, const QList<int> &levels)
{
    TypingPlace place;
    place.kind = kind;
    place.path = path;
    place.begin = token.begin;
    place.end = token.end;
    place.quote = token.quote;
    const qsizetype from = token.begin + (token.quote && m_cursor > token.begin ? 1 : 0);
    place.typed = m_text.sliced(from, m_cursor - from).toString();
    if (token.quote == '\'')
        place.typed.replace(QStringLiteral("''"), QStringLiteral("'"));
    place.inFlow = isFlow();
    const QChar before = m_cursor > m_lineStart ? m_text[m_cursor - 1] : u'\n';
    place.needsBlank = token.begin == token.end && (before == u':' || (before == u'-' && !place.inFlow));
    m_place = place;
    m_placeLevels = levels;
}

void TypingScan::noteEmpty(TypingPlace::Kind kind, const QStringList &path, const QList<int> &levels)
{
    note(kind, path, {m_cursor, m_cursor, 0, {}}, levels);
}

/// What is first in an item of a list: the item, or its first key, and then the lines below may hold others.
void TypingScan::noteFirst(const Token &token)
{
    const QStringList path = m_levels.last().path;
    const int list = m_levels.last().id;
    const int map = push(Level::Kind::Map, column(token.begin), path).id;
    note(TypingPlace::Kind::Either, path, token, {list, map});
}

void TypingScan::scanLine()
{
    m_lineStart = m_at;
    const qsizetype end = lineEnd(m_at);
    const qsizetype first = skipBlanks(m_at);
    if (isFlow()) {
        scanFlow(m_at);
        return;
    }
    m_at = std::min(end + 1, m_text.size());
    if (m_blockColumn != noBlockText && scanBlockText(first))
        return;
    if (first == end) {
        if (m_cursor >= m_lineStart && m_cursor <= end)
            scanEmptyLine();
        return;
    }
    if (m_text[first] == u'#')
        return;
    const bool isDash = m_text[first] == u'-' && isBlankAt(first + 1);
    const auto isLeft = [&](const Level &level) {
        return level.column > column(first)
            || (level.column == column(first) && level.kind == Level::Kind::List && !isDash);
    };
    while (!m_levels.isEmpty() && isLeft(m_levels.last()))
        m_levels.removeLast();
    if (isContinued(column(first)))
        return;
    const qsizetype node = isDash ? scanDashes(first) : first;
    if (!isEndAt(node) && !isCommentAt(node))
        scanNode(node, true, isDash);
}

/// Lines that go on with a plain text: further to the right than what it belongs to.
bool TypingScan::isContinued(qsizetype column) const
{
    return !m_levels.isEmpty() && m_levels.last().column < column && m_levels.last().hasValue;
}

/// Whether the line belongs to the block text above it, whose lines are empty or stand further to the right. Where
/// nothing stands in the cursor's line, the cursor tells how far.
bool TypingScan::scanBlockText(qsizetype first)
{
    const bool isEmpty = isEndAt(first);
    const bool isCursors = m_cursor >= m_lineStart && m_cursor <= lineEnd(m_lineStart);
    if (isEmpty ? !isCursors || column(m_cursor) > m_blockColumn : column(first) > m_blockColumn)
        return true;
    if (!isEmpty)
        m_blockColumn = noBlockText;
    return false;
}

void TypingScan::scanEmptyLine()
{
    const qsizetype here = column(m_cursor);
    auto level = std::find_if(m_levels.crbegin(), m_levels.crend(), [here](const Level &one) {
        return one.column < here || (one.column == here && one.kind == Level::Kind::Map);
    });
    if (level != m_levels.crend() && level->column == here) {
        noteEmpty(TypingPlace::Kind::Key, level->path, {level->id});
    } else if (level == m_levels.crend() && m_levels.isEmpty()) {
        const Level &root = push(Level::Kind::Map, here, {});
        noteEmpty(TypingPlace::Kind::Key, {}, {root.id});
    } else if (level != m_levels.crend() && level == m_levels.crbegin() && !level->hasValue) {
        const QStringList path = childPath();
        const Level &made = push(Level::Kind::Map, here, path);
        noteEmpty(TypingPlace::Kind::Either, path, {made.id});
    }
}

/// Enters the lists whose dashes begin the line; answers where the last item begins.
qsizetype TypingScan::scanDashes(qsizetype at)
{
    while (at < m_text.size() && m_text[at] == u'-' && isBlankAt(at + 1)) {
        const bool goesOn =
            !m_levels.isEmpty() && m_levels.last().kind == Level::Kind::List && m_levels.last().column == column(at);
        if (!goesOn)
            push(Level::Kind::List, column(at), childPath());
        m_levels.last().hasValue = false;
        const qsizetype dash = at;
        at = skipBlanks(at + 1);
        if (m_cursor > dash && m_cursor <= at && (isEndAt(at) || (isCommentAt(at) && m_cursor < at)))
            noteFirst({m_cursor, m_cursor, 0, {}});
    }
    return at;
}

void TypingScan::scanNode(qsizetype at, bool mayBeKey, bool afterDash)
{
    at = skipProperties(at);
    if (isEndAt(at))
        return;
    const QChar first = m_text[at];
    if (first == u'{' || first == u'[') {
        scanFlow(at);
    } else if (startsBlockText(at)) {
        m_blockColumn = m_levels.isEmpty() ? -1 : m_levels.last().column;
    } else if (first != u'*' && !(first == u'?' && isBlankAt(at + 1))) {
        const Token found = token(at, mayBeKey);
        const qsizetype colon = skipBlanks(found.end);
        if (mayBeKey && found.begin >= m_lineStart && isColonAt(colon))
            scanKey(found);
        else
            scanText(found, mayBeKey, afterDash);
    }
}

/// A text that is no key, or is none yet.
void TypingScan::scanText(const Token &found, bool mayBeKey, bool afterDash)
{
    const bool isHere = isCursorIn(found);
    const bool hasMap = !m_levels.isEmpty() && m_levels.last().kind == Level::Kind::Map;
    if (!mayBeKey) {
        if (isHere)
            note(TypingPlace::Kind::Value, childPath(), found, {});
        m_levels.last().hasValue = true;
    } else if (hasMap && m_levels.last().column == column(found.begin) && !afterDash) {
        if (isHere)
            note(TypingPlace::Kind::Key, m_levels.last().path, found, {m_levels.last().id});
    } else if (afterDash) {
        Level &list = m_levels.last();
        m_members[list.id].append(found);
        list.hasValue = true;
        if (isHere)
            noteFirst(found);
    } else {
        const QStringList path = childPath();
        const bool isRoot = m_levels.isEmpty();
        if (!isHere && !isRoot) {
            m_levels.last().hasValue = true;
            return;
        }
        const int id = push(Level::Kind::Map, column(found.begin), path).id;
        if (isHere)
            note(isRoot ? TypingPlace::Kind::Key : TypingPlace::Kind::Either, path, found, {id});
    }
}

void TypingScan::scanKey(const Token &found)
{
    const qsizetype at = column(found.begin);
    const bool goesOn = !m_levels.isEmpty() && m_levels.last().kind == Level::Kind::Map && m_levels.last().column == at;
    if (!goesOn)
        push(Level::Kind::Map, at, childPath());
    Level &map = m_levels.last();
    m_members[map.id].append(found);
    map.key = found.text;
    map.hasValue = false;
    if (isCursorIn(found)) {
        note(TypingPlace::Kind::Key, map.path, found, {map.id});
        m_place->hasColon = true;
    }
    const qsizetype behind = skipBlanks(found.end) + 1;
    const qsizetype value = skipBlanks(behind);
    const bool isGap = isEndAt(value) || (isCommentAt(value) && m_cursor < value);
    if (isGap && m_cursor >= behind && m_cursor <= value)
        noteEmpty(TypingPlace::Kind::Value, childPath(), {});
    if (!isEndAt(value) && !isCommentAt(value))
        scanNode(value, false, false);
}

} // namespace casebook
