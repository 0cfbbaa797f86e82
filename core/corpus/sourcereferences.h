#pragma once

#include "core/base/value.h"
#include "core/corpus/schema.h"
#include "core/document/edit.h"

namespace casebook {

/// An edit, followed by those that it asks for so that every claim and figure still names its source, and every claim
/// its figure: they count these from 1, so that one that is put in, taken out or moved changes the numbers behind it.
/// Who named one that is taken out names none. The edit alone where it is about anything else.
///
/// `fields` is the front matter before the edit. The edits are to be made in order, and together. Any thread.
Edits withReferences(const Edit &edit, const Value &fields, const Schema &schema);

} // namespace casebook
