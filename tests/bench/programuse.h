#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace casebook::bench {

/// What one run of a program took.
struct ProgramUse {
    double milliseconds = 0;     ///< from its start to its end
    double busyMilliseconds = 0; ///< of processors, of it and all that it started, together
    double peakBytes = 0;        ///< likewise
};

/// Runs a program to its end. Its memory and the time of processors are those of the whole tree of processes, looked at
/// a hundred times a second at most: a peak between two looks is missed, and so is the last moment of a process. A page
/// that several processes share counts once in all, for others that run meanwhile too. What it prints is dropped. The
/// Error says that it could not be started or has failed. Needs /proc.
Result<ProgramUse> runMeasured(const QString &program, const QStringList &arguments);

} // namespace casebook::bench
