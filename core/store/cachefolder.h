#pragma once

#include <QString>

namespace casebook {

/// Where the program keeps what it could find out again: $XDG_CACHE_HOME/casebook, or ~/.cache/casebook where that is
/// not set to an absolute path. It need not exist.
QString cacheFolder();

/// What the corpus at `root` is called in folders of the program's own: the same for every path that leads to it, made
/// of letters and digits. By its real path, or by the absolute one while the corpus is not there.
QString corpusKey(const QString &root);

} // namespace casebook
