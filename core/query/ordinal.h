#pragma once

#include "core/corpus/schema.h"

#include <QString>

#include <optional>

namespace casebook {

/// Whether values of a type have an order that ranges can be asked of: years, numbers and dates.
bool isOrdered(FieldType type);

/// A date, year or number as one number that sorts rightly; nothing where the text is none. A date may be cut down to a
/// month or year, and then stands for the first day of it, or the last if `upper`.
std::optional<double> ordinalOf(const QString &text, FieldType type, bool upper);

} // namespace casebook
