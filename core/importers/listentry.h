#pragma once

#include "core/importers/importeddocument.h"
#include "core/importers/markdownsource.h"

#include <optional>

namespace casebook {

/// The case that an entry of a link list tells: "**Company**: …" or "[Company](…) ([1](…)) - …", with all links below
/// it as sources, or nothing where it names none. `text`: the entry as it stands, which becomes the body.
std::optional<ImportedCase> readEntry(const MarkdownNode &item, const QString &text);

/// The cases in the rows of a table with a column for the organization; empty where it has none.
QList<ImportedCase> readAdopters(const MarkdownNode &table);

} // namespace casebook
