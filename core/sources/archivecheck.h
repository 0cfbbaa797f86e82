#pragma once

#include "core/corpus/corpus.h"
#include "core/sources/archive.h"

namespace casebook {

/// What is wrong with the index of an archive, as problems of its file.
QList<FileProblem> indexProblems(const Archive &archive);

/// The same, and each stored file that is not there any more, or does not hold what was received. Reads all of the
/// archive; any thread.
QList<FileProblem> archiveProblems(const QString &root, const Archive &archive);

} // namespace casebook
