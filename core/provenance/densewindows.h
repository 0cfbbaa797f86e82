#pragma once

#include <vector>

namespace casebook {

/// One of the things that are looked for stands at a word.
struct WordHit {
    int position = 0; ///< of the word
    int feature = 0;  ///< which thing
};

/// A stretch of words, from the first to the last that was looked for.
struct WordWindow {
    int first = 0;
    int last = 0;
    double weight = 0; ///< of all things that stand in it, each counted once
};

/// The stretches of at most `width` words that hold most of what is looked for: at most `most`, the heaviest first, of
/// which none overlaps another by more than half; among equals the shortest, then the first.
std::vector<WordWindow> denseWindows(std::vector<WordHit> hits, const std::vector<double> &weights, int width,
                                     int most);

} // namespace casebook
