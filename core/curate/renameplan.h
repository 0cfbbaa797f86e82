#pragma once

#include "core/corpus/corpus.h"
#include "core/curate/plan.h"
#include "core/document/edit.h"

namespace casebook {

/// Edits of a case's front matter that have the field of the role `related` name a case by its new id.
Edits relatedEdits(const YamlNode &frontMatter, const Schema &schema, const QString &from, const QString &to);

/// Edits of a saved view that have it name a case by its new id: items of lists that are the id, at any depth, and the
/// values of the role `related`'s field in queries.
Edits viewEdits(const YamlNode &view, const Schema &schema, const QString &from, const QString &to);

/// A query, as it was typed, with another value of a field: `related:a,b -related:"c"`. All else stays as it is.
QString queryWithValue(const QString &query, const QString &field, const QString &from, const QString &to);

/// A case's file gets the path of its new id, first of all; then the related ids of other cases, the links in
/// their texts and the files in `views/` follow, each of which a person may leave out. Files are left out whose edits
/// are refused. Nothing is written. Any thread.
Plan planRename(const CorpusLayout &layout, const Schema &schema, const CaseStudies &cases, const QString &from,
                const QString &to, const FileProgress &progress = {});

} // namespace casebook
