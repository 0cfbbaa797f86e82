#pragma once

#include "core/base/problem.h"
#include "core/corpus/schema.h"

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace casebook {

struct SchemaResult {
    Schema schema;
    Problems problems; ///< places in corpus.yaml, in order
    bool valid = true; ///< false: the file could not be read, and the schema must be inferred
};

/// Reads a corpus.yaml. What it does not say gets a sensible default, what it says wrongly is a problem and is left
/// out; keys that are not known are passed over.
///
/// Its keys: `name`, `subject`, `description`; `fields` (a map from id to {type, label, required, facet, vocabulary,
/// fields}); `vocabularies` (a map from name to a list of terms: an id, or {id, label, definition}); `groups` (a list
/// of {value, label, description, color}); `roles` (a map from role to a field's id, or to {field: id, PART: name});
/// `evidence` (see evidencetermsreader.h). Where `roles` is silent, a field named like a role has that role.
SchemaResult readSchema(const QByteArray &bytes);

/// The type's name as corpus.yaml writes it.
QString fieldTypeName(FieldType type);
/// The type of that name; nothing where there is none.
std::optional<FieldType> fieldTypeFromName(QStringView name);

} // namespace casebook
