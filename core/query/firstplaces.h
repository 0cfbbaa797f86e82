#pragma once

#include "core/query/textmatch.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace casebook {

/// Where the words of a query stand first in a case, as far as anybody has asked: conditions and relevance look for the
/// same words, and each look may read the whole case.
class FirstPlaces {
public:
    explicit FirstPlaces(std::size_t words) : m_places(words, unknown) {}

    /// Goes on to another case.
    void clear() { std::fill(m_places.begin(), m_places.end(), unknown); }
    /// The offset in the case's text, in bytes; -1: the word stands nowhere. `needle` is the word of that number.
    qsizetype of(std::size_t word, QByteArrayView text, const QByteArray &needle)
    {
        qsizetype &place = m_places[word];
        if (place == unknown)
            place = findWord(text, needle);
        return place;
    }

private:
    static constexpr qsizetype unknown = -2;

    std::vector<qsizetype> m_places; ///< by the number of the word
};

} // namespace casebook
