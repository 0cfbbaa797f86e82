#pragma once

#include "core/base/result.h"
#include "core/store/systemcalls.h"

#include <QByteArray>
#include <QString>

namespace casebook {

/// Whether a file can be put at `path`, as far as can be told before: its folder is there and may be written to, and
/// what stands there may be replaced.
Result<void> checkReplaceable(const QString &path);

/// Puts a file at `path`, inside a corpus or not, which may hold another one: a briefing, a copy. Written beside it,
/// sent to the disk, renamed. Mode, owner and extended attributes of an existing file are kept; a symbolic link is
/// followed. After an Error what was there is as it was, and nothing is left; only where the very last step fails (the
/// folder cannot be sent to the disk) the new bytes are in place, and the Error says so.
Result<void> replaceFile(const QString &path, const QByteArray &bytes, SystemCalls &calls = SystemCalls::real());

} // namespace casebook
