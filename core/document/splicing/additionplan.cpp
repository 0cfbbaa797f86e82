#include "core/document/splicing/editplan.h"

#include <algorithm>
#include <limits>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// The line's end behind an entry in block style, its comment passed over.
qsizetype lineEndOf(const EditSite &site, const EditLevel &owner, std::size_t index)
{
    return lineEnd(site.bytes(), entrySpan(site, owner, index).end);
}

/// The path of a map's keys as a KeyOrder writes it.
QString orderPath(const EditSite &site, const EditPlace &map)
{
    QString path;
    const YamlNode *node = &site.document.tree();
    for (std::size_t i = 1; i < map.levels.size(); ++i) {
        if (node->kind == YamlNode::Kind::Map)
            path += node->keys[map.levels[i].index].text + u'.';
        node = map.levels[i].node;
    }
    return path;
}

/// How many of a map's entries stand before a new key: it follows the last of those that the order puts before it.
std::size_t positionOfKey(const EditSite &site, const EditPlace &map, const QString &key)
{
    const YamlNode &node = *map.last().node;
    const QString path = orderPath(site, map);
    const auto rank = [&](const QString &name) {
        const qsizetype found = site.order.indexOf(QString(path + name));
        return found < 0 ? std::numeric_limits<qsizetype>::max() : found;
    };
    const qsizetype own = rank(key);
    if (own == std::numeric_limits<qsizetype>::max())
        return node.keys.size();
    std::size_t position = 0;
    qsizetype highest = -1;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        if (const qsizetype other = rank(node.keys[i].text); other < own && other > highest) {
            position = i + 1;
            highest = other;
        }
    }
    return position;
}

/// The blanks behind a new key's colon: one, or more where the map's values stand in one column.
QByteArray gapFor(const EditSite &site, const YamlLayout &map, const QByteArray &key, qsizetype column)
{
    qsizetype shared = -1;
    bool isTable = false;
    for (std::size_t i = 0; i < map.items.size(); ++i) {
        const YamlLayout &item = map.items[i];
        if (item.isEmptyValue() || lineStart(site.bytes(), item.begin) > map.keys[i].begin)
            continue;
        const qsizetype at = columnOf(site.bytes(), item.begin);
        if (shared >= 0 && at != shared)
            return " ";
        shared = at;
        isTable = isTable || item.begin - map.marks[i] > 2;
    }
    const qsizetype gap = shared - column - key.size() - 1;
    return isTable && map.items.size() > 1 && gap > 0 ? QByteArray(gap, ' ') : QByteArray(" ");
}

QByteArray writtenEntry(const EditSite &site, const EditPlace &map, const QString &name, const Value &value,
                        qsizetype column)
{
    const QByteArray key = site.writer.key(name, false);
    const QByteArray text = site.writer.afterKey(value, column);
    if (!text.startsWith(' '))
        return key + ":" + text;
    return key + ":" + gapFor(site, *map.last().layout, key, column) + text.sliced(1);
}

/// The comma and what stands between two entries in brackets: a blank, or a new line where each has its own.
QByteArray flowGap(const EditSite &site, qsizetype entry)
{
    const QByteArrayView bytes = site.bytes();
    const qsizetype start = lineStart(bytes, entry);
    if (!isFirstOnLine(bytes, entry))
        return " ";
    return site.style().lineBreak + bytes.sliced(start, entry - start).toByteArray();
}

/// Puts a text between the brackets of a list or map as its entry at `index`.
Splices planInFlow(const EditSite &site, const EditLevel &owner, std::size_t index, const QByteArray &text, bool padded)
{
    const YamlLayout &layout = *owner.layout;
    if (layout.items.empty()) {
        const QByteArray inner = padded ? QByteArray(" " + text + " ") : text;
        return {{{layout.content + 1, layout.end - 1}, inner}};
    }
    if (index < layout.items.size()) {
        const qsizetype at = entrySpan(site, owner, index).begin;
        return {{{at, at}, text + "," + flowGap(site, at)}};
    }
    const Span last = entrySpan(site, owner, index - 1);
    return {{{last.end, last.end}, "," + flowGap(site, last.begin) + text}};
}

