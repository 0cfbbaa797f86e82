#pragma once

#include "core/base/value.h"
#include "core/corpus/schema.h"
#include "core/importers/importeddocument.h"

#include <QDate>

namespace casebook {

/// The key that each import leaves in what it makes and changes: {from, date}.
inline constexpr QStringView importedKey = u"imported";

/// Where cases come from, for importedKey.
struct ImportOrigin {
    QString name; ///< of the file
    QDate date;
};

/// What a case is in the terms of a corpus.
struct CaseFields {
    Value::Map fields; ///< in the schema's order, then further ones; without importedKey
    QString body;      ///< with what the schema has no field for, as a list before it
};

/// Fields by role; a value that a field's vocabulary does not know goes to the body, but for the group, which is told.
CaseFields caseFields(const ImportedCase &one, const Schema &schema);

/// The value of the group that a label means: by label or value, else one made of the label.
QString groupValue(const QString &label, const Schema &schema);
/// Whether the corpus has that group, or says nothing of its groups.
bool knowsGroup(const QString &label, const Schema &schema);

/// {from, date}
Value importedValue(const ImportOrigin &origin);

/// One record of the field for sources.
Value sourceValue(const ImportedSource &source, const Schema &schema);

} // namespace casebook
