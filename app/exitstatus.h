#pragma once

namespace casebook {

/// What the program's exit status says.
enum class ExitStatus {
    Done = 0,
    Found = 1,  ///< done, and something was found: problems, dead links
    Usage = 2,  ///< the command line makes no sense
    Failed = 3, ///< something could not be read or written
};

} // namespace casebook
