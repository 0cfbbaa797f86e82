#pragma once

#include "core/base/result.h"
#include "core/curate/fieldchange.h"

#include <QStringList>

namespace casebook {

/// Reads a change as it is written on the command line: `year=2021`, `tags+=backend`, `tags-=backend`,
/// `sources[0].url=https://…`, `project=` (removes). The path is FieldPath's; a key with an equals sign in it stands in
/// double quotes. The Error says what is wrong.
Result<FieldChange> readAssignment(const QString &text);

/// What is wrong with the names in a path, where neither the schema nor the case knows one of them, but one that is
/// written almost so; "" where nothing is. `fields` is the front matter.
QString misspelling(const FieldPath &path, const Schema &schema, const Value &fields);

} // namespace casebook
