#pragma once

#include <QString>

namespace casebook {

/// Where the program keeps what it needs from one start to the next and nobody else does: $XDG_STATE_HOME/casebook, or
/// ~/.local/state/casebook where that is not set to an absolute path. It need not exist.
QString stateFolder();

/// The part of it that belongs to the corpus at `root`, by its real path, or by the absolute one while the corpus is
/// not there. It need not exist.
QString corpusStateFolder(const QString &root);

} // namespace casebook
