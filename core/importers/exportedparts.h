#pragma once

#include "core/base/value.h"
#include "core/corpus/schema.h"
#include "core/importers/importeddocument.h"

namespace casebook {

/// The claims and figures that stand at the end of a body as our own Markdown export writes them, and the body without
/// them: so what was exported comes back as it was.
struct ExportedParts {
    QString body;
    Value::List claims;  ///< records of the field for claims
    Value::List figures; ///< and for figures
};

/// A heading named like a side of claims, or like the field for figures, and below it a list whose every entry can be
/// read: "**Reason**: text (1)", "What: 1 → 2 unit (1)". Anything else stays in the body.
ExportedParts takeExportedParts(const QString &body, const QList<ImportedSource> &sources, const Schema &schema);

} // namespace casebook
