#pragma once

#include "core/corpus/corpus.h"

#include <QByteArray>

#include <vector>

namespace casebook {

/// Puts positions that answer the words better before others, and leaves those that answer equally well in their order:
/// a word that stands in the title counts, and counts more where it is not only the beginning of one.
void sortByRelevance(std::vector<int> &positions, const Corpus &corpus, const std::vector<QByteArray> &words);

} // namespace casebook
