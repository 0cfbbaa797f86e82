#pragma once

#include "core/base/result.h"
#include "core/store/systemcalls.h"

#include <QByteArray>
#include <QString>

namespace casebook {

// What is done to whole files of a corpus. Every path is absolute or relative to `root`, and is checked by corpusPath()
// and, where it is new, by checkNewName(). Nothing is ever overwritten. After an error everything is as it was.

/// Makes a new file with these bytes, and the folders it needs. An error where anything of that name exists.
/// Returns the absolute path.
Result<QString> createFile(const QString &root, const QString &path, const QByteArray &bytes,
                           SystemCalls &calls = SystemCalls::real());

/// Gives a file another name or place, making the folders it needs; a symbolic link is renamed itself. An error where
/// anything of that name exists. Returns the absolute new path.
Result<QString> renameFile(const QString &root, const QString &from, const QString &to,
                           SystemCalls &calls = SystemCalls::real());

/// Moves a file to the desktop's trash. Returns where it went.
Result<QString> moveToTrash(const QString &root, const QString &path);

/// Brings a file back from `place`, where moveToTrash() said it went, making the folders it needs; the trash forgets
/// it. An error where anything has its name by now, or where it is not in the trash any more. Returns the absolute
/// path.
Result<QString> restoreFromTrash(const QString &root, const QString &place, const QString &path,
                                 SystemCalls &calls = SystemCalls::real());

/// The outermost folder that is missing for a file to be at `path`, relative to the root; "" where none is.
QString missingFolder(const QString &root, const QString &path);

/// Takes away `folder` (relative) and those above it up to `outermost`, as long as nothing is in them.
void removeEmptyFolders(const QString &root, const QString &folder, const QString &outermost,
                        SystemCalls &calls = SystemCalls::real());

} // namespace casebook
