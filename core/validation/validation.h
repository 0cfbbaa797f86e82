#pragma once

#include "core/base/problem.h"
#include "core/corpus/casestudy.h"
#include "core/corpus/layout.h"
#include "core/corpus/schema.h"
#include "core/document/document.h"
#include "core/document/fieldpath.h"

#include <QHash>

namespace casebook {

/// A problem of a front matter, with what it belongs to: the field that is wrong, or is missing.
struct FieldProblem {
    FieldPath path;
    Problem problem;
};

/// What the schema finds wrong with the fields of one file; the part of validateCase() that has a field. Any thread.
QList<FieldProblem> validateFields(const Document &document, const Schema &schema);

/// What the schema finds wrong with one file: required fields that are missing, values outside a vocabulary, of the
/// wrong type, years out of reason, sources without a valid http(s) address, claims and figures that name a source
/// or figure which is not there, a file name that is not a valid id. An inferred schema asks for nothing. Any thread.
Problems validateCase(const Document &document, const Schema &schema, const QString &id);

/// What can be told only from all cases together: titles that stand twice within one organization, and related ids that
/// do not exist. Reads the files concerned again for the places, each once. By case id; ids without problems are left
/// out. Of two cases with one title the later in `cases` has the problem. Any thread.
QHash<QString, Problems> validateAcross(const CaseStudies &cases, const Schema &schema, const CorpusLayout &layout);

} // namespace casebook
