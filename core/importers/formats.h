#pragma once

#include "core/importers/importer.h"

namespace casebook {

// Each of these is made in a file of its own.

/// Headings with "Source:" lines or moves ("Go → Rust") in groups: curatedimporter.cpp.
std::unique_ptr<const Importer> curatedImporter();
/// An article with a section for each company: articleimporter.cpp.
std::unique_ptr<const Importer> articleImporter();
/// "Awesome" lists and tables of adopters: listimporter.cpp.
std::unique_ptr<const Importer> listImporter();
/// A table with a header: csvimporter.cpp.
std::unique_ptr<const Importer> csvImporter();
/// What our own export and `casebook list --json` write: jsonimporter.cpp.
std::unique_ptr<const Importer> jsonImporter();

} // namespace casebook
