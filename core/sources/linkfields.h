#pragma once

#include "core/corpus/schema.h"

#include <QStringView>

namespace casebook {

/// The names of the computed fields that tell of a case's sources: the states of their links, and what the case needs.
/// Where the corpus declares a field of such a name, or a case writes such a key, that goes before the computed one.
inline constexpr QStringView linkField = u"link";
inline constexpr QStringView needsField = u"needs";

/// Whether a field is one of the two.
inline bool isSourceField(QStringView path)
{
    return path == linkField || path == needsField;
}

/// Adds the two to the computed fields of a schema that has what they need: a field with the role of sources, or for
/// the second one with that of the day of the review.
void addLinkFields(Schema &schema);

} // namespace casebook
