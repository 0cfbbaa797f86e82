#pragma once

#include "core/document/edit.h"

namespace casebook {

/// Reads edits of tests/data/edits, one a line: `set PATH JSON`, `remove PATH`, `insert PATH JSON`, `move PATH
/// POSITION`.
Result<Edits> readEditScript(const QByteArray &script);

/// A value written as JSON; numbers without a point are integers.
Value valueFromJson(const QByteArray &json);

} // namespace casebook
