#include "core/document/splicing/editplace.h"

#include "core/document/encoding.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

namespace {

/// A name behind `&` or `*`, with its place.
struct Mention {
    QByteArrayView name;
    qsizetype offset;
};

QByteArrayView nameIn(QByteArrayView bytes, Span span)
{
    return bytes.sliced(span.begin + 1, span.size() - 1);
}

/// The anchors below a node, and with `aliases` the aliases instead.
void collect(QByteArrayView bytes, const YamlNode &node, const YamlLayout &layout, bool aliases,
             std::vector<Mention> &found)
{
    if (node.alias) {
        if (aliases)
            found.push_back({nameIn(bytes, {layout.content, layout.end}), layout.content});
        return;
    }
    if (!aliases && layout.anchor.size() > 1)
        found.push_back({nameIn(bytes, layout.anchor), layout.anchor.begin});
    for (std::size_t i = 0; i < layout.keys.size(); ++i)
        collect(bytes, node.keys[i], layout.keys[i], aliases, found);
    for (std::size_t i = 0; i < layout.items.size(); ++i)
        collect(bytes, node.items[i], layout.items[i], aliases, found);
}

QString translate(const char *text)
{
    return QCoreApplication::translate("Edit", text);
}

Error repeated(const EditSite &site, const Mention &anchor, const Mention &alias)
{
    return Error{
        translate("The value marked &%1 in line %2 is repeated by the alias *%1 in line %3, which would change too. "
                  "Edit it in the source.")
            .arg(QString::fromUtf8(anchor.name))
            .arg(positionAt(site.bytes(), anchor.offset).line)
            .arg(positionAt(site.bytes(), alias.offset).line)};
}

} // namespace

bool EditPlace::isInFlow(QByteArrayView bytes) const
{
    return hasOwner() && !isBlockCollection(bytes, *owner().node, *owner().layout);
}

EditPlace EditPlace::up() const
{
    EditPlace place = *this;
    place.levels.pop_back();
    return place;
}

EditPlace EditSite::place(const FieldPath &path) const
{
    EditPlace place;
    place.levels.push_back({&document.tree(), &layout, 0});
    const QList<PathStep> &steps = path.steps();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const EditLevel &level = place.last();
        const YamlNode &node = *level.node;
        std::size_t index = node.items.size();
        if (!steps[i].intoList) {
            const YamlNode *key = node.findKey(steps[i].key);
            index = key ? static_cast<std::size_t>(key - node.keys.data()) : index;
        } else if (steps[i].index != PathStep::afterLast) {
            index = static_cast<std::size_t>(steps[i].index);
        }
        if (node.alias || index >= node.items.size()) {
            place.missing = steps.sliced(i);
            break;
        }
        place.levels.push_back({&node.items[index], &level.layout->items[index], index});
    }
    return place;
}

bool isBlockCollection(QByteArrayView bytes, const YamlNode &node, const YamlLayout &layout)
{
    if (node.alias || node.flow)
        return false;
    if (node.kind == YamlNode::Kind::Sequence)
        return !layout.marks.empty();
    return node.kind == YamlNode::Kind::Map && layout.content < bytes.size() && bytes[layout.content] != '{';
}

Result<void> checkAliases(const EditSite &site, const EditPlace &place, bool subtree)
{
    const EditLevel &last = place.last();
    if (last.node->alias && !place.isFound()) {
        return Error{translate("Line %1 has an alias here, which stands for a value that is written elsewhere. "
                               "Edit it in the source.")
                         .arg(positionAt(site.bytes(), last.layout->begin).line)};
    }
    std::vector<Mention> anchors;
    for (const EditLevel &level : place.levels) {
        if (&level != &last && level.layout->anchor.size() > 1)
            anchors.push_back({nameIn(site.bytes(), level.layout->anchor), level.layout->anchor.begin});
    }
    if (subtree)
        collect(site.bytes(), *last.node, *last.layout, false, anchors);
    else if (last.layout->anchor.size() > 1)
        anchors.push_back({nameIn(site.bytes(), last.layout->anchor), last.layout->anchor.begin});
    std::vector<Mention> aliases;
    if (!anchors.empty())
        collect(site.bytes(), site.document.tree(), site.layout, true, aliases);
    for (const Mention &anchor : anchors) {
        const auto found = std::find_if(aliases.begin(), aliases.end(), [&](const Mention &alias) {
            const bool goesToo = subtree && alias.offset >= last.layout->begin && alias.offset < last.layout->end;
            return alias.name == anchor.name && !goesToo;
        });
        if (found != aliases.end())
            return repeated(site, anchor, *found);
    }
    return {};
}

} // namespace casebook
