#pragma once

#include "core/document/edit.h"

namespace casebook {

/// What an edit makes of a front matter's value, without any text: what applyEdits() compares its work with. A null is
/// taken as an empty map or list where the path goes into it. The Error says which step of the path leads nowhere.
Result<Value> edited(const Value &root, const Edit &edit);

/// Whether two values are the same but for the order of keys.
bool isSame(const Value &a, const Value &b);

/// The value at a path, or null where nothing stands.
const Value *valueAtPath(const Value &root, const FieldPath &path);

/// The edits of single items that together set a list or map over another one, so that what is equal stays untouched;
/// the edit itself where that is not what it does.
Edits singleEdits(const Value &root, const Edit &edit);

} // namespace casebook
