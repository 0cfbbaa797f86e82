#pragma once

#include "core/base/value.h"
#include "core/corpus/schema.h"
#include "core/document/edit.h"

#include <array>

namespace casebook {

/// A part of records that names one of another list's records by its position, from 1. All three by their roles.
struct Reference {
    QStringView owner; ///< the records
    QStringView part;
    QStringView target; ///< the list that is counted
};

inline constexpr std::array references{
    Reference{role::claims, u"source", role::sources},
    Reference{role::figures, u"source", role::sources},
    Reference{role::claims, u"figure", role::figures},
};

/// An edit, followed by those that it asks for so that every reference still names its record: one that is put in,
/// taken out or moved changes the numbers behind it. Who named a record that is taken out names none. The edit alone
/// where it is about anything else.
///
/// `fields` is the front matter before the edit. The edits are to be made in order, and together. Any thread.
Edits withReferences(const Edit &edit, const Value &fields, const Schema &schema);

} // namespace casebook
