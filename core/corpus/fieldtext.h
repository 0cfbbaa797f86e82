#pragma once

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/corpus/schema.h"
#include "core/document/edit.h"

#include <QString>
#include <QStringList>

namespace casebook {

// Between what a person types for a field and the value that its front matter holds. Any thread.

/// The value that a text stands for in a field: "2021" an integer where the field is a year, a string where it is a
/// text. Blanks around it count for nothing; an empty text is null, or an empty list in a list field.
///
/// `before` is what stands there already, null if nothing does. Where the field leaves a choice the value gets its
/// kind: "4" for a text or choice that is the number 3 is the number 4, a date with a time may become another, a text
/// that ends with a line end keeps that end.
///
/// The Error says what the field takes instead. A record and records have no text: an Error that says how its parts are
/// named.
Result<Value> valueFromText(const Field &field, const QString &text, const Value &before = {});

/// The same for a key that no schema knows: what YAML would read in the text, but a string where one stands already.
/// A list where `before` is one.
Value valueFromText(const QString &text, const Value &before = {});

/// The text that a person sees and edits for a value: valueFromText() of it, with the same `before`, is the value again
/// where it is of the field's type and has no blanks around it. A list as joinItems(); "" for null and maps.
QString textFromValue(const Value &value);

/// The items between commas. One with a comma or quotes in it stands in double quotes, where a backslash takes the next
/// character as it is. Blanks around items and empty items are left out.
QStringList splitItems(const QString &text);
/// The other way round.
QString joinItems(const QStringList &items);

/// The order in which a schema wants the keys of a front matter: ids, parts of records as `effort.months`.
KeyOrder keyOrder(const Schema &schema);

} // namespace casebook
