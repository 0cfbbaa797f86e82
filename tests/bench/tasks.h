#pragma once

#include "core/base/result.h"
#include "tests/bench/measure.h"

#include <QByteArray>

#include <vector>

namespace casebook::bench {

// One measure each, on the corpus in `folder`. Every one runs in a process of its own, so that none finds memory, fonts
// or threads that another has warmed up. The Error says why there is nothing to measure.

/// The floor of loading: finds every file of the corpus and reads its bytes on all cores. "ms", "bytes".
Result<Readings> readBytes(const QString &folder);
/// loadCorpus(). "ms", "resident".
Result<Readings> loadAtOnce(const QString &folder);
/// CorpusLoader to its end. "ms", "first": until the first batch.
Result<Readings> loadInSteps(const QString &folder);

/// A window that opens the corpus and is then typed into: the tree, with or without the filter panel. "first": rows are
/// painted; "loaded"; "stall": the longest time for which the event loop stood still meanwhile; "resident", "peak";
/// "keystroke", "worstKeystroke": from a change of the query to the painted answer; "keystrokeBusy": the same as the time of
/// all processors together; "typingStall": the longest time for which the event loop stood still meanwhile.
Result<Readings> useTree(const QString &folder);
Result<Readings> useTreeAndPanel(const QString &folder);

/// Looks for texts among all cases, as the command palette does. "first": with all of them made ready; "find", "worst".
Result<Readings> usePalette(const QString &folder);

/// Saves one edit, and the floor: write, fdatasync, rename. "ms", "floor".
Result<Readings> saveEdits(const QString &folder);
/// Shows cases of 4 KB, read, typeset, laid out and painted, and the floor: Qt's rich text from plain HTML. "ms",
/// "worst", "floor"; "first": the worst of a first round, in which fonts are loaded.
Result<Readings> showCases(const QString &folder);
/// Writes the whole corpus as a PDF. "ms", "peak": the most memory that the process had.
Result<Readings> printBriefing(const QString &folder);

struct Task {
    const char *name;
    Result<Readings> (*run)(const QString &folder);
    bool needsWindows;
};

const std::vector<Task> &allTasks();

} // namespace casebook::bench
