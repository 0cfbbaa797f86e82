#pragma once

#include "core/document/document.h"
#include "core/importers/importcomparison.h"

namespace casebook {

/// What a new case holds, field by field, then its body.
QList<FieldComparison> newFields(const CaseFields &fields, const Schema &schema);

/// What an imported case says beside what a file holds. Sources are compared one by one, by their addresses, and their
/// parts for themselves: so one more source is no conflict.
QList<FieldComparison> compareFields(const CaseFields &fields, const Document &document, const Schema &schema);

/// The body as it is compared: LF, without blank lines around it.
QString plainBody(const Document &document);

} // namespace casebook
