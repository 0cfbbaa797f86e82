#include "core/document/fieldplace.h"

#include <algorithm>

namespace casebook {

namespace {

const YamlNode *childAt(const YamlNode &node, const PathStep &step)
{
    if (!step.intoList)
        return node.kind == YamlNode::Kind::Map ? node.find(step.key) : nullptr;
    const auto index = static_cast<std::size_t>(step.index);
    const bool known = node.kind == YamlNode::Kind::Sequence && step.index >= 0 && index < node.items.size();
    return known ? &node.items[index] : nullptr;
}

/// The offset of a place; that of its line's end where the line is shorter.
qsizetype offsetOf(QByteArrayView bytes, TextPosition place)
{
    qsizetype at = hasByteOrderMark(bytes) ? 3 : 0;
    for (int line = 1; line < place.line && at < bytes.size(); ++at) {
        const bool crlf = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
        line += bytes[at] == '\n' || (bytes[at] == '\r' && !crlf) ? 1 : 0;
    }
    const auto isContinuation = [&](qsizetype offset) {
        return offset < bytes.size() && (static_cast<unsigned char>(bytes[offset]) & 0xC0) == 0x80;
    };
    for (int column = 1; column < place.column && at < bytes.size() && bytes[at] != '\n' && bytes[at] != '\r';
         ++column) {
        do
            ++at;
        while (isContinuation(at));
    }
    return at;
}

/// The last of some nodes that starts at or before an offset; -1 if none does.
int lastBefore(const std::vector<YamlNode> &nodes, qsizetype offset)
{
    const auto isAfter = [offset](const YamlNode &node) { return node.offset > offset; };
    return static_cast<int>(std::find_if(nodes.begin(), nodes.end(), isAfter) - nodes.begin()) - 1;
}

} // namespace

const YamlNode *nodeAt(const YamlNode &root, const FieldPath &path)
{
    const YamlNode *node = &root;
    for (const PathStep &step : path.steps()) {
        node = childAt(*node, step);
        if (!node)
            return nullptr;
    }
    return node;
}

TextPosition placeOf(const Document &document, const FieldPath &path)
{
    const YamlNode *node = &document.tree();
    qsizetype offset = -1;
    for (const PathStep &step : path.steps()) {
        const YamlNode *child = childAt(*node, step);
        if (!child)
            break;
        offset = step.intoList ? child->offset : node->findKey(step.key)->offset;
        node = child;
    }
    return offset < 0 ? TextPosition() : positionAt(document.bytes(), offset);
}

FieldPath pathAt(const Document &document, TextPosition place)
{
    FieldPath path;
    const qsizetype offset = offsetOf(document.bytes(), place);
    const Span front = document.frontMatter();
    if (offset < front.begin || offset >= front.end)
        return path;
    const YamlNode *node = &document.tree();
    while (!node->items.empty() && !node->alias) { // what an alias repeats stands somewhere else
        const bool isMap = node->kind == YamlNode::Kind::Map;
        const int index = lastBefore(isMap ? node->keys : node->items, offset);
        if (index < 0)
            break;
        const auto position = static_cast<std::size_t>(index);
        path = isMap ? path.key(node->keys[position].text) : path.item(index);
        node = &node->items[position];
    }
    return path;
}

} // namespace casebook
