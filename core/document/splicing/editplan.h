#pragma once

#include "core/document/splicing/editplace.h"
#include "core/document/splicing/splice.h"

namespace casebook {

// One edit as ranged replacements of text. Each function plans for a node that is there; what comes of it is checked by
// applyEdits(), so that a plan may be made for the usual case and be refused in a rare one.

/// The value takes the place of another one, or of none where the node is empty.
Splices planValue(const EditSite &site, const EditPlace &place, const Value &value);
/// The node becomes empty: nothing is left behind its colon or dash but a comment.
Splices planClearing(const EditSite &site, const EditPlace &place);
/// A map that is not empty or stands between brackets gets one more key.
Splices planKey(const EditSite &site, const EditPlace &map, const QString &key, const Value &value);
/// A list gets one more item before the one at `index`, or behind the last.
Splices planItem(const EditSite &site, const EditPlace &list, std::size_t index, const Value &value);
/// A key goes with its value, or an item of a list.
Splices planRemoval(const EditSite &site, const EditPlace &place);
/// An item of the list gets another position, with the comment lines right above it.
Splices planMove(const EditSite &site, const EditPlace &list, std::size_t from, std::size_t to);
/// The first keys of a front matter that has none, or of a file without one.
Splices planFirst(const Document &document, const YamlWriter &writer, const Value &map);

/// Whether planValue() needs the node to be emptied first: a list or map on lines of its own gives way to something
/// else, or something else to such.
bool needsClearing(const EditSite &site, const EditPlace &place, const Value &value);

// What plans share.

/// Where an entry of a map begins (its key) or an item of a list (its dash, or itself between brackets), and where it
/// ends; comments behind it are none of it.
Span entrySpan(const EditSite &site, const EditLevel &owner, std::size_t index);
/// Behind the colon or dash that a node belongs to, or its anchor if it has one.
qsizetype placeOfValue(const EditPlace &place);
/// Whether nothing but blanks stands before a place on its line.
bool isFirstOnLine(QByteArrayView bytes, qsizetype at);

} // namespace casebook
