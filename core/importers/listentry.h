#pragma once

#include "core/importers/importeddocument.h"
#include "core/importers/markdownsource.h"

#include <optional>

namespace casebook {

/// What counts as an entry of a link list.
enum class EntryRule {
    Strict,  ///< a name that is strong or a link, with links
    Lenient, ///< also "Company: https://…" and "Company (…)", and a strong name alone: among other entries
};

/// The case that an entry of a link list tells: "**Company**: …" or "[Company](…) ([1](…)) - …", with all links below
/// it as sources, or nothing where it names none. Marks before the name, such as a box to tick, are no part of it.
/// `text`: the entry as it stands, which becomes the body.
std::optional<ImportedCase> readEntry(const MarkdownNode &item, const QString &text, EntryRule rule);

/// The words of a name without HTML tags.
QString withoutTags(const QString &text);

/// The cases in the rows of a table with a column for the organization; empty where it has none.
QList<ImportedCase> readAdopters(const MarkdownNode &table);

} // namespace casebook
