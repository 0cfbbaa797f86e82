#pragma once

#include "core/corpus/casestudy.h"

#include <QByteArray>

#include <vector>

namespace casebook {

/// How well a case answers the words: one that stands in its title counts, and counts more where it is not only the
/// beginning of one there. Grows with the words' number, and is at most 3 for each.
quint16 relevanceOf(const CaseStudy &study, const std::vector<QByteArray> &words);

/// Puts positions of a higher relevance before others, and leaves those of the same in their order.
/// `relevances`: by position.
void sortByRelevance(std::vector<int> &positions, const std::vector<quint16> &relevances);

} // namespace casebook
