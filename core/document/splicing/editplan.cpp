#include "core/document/splicing/editplan.h"

#include <algorithm>

namespace casebook {

Span entrySpan(const EditSite &site, const EditLevel &owner, std::size_t index)
{
    const YamlLayout &layout = *owner.layout;
    const YamlLayout &item = layout.items[index];
    if (owner.node->kind == YamlNode::Kind::Map)
        return {layout.keys[index].begin, std::max(item.end, layout.keys[index].end)};
    const bool isBlock = isBlockCollection(site.bytes(), *owner.node, layout);
    return {isBlock ? layout.marks[index] : item.begin, item.end};
}

qsizetype placeOfValue(const EditPlace &place)
{
    const YamlLayout &layout = *place.last().layout;
    if (layout.anchor.size() > 0)
        return layout.anchor.end;
    const EditLevel &owner = place.owner();
    const std::vector<qsizetype> &marks = owner.layout->marks;
    if (place.last().index < marks.size() && marks[place.last().index] >= 0)
        return marks[place.last().index] + 1;
    return owner.node->kind == YamlNode::Kind::Map ? owner.layout->keys[place.last().index].end : layout.begin;
}

bool isFirstOnLine(QByteArrayView bytes, qsizetype at)
{
    return skipBlanks(bytes, lineStart(bytes, at)) >= at;
}

} // namespace casebook
