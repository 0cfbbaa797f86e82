#pragma once

#include "core/importers/importeddocument.h"
#include "core/importers/markdownsource.h"

namespace casebook {

/// The case whose heading is the block at `heading` and that ends before the block at `end`.
ImportedCase readCuratedCase(const MarkdownSource &source, std::size_t heading, std::size_t end);

/// The entries of a list that name an organization and say a little about it, as stubs. An entry that is a link and
/// nothing else is none.
QList<ImportedCase> readStubs(const MarkdownSource &source, std::size_t list);

} // namespace casebook
