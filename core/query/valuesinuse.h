#pragma once

#include "core/corpus/corpus.h"

#include <QStringList>

namespace casebook {

/// The values that the cases of a corpus have at a path (`tags`, `claims.reason`), each once, the most frequent first; at
/// most `most` of them. Reads every case, on all cores.
QStringList valuesInUse(const Corpus &corpus, const QString &path, qsizetype most = 1000);

} // namespace casebook