Splices planBlockKey(const EditSite &site, const EditPlace &map, const QString &key, const Value &value)
{
    const EditLevel &level = map.last();
    const qsizetype column = columnOf(site.bytes(), level.layout->keys.front().begin);
    const QByteArray text = writtenEntry(site, map, key, value, column);
    const QByteArray lineAbove = site.style().lineBreak + QByteArray(column, ' ');
    const std::size_t position = positionOfKey(site, map, key);
    if (position == 0) {
        const qsizetype at = level.layout->keys.front().begin;
        return {{{at, at}, text + lineAbove}};
    }
    const qsizetype at = lineEndOf(site, level, position - 1);
    return {{{at, at}, lineAbove + text}};
}

/// Whether new records of a list are to be written in brackets, as the others are.
bool hasFlowMaps(const YamlNode &list)
{
    const auto isFlow = [](const YamlNode &item) {
        return item.kind == YamlNode::Kind::Map && item.flow && !item.items.empty();
    };
    const auto isMap = [](const YamlNode &item) { return item.kind == YamlNode::Kind::Map; };
    return std::any_of(list.items.begin(), list.items.end(), isFlow)
        && std::all_of(list.items.begin(), list.items.end(),
                       [&](const YamlNode &item) { return isFlow(item) || !isMap(item); });
}

/// The style of the items that a new one joins: that of the quotation marks, if all texts have them.
QByteArray writtenItem(const EditSite &site, const YamlNode &list, const YamlLayout &layout, const Value &value,
                       bool inFlow)
{
    ScalarPlace place;
    place.inFlow = inFlow;
    char mark = '\0';
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const bool isText = list.items[i].kind == YamlNode::Kind::Scalar && !layout.items[i].isEmptyValue();
        const char first = isText ? site.bytes()[layout.items[i].content] : '\0';
        if ((first != '"' && first != '\'') || (mark != '\0' && mark != first))
            return site.writer.flow(value, inFlow);
        mark = first;
    }
    const bool oneLine = value.isString() && !value.toText().contains(u'\n');
    return mark != '\0' && oneLine ? site.writer.scalarLike(value, styleOfScalar(mark), place)
                                   : site.writer.flow(value, inFlow);
}

/// A dash with its item, to stand in `column`.
QByteArray writtenDash(const EditSite &site, const EditLevel &list, const Value &value, qsizetype column)
{
    const bool isLine = !value.isList() && !value.isMap() && !value.isNull() && !value.toText().contains(u'\n');
    if (isLine)
        return "-" + site.style().dashGap + writtenItem(site, *list.node, *list.layout, value, false);
    return "-" + site.writer.afterDash(value, column, hasFlowMaps(*list.node));
}

} // namespace

Splices planKey(const EditSite &site, const EditPlace &map, const QString &key, const Value &value)
{
    const EditLevel &level = map.last();
    if (isBlockCollection(site.bytes(), *level.node, *level.layout))
        return planBlockKey(site, map, key, value);
    const QByteArray text = site.writer.key(key, true) + ": " + site.writer.flow(value, true);
    const std::size_t position = positionOfKey(site, map, key);
    return planInFlow(site, level, position, text, site.style().padMaps);
}

Splices planItem(const EditSite &site, const EditPlace &list, std::size_t index, const Value &value)
{
    const EditLevel &level = list.last();
    if (!isBlockCollection(site.bytes(), *level.node, *level.layout)) {
        const QByteArray text = writtenItem(site, *level.node, *level.layout, value, true);
        return planInFlow(site, level, index, text, site.style().padLists);
    }
    const qsizetype column = columnOf(site.bytes(), level.layout->marks.front());
    const QByteArray text = writtenDash(site, level, value, column);
    const QByteArray lineAbove = site.style().lineBreak + QByteArray(column, ' ');
    if (index == 0) {
        const qsizetype at = level.layout->marks.front();
        return {{{at, at}, text + lineAbove}};
    }
    const qsizetype at = lineEndOf(site, level, index - 1);
    return {{{at, at}, lineAbove + text}};
}

Splices planFirst(const Document &document, const YamlWriter &writer, const Value &map)
{
    const QByteArray lineBreak = writer.style().lineBreak;
    const QByteArray lines = writer.block(map, 0) + lineBreak;
    if (document.frontMatterKind() == FrontMatterKind::Yaml) {
        const qsizetype at = document.frontMatter().end;
        return {{{at, at}, lines}};
    }
    const qsizetype at = document.body().begin;
    return {{{at, at}, "---" + lineBreak + lines + "---" + lineBreak}};
}

} // namespace casebook
