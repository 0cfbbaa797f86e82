#pragma once

#include "core/corpus/schema.h"

#include <QStringView>

namespace casebook {

/// The names of the fields that tell of evidence: its strength, and what weakens it. Where the corpus declares a field
/// of such a name, or a case writes such a key, that goes before the computed one.
inline constexpr QStringView evidenceField = u"evidence";
inline constexpr QStringView weakenedField = u"weakened";

/// Adds the two to the computed fields of a schema that has what they need: records with the role of sources that tell
/// how the source is related to the case.
void addEvidenceFields(Schema &schema);

} // namespace casebook
