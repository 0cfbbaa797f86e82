#pragma once

#include "core/importers/importer.h"

namespace casebook {

// Each of these is made in a file of its own.

/// Headings with "Source:" lines or moves ("Go → Rust") in groups: curatedimporter.cpp.
std::unique_ptr<const Importer> curatedImporter();
/// An article with a section for each company: articleimporter.cpp.
std::unique_ptr<const Importer> articleImporter();

} // namespace casebook
