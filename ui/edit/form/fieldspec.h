#pragma once

#include "core/corpus/schema.h"

#include <QList>
#include <QString>

namespace casebook {

/// What a form knows of one field before it has seen a file.
struct FieldSpec {
    /// What the field's role makes of it.
    enum class Use {
        Plain,
        Group,     ///< its values are the groups of the corpus
        Reviewed,  ///< a date that is mostly today's
        Related,   ///< names other cases
        Reference, ///< names one of the case's own records, counted from 1
    };

    Field field;
    QString path;      ///< in the schema: `year`, `claims.reason`
    bool known = true; ///< false: a key of the file that the schema does not have
    Use use = Use::Plain;
    QString target = {}; ///< of a reference: the id of the field that has the records
};

/// The specs of a schema's fields, or of the parts of one of them, in display order.
QList<FieldSpec> fieldSpecs(const Schema &schema);
QList<FieldSpec> partSpecs(const FieldSpec &owner, const Schema &schema);

/// The spec of a key that no schema has: a text.
FieldSpec unknownSpec(const QString &key, const QString &ownerPath = {});

} // namespace casebook
