#pragma once

#include "core/importers/importcomparison.h"
#include "core/importers/importfile.h"

#include <functional>

namespace casebook {

/// What a person wants to be imported, and how.
struct ImportRequest {
    ReceivedDocument document;
    QString format = {};          ///< empty: the one that it looks like
    QString group = {};           ///< the label for cases for which the document names none; empty: they get none
    QStringList columns = {};     ///< of a table: a target for each (columntarget.h); empty: those that fit the corpus
    QStringList assignments = {}; ///< "Column=field", for some of the columns
};

/// A document that has been read, beside the corpus that it is for.
struct PreparedImport {
    ImportedDocument document;
    ImportComparison comparison;
};

/// Answers the corpus that a document goes into; for a new one the document matters.
using TargetFinder = std::function<Result<ImportTarget>(const ImportedDocument &)>;

/// Reads and compares; writes nothing. The Error says why the document cannot be read, a column cannot become what it
/// is to become, or there is no corpus. Any thread.
Result<PreparedImport> prepareImport(const ImportRequest &request, const TargetFinder &targetFor);

} // namespace casebook
