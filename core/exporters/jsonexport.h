#pragma once

#include "core/exporters/textformat.h"

namespace casebook {

/// The version of the JSON that writeJson() writes. Keys are added without a new one; it grows when a key is renamed,
/// removed or given another meaning. The shape is described by core/exporters/export.schema.json (JSON Schema 2020-12).
inline constexpr int jsonExportVersion = 1;

/// One object: {"format": "casebook-export", "version", "created", "corpus", "selection", "fields", "roles", "groups", "cases"},
/// each case as writeCase() writes it, with its body. Broken cases are there with their problems.
bool writeJson(const ExportContent &content, const ExportSink &sink);

} // namespace casebook
