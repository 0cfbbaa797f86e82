#pragma once

#include "core/document/document.h"
#include "core/document/encoding.h"
#include "core/document/fieldpath.h"

namespace casebook {

// Between the paths of a front matter and the lines that a person sees. Any thread.

/// What stands at a path below a node; null where nothing does. Of a key that stands twice the first counts.
const YamlNode *nodeAt(const YamlNode &root, const FieldPath &path);

/// Where to look for a path: its key, or its item of a list. Where it is not there, what is nearest above it; the start
/// of the file where that is nothing.
TextPosition placeOf(const Document &document, const FieldPath &path);

/// The path of what stands at a place, as deep as it goes; of what stands before it where there is a gap. Past the end
/// of a line means its end. Empty outside of the front matter, before its first key, and where it could not be read.
FieldPath pathAt(const Document &document, TextPosition place);

} // namespace casebook
