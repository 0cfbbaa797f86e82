#pragma once

#include <QString>

namespace casebook {

/// The program's folder below one of the user's base folders: what the environment variable names, or `fallback`, a
/// path below the home folder, where it names no absolute path. It need not be there yet.
QString userFolder(const char *variable, const QString &fallback);

} // namespace casebook
