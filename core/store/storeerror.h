#pragma once

#include "core/base/result.h"

#include <QString>

namespace casebook {

/// What was being done when the system said no.
enum class StoreTask {
    Read,
    Save,
    Create,
    Rename,
    Trash,
    Remove,
    KeepUnsaved, ///< the journal of unsaved text
    Restore, ///< from the trash
};

/// The message for a person: which file, what could not be done with it, why, and what to do about it.
/// `error` is a value of errno; `path` is shown as it stands.
Error storeError(StoreTask task, const QString &path, int error);

/// The same, for a reason that the system did not give: a whole sentence or two of `reason`.
Error storeError(StoreTask task, const QString &path, const QString &reason);

/// Everything was done, but the disk did not confirm the name of the file at `path`.
Error notFlushedError(const QString &path);

} // namespace casebook
