#pragma once

#include "core/query/query.h"
#include "core/query/querydoubts.h"

#include <QList>

#include <optional>

namespace casebook {

/// The condition that `name:values` asks for: one of a field that the name means, or has:, missing: or is:, which stand
/// without quotes. Nothing where the name means no field, or more than one, or where the values suit none of these: a
/// range with a bound that cannot be read, a state that there is not.
///
/// `values`: at least one. It is not excluded: a minus is the caller's to read. sort:, which is no condition, is not
/// known here.
std::optional<QueryTerm> fieldCondition(const WrittenValue &name, const QList<WrittenValue> &values,
                                        const Schema &schema);

} // namespace casebook
