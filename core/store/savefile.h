#pragma once

#include "core/base/result.h"
#include "core/store/filecontent.h"
#include "core/store/storeerror.h"
#include "core/store/systemcalls.h"

#include <QByteArray>
#include <QString>

namespace casebook {

/// What became of a save.
struct SaveOutcome {
    enum class Kind {
        Saved,    ///< the file holds the bytes
        Conflict, ///< the file changed since it was read; nothing was written
        Deleted,  ///< the file is not there any more; nothing was written (createFile() would make it again)
    };
    Kind kind = Kind::Saved;
    FileContent onDisk; ///< what the file holds now, its hash included; empty where it was deleted
    int otherNames = 0; ///< hard links that the file had beside this name: they hold the old bytes from now on
};

/// Replaces what a file holds, provided that it still holds what `expectedHash` (FileContent::hash) was made of.
///
/// The old bytes or the new ones are there at every moment: a temporary file in the same folder is written, sent to the
/// disk and renamed, and the folder is sent to the disk. Mode, extended attributes, access list and, where we may,
/// owner are kept; a symbolic link is kept, and the file it leads to is written. A hard link is not: the new bytes are
/// a file of their own, since only so the old ones stay whole until they are there, and the outcome tells of it.
/// A file that holds the bytes already is not written at all. A new time stamp alone is no conflict.
/// A file or folder without any permission to write is an error, for root too. After an error the file is as it was and
/// no temporary file is left; only where the very last step fails (the folder cannot be sent to the disk) the new
/// bytes are in place, and the error says so. The path is not checked against a corpus: corpusPath() does that.
Result<SaveOutcome> saveFile(const QString &path, const QByteArray &bytes, const QByteArray &expectedHash,
                             SystemCalls &calls = SystemCalls::real());

/// Whether something may be put into `folder`, by the folder's permissions. The error names `path` and `task`'s
/// failure.
Result<void> checkFolderWritable(StoreTask task, const QString &path, const QByteArray &folder);

} // namespace casebook
