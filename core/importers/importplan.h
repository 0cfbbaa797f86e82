#pragma once

#include "core/curate/plan.h"
#include "core/importers/importcomparison.h"

namespace casebook {

/// What becomes of the corpus where the cases and fields that are chosen are taken over: one operation that can be
/// undone. Each file made or changed is marked with importedKey; a file in which nothing changes is left alone. A case
/// whose edits are refused is left out, with the reason. Writes nothing. Any thread.
Plan planImport(const ImportComparison &comparison, const FileProgress &progress = {});

} // namespace casebook
