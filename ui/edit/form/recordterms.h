#pragma once

#include "core/corpus/schema.h"
#include "core/document/yamlnode.h"

namespace casebook {

/// The records of a field with their numbers, from 1, each called what its first text says: for the parts of other
/// records that name one by its number. `tree` is a front matter.
QList<Term> recordTerms(const YamlNode &tree, const Schema &schema, const QString &field);

} // namespace casebook
