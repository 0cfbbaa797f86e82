#pragma once

#include "core/query/query.h"

#include <QList>
#include <QString>

namespace casebook {

/// A word of a query that looks as if it were meant for a field which is not there: "form:go".
struct UnknownField {
    QString word;
    QString name; ///< what stands before the colon, or behind that of has:, missing: and sort:

    bool operator==(const UnknownField &) const = default;
};

/// All of them, in order. Web addresses are none, nor is what stands in quotes.
QList<UnknownField> unknownFields(const Query &query);

} // namespace casebook
