#pragma once

#include "core/base/result.h"

#include <QString>

namespace casebook {

/// Where `path` (absolute, or relative to `root`) lies: an absolute path below the real path of `root`.
///
/// An error where it is empty, is the root itself, has a "..", or leaves the root, be it by a symbolic link; a link
/// that leads nowhere counts as leaving. The file need not exist. Links inside the root are kept as they are. Touches
/// the disk; any thread.
Result<QString> corpusPath(const QString &root, const QString &path);

/// Whether every part of `relative`, separated by "/", may name a new file or folder: not empty, not hidden (a leading
/// dot), no control characters, at most 255 bytes of UTF-8. The error says which part and why.
Result<void> checkNewName(const QString &relative);

} // namespace casebook
