#pragma once

#include "core/document/edit.h"
#include "core/document/splicing/yamllayout.h"
#include "core/document/splicing/yamlwriter.h"

#include <vector>

namespace casebook {

/// A node of the front matter, and which child of the node above it it is.
struct EditLevel {
    const YamlNode *node = nullptr;
    const YamlLayout *layout = nullptr;
    std::size_t index = 0; ///< among the items of the level above
};

/// Where a path leads: the nodes on it from the root down, as far as there are any.
struct EditPlace {
    std::vector<EditLevel> levels;
    QList<PathStep> missing; ///< the steps behind the last node that is there

    const EditLevel &last() const { return levels.back(); }
    bool hasOwner() const { return levels.size() > 1; }
    const EditLevel &owner() const { return levels[levels.size() - 2]; }
    bool isFound() const { return missing.isEmpty(); }
    /// Whether the last node stands between brackets.
    bool isInFlow(QByteArrayView bytes) const;
    /// The last node's place without it: that of its owner.
    EditPlace up() const;
};

/// What a plan of splices is made from. The document and the layout must outlive it.
struct EditSite {
    const Document &document;
    const YamlLayout &layout;
    YamlWriter writer;
    KeyOrder order;

    QByteArrayView bytes() const { return document.bytes(); }
    const YamlStyle &style() const { return writer.style(); }

    EditPlace place(const FieldPath &path) const;
};

/// Whether a collection is written in block style: indented, without brackets.
bool isBlockCollection(QByteArrayView bytes, const YamlNode &node, const YamlLayout &layout);

/// Why a value must not change: an alias repeats it elsewhere, or it is an alias's value. Success where it may.
/// `subtree`: all that is below the last node changes too, and itself; otherwise only a list or map around the edit.
Result<void> checkAliases(const EditSite &site, const EditPlace &place, bool subtree);

} // namespace casebook
