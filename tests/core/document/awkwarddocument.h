#pragma once

#include "core/base/value.h"
#include "core/document/document.h"
#include "tests/bench/random.h"

#include <QByteArray>

#include <vector>

namespace casebook {

/// A valid Markdown file with front matter as awkward as people write it: comments anywhere, every style of scalar,
/// list and map, texts over many lines, anchors, tags, columns, tabs, CR LF, byte order mark.
struct AwkwardDocument {
    /// A key of the front matter with all its lines, the line end included; comment lines between keys belong to none.
    struct Block {
        QByteArray key;
        Span lines;
        bool hasAnchor = false; ///< an anchor stands in it that an alias in another block repeats, or such an alias
    };
    QByteArray bytes;
    std::vector<Block> blocks;
};

/// The same for the same state of `random`.
AwkwardDocument awkwardDocument(bench::Random &random);

/// Any value to be set: texts that are hard to write, numbers, lists and maps of such. `depth`: of collections inside.
Value awkwardValue(bench::Random &random, int depth);

} // namespace casebook
