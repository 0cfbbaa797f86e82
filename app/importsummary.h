#pragma once

#include "app/console.h"
#include "core/curate/plan.h"
#include "core/importers/importcomparison.h"

#include <QByteArray>

namespace casebook {

/// The word that stands for a state in JSON: "new", "changed", "unchanged" or "conflict"; not translated.
QString importStateName(ImportState state);

/// What an import did, or with --dry-run would do, as JSON:
/// {"format", "into", "dryRun", "new", "changed", "unchanged", "conflict", "about": {"state", "taken"},
/// "columns": [{"header", "field"}], "cases": [{"id", "path", "title",
/// "organization", "state", "taken", "fields": [{"field", "state", "taken", "before", "after"}]}], "written": [path],
/// "leftOut": [{"path", "reason"}], "notes": [text]}. Fields in which document and corpus agree are left out.
QByteArray importJson(const ImportedDocument &document, const ImportComparison &comparison, const Plan &plan,
                      const QList<LeftOutFile> &leftOut, bool dryRun);

/// Tells on the messages' channel what was repaired, what is new, changed and in conflict, and what is not taken over.
void tellOfImport(const ImportedDocument &document, const ImportComparison &comparison, Console &console);

} // namespace casebook
