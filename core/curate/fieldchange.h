#pragma once

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/corpus/layout.h"
#include "core/corpus/schema.h"
#include "core/curate/plan.h"
#include "core/document/edit.h"

namespace casebook {

/// A change of a field as a person asks for it, of one case or of many: what it means for a case depends on what the
/// case holds. A value.
struct FieldChange {
    enum class Kind {
        Set,            ///< the field becomes what the text stands for
        AddToList,      ///< each item of the text is put behind the last, but for those that are there already
        RemoveFromList, ///< each item of the text goes wherever it stands in the list
        Remove,         ///< the field goes, its key included
    };
    Kind kind = Kind::Set;
    FieldPath path;
    QString text; ///< as valueFromText() reads it for the field; several items of a list stand between commas
};

using FieldChanges = QList<FieldChange>;

/// The field of the schema that a path leads to, positions in lists left out (`claims[2].text`: `claims.text`); null
/// where the schema knows none.
const Field *fieldAt(const Schema &schema, const FieldPath &path);

/// The edits that a change means for a front matter. Where a source is taken out, claims and figures keep naming the
/// sources that they named: see withReferences(). The Error tells of a text that does not suit the field, or of
/// something that is no list.
Result<Edits> editsFor(const FieldChange &change, const Value &fields, const Schema &schema);

/// The file's bytes with the changes made one after the other, all of them or, with an Error, none: as applyEdits()
/// does it. The same bytes where all is as wanted already.
///
/// A single value in the place of a list counts as a list of one. Items are compared as texts, so that the number 2020
/// and the text "2020" are the same. The Error is that of an edit, or tells of a text that does not suit the field, or
/// of something that is no list.
Result<QByteArray> applyChanges(const Document &document, const FieldChanges &changes, const Schema &schema);

/// What a file of a corpus (its path relative to it) holds, if it may be changed. The Error says why it cannot be read or
/// written.
Result<FileContent> editableContent(const CorpusLayout &layout, const QString &path);

/// The changes for each of some files (paths relative to the corpus), of which nothing is written. Files are left out
/// that cannot be read or written, and those whose edits are refused. Any thread.
Plan planChanges(const CorpusLayout &layout, const Schema &schema, const QStringList &paths,
                 const FieldChanges &changes, const FileProgress &progress = {});

} // namespace casebook
