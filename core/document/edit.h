#pragma once

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/document/document.h"
#include "core/document/fieldpath.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace casebook {

/// One change of a front matter, as a person means it. A value; any thread.
struct Edit {
    enum class Kind {
        Set,    ///< what stands at the path becomes `value`; where nothing stands, it is added, with the maps above it
        Remove, ///< what stands at the path goes, with its key or its place in the list; no error where nothing stands
        Insert, ///< `value` is put before the list's item at the path, or behind the last; a missing list is made
        Move,   ///< the list's item at the path gets the position `to`, counted without it
    };
    Kind kind = Kind::Set;
    FieldPath path;
    Value value;
    int to = 0;

    static Edit set(FieldPath path, Value value) { return {Kind::Set, std::move(path), std::move(value), 0}; }
    static Edit remove(FieldPath path) { return {Kind::Remove, std::move(path), {}, 0}; }
    static Edit insert(FieldPath path, Value value) { return {Kind::Insert, std::move(path), std::move(value), 0}; }
    static Edit move(FieldPath path, int to) { return {Kind::Move, std::move(path), {}, to}; }
};

using Edits = QList<Edit>;

/// In what order a new key is put among the keys that are there: ids of fields, those of a record's parts as
/// `effort.months` (of a list's records too: `sources.url`). Keys that it does not name come last.
using KeyOrder = QStringList;

/// The bytes of the file with the edits made one after the other, all of them or, with an Error, none.
///
/// Only the bytes of the values that were meant differ: nothing is written anew but a new value, in the style of what
/// it replaces or stands beside (quotes where the plain form would be read as another type; brackets or dashes as in
/// the list it joins; the indentation, the columns and the line ends of the file). Setting a list or map over another
/// changes the items that differ alone. Setting what stands there already changes nothing. A file without front matter
/// gets one when something is set.
///
/// After each edit the bytes are parsed again and compared with what was meant; where anything else has changed, the
/// Error explains it. Errors too: front matter that is broken, in TOML or has a key twice, a path through something
/// that is no map or list, a value that an alias repeats elsewhere or that an alias stands for.
Result<QByteArray> applyEdits(const Document &document, const Edits &edits, const KeyOrder &order = {});

/// The bytes of the file with another body; all that stands before the body is kept. Never fails.
QByteArray withBody(const Document &document, QByteArrayView body);

} // namespace casebook
