#include "core/document/splicing/editplan.h"

namespace casebook {

namespace {

bool isBlockText(char first)
{
    return first == '|' || first == '>';
}

/// The column of the key or dash that a node belongs to.
qsizetype ownerColumn(const EditSite &site, const EditPlace &place)
{
    return columnOf(site.bytes(), entrySpan(site, place.owner(), place.last().index).begin);
}

/// The column of the lines of a text below `|` or `>`, or `fallback` where it has none.
qsizetype textColumn(QByteArrayView bytes, const YamlLayout &layout, qsizetype fallback)
{
    for (qsizetype line = nextLine(bytes, layout.content); line < layout.end; line = nextLine(bytes, line)) {
        if (const qsizetype text = skipBlanks(bytes, line); text < lineEnd(bytes, line))
            return text - line;
    }
    return fallback;
}

/// The length of the longest line of a text in lines, where a new one is to be broken; at least 60 characters.
qsizetype textWidth(QByteArrayView bytes, const YamlLayout &layout)
{
    qsizetype width = 60;
    for (qsizetype line = nextLine(bytes, layout.content); line < layout.end; line = nextLine(bytes, line))
        width = std::max(width, columnOf(bytes, lineEnd(bytes, line)));
    return width;
}

ScalarPlace scalarPlace(const EditSite &site, const EditPlace &place)
{
    const YamlLayout &layout = *place.last().layout;
    ScalarPlace scalar;
    scalar.inFlow = place.isInFlow(site.bytes());
    scalar.lineBreak = site.style().lineBreak;
    scalar.indent = ownerColumn(site, place) + site.style().indentStep;
    if (!layout.isEmptyValue() && isBlockText(site.bytes()[layout.content])) {
        scalar.indent = textColumn(site.bytes(), layout, scalar.indent);
        scalar.width = textWidth(site.bytes(), layout);
    }
    return scalar;
}

/// The comment behind `|` or `>`, with the blanks before it.
QByteArray commentOf(QByteArrayView bytes, qsizetype head)
{
    const qsizetype end = lineEnd(bytes, head);
    qsizetype at = bytes.first(end).indexOf('#', head);
    if (at < 0)
        return {};
    while (at > head && isBlankOrBreak(bytes[at - 1]))
        --at;
    return bytes.sliced(at, end - at).toByteArray();
}

QByteArray newScalar(const EditSite &site, const EditPlace &place, const Value &value)
{
    const EditLevel &old = place.last();
    const char first = old.layout->isEmptyValue() || old.node->kind != YamlNode::Kind::Scalar || old.node->alias
        ? '\0'
        : site.bytes()[old.layout->content];
    QByteArray text = site.writer.scalarLike(value, styleOfScalar(first), scalarPlace(site, place));
    if (isBlockText(first) && isBlockText(text.at(0)))
        text.insert(lineEnd(text, 0), commentOf(site.bytes(), old.layout->content));
    return text;
}

/// What is replaced: the content, and a tag with it, which would tell the new value's type. An anchor stays.
Splices replacement(const YamlLayout &layout, const QByteArray &text)
{
    if (layout.tag.size() == 0)
        return {{{layout.content, layout.end}, text}};
    if (layout.tag.begin > layout.anchor.begin) // behind the anchor, or there is none
        return {{{layout.tag.begin, layout.end}, text}};
    return {{{layout.tag.begin, layout.anchor.begin}, {}}, {{layout.content, layout.end}, text}};
}

/// A value where none is, on the line of its key or dash.
Splices planBehindMark(const EditSite &site, qsizetype at, const QByteArray &text)
{
    const QByteArrayView bytes = site.bytes();
    const qsizetype blanks = skipBlanks(bytes, at);
    // Blanks that were kept for the value stand before it; those before a comment stay there.
    if (blanks > at && (blanks >= bytes.size() || blanks == lineEnd(bytes, at)))
        return {{{blanks, blanks}, text}};
    return {{{at, at}, " " + text}};
}

Splices planInEmptyFlow(const EditSite &site, const EditPlace &place, const QByteArray &text)
{
    const QByteArrayView bytes = site.bytes();
    const EditLevel &owner = place.owner();
    const qsizetype at = placeOfValue(place);
    const bool hasMark =
        place.last().index < owner.layout->marks.size() && owner.layout->marks[place.last().index] >= 0;
    if (owner.node->kind == YamlNode::Kind::Map && !hasMark)
        return {{{at, at}, ": " + text}};
    const qsizetype blanks = skipBlanks(bytes, at);
    if (bytes[blanks] == '#')
        return {{{at, at}, " " + text}};
    const bool closes = bytes[blanks] == '}' && site.style().padMaps;
    return {{{at, closes ? std::max(at, blanks - 1) : blanks}, " " + text}};
}

Splices planInEmpty(const EditSite &site, const EditPlace &place, const Value &value)
{
    const QByteArrayView bytes = site.bytes();
    if (place.isInFlow(bytes))
        return planInEmptyFlow(site, place, site.writer.flow(value, true));
    const qsizetype at = std::max(placeOfValue(place), place.last().layout->end);
    const qsizetype column = ownerColumn(site, place);
    if (place.owner().node->kind == YamlNode::Kind::Sequence) {
        const qsizetype blanks = skipBlanks(bytes, at);
        const bool endsThere = blanks == lineEnd(bytes, at);
        return {{{at, endsThere ? blanks : at}, site.writer.afterDash(value, column, false)}};
    }
    if (site.writer.isBlock(value)) {
        const qsizetype end = lineEnd(bytes, at);
        return {{{end, end}, site.writer.afterKey(value, column)}};
    }
    if (value.isList() || value.isMap())
        return planBehindMark(site, at, site.writer.flow(value, false));
    return planBehindMark(site, at, newScalar(site, place, value));
}

} // namespace

bool needsClearing(const EditSite &site, const EditPlace &place, const Value &value)
{
    const EditLevel &old = place.last();
    if (!place.isFound() || !place.hasOwner() || place.isInFlow(site.bytes()) || old.layout->isEmptyValue())
        return false;
    const bool isOnLines = isBlockCollection(site.bytes(), *old.node, *old.layout);
    const bool goesOnLines = site.writer.isBlock(value);
    return !value.isNull() && (isOnLines || goesOnLines);
}

Splices planClearing(const EditSite &site, const EditPlace &place)
{
    const QByteArrayView bytes = site.bytes();
    const YamlLayout &layout = *place.last().layout;
    const qsizetype at = placeOfValue(place);
    const qsizetype end = lineEnd(bytes, at);
    // What stands on the lines below goes with them; a comment on the first line stays.
    return {{{layout.content > end && layout.tag.size() == 0 ? end : at, layout.end}, {}}};
}

Splices planValue(const EditSite &site, const EditPlace &place, const Value &value)
{
    const YamlLayout &layout = *place.last().layout;
    if (layout.isEmptyValue())
        return planInEmpty(site, place, value);
    if (value.isNull() && !place.isInFlow(site.bytes()))
        return planClearing(site, place);
    const QByteArray text = value.isList() || value.isMap() ? site.writer.flow(value, place.isInFlow(site.bytes()))
                                                            : newScalar(site, place, value);
    return replacement(layout, text);
}

} // namespace casebook
