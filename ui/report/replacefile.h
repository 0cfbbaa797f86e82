#pragma once

#include "core/base/result.h"
#include "core/store/systemcalls.h"

#include <QByteArray>
#include <QString>

namespace casebook {

/// Whether a file can be put at `path`, as far as can be told before: its folder is there and may be written to, and
/// what stands there may be replaced.
Result<void> checkReplaceable(const QString &path);

/// Puts a file at `path`, which may hold another one: written beside it, sent to the disk, renamed. Mode and owner of
/// an existing file are kept; a symbolic link is followed. After an Error what was there is as it was, and nothing is
/// left.
Result<void> replaceFile(const QString &path, const QByteArray &bytes, SystemCalls &calls = SystemCalls::real());

} // namespace casebook
