#pragma once

#include <QtGlobal>

#include <bit>
#include <cstddef>
#include <vector>

namespace casebook {

/// Positions of cases, a bit each.
class CaseSet {
public:
    CaseSet() = default;
    /// Room for the positions below `size`; none is in the set.
    explicit CaseSet(int size) { resize(size); }

    /// Makes room for more positions; never for fewer.
    void resize(int size) { m_words.resize((static_cast<std::size_t>(size) + 63) / 64); }
    void insert(int position) { m_words[wordOf(position)] |= quint64(1) << (position % 64); }
    /// Puts in each position whose byte is not 0.
    void insertMarked(const std::vector<char> &marks);

    int count() const;
    /// How many positions both sets have; this one has as much room as the other, or more.
    int countCommon(const CaseSet &other) const;

    template<typename Work>
    void forEach(Work work) const
    {
        for (std::size_t word = 0; word < m_words.size(); ++word) {
            for (quint64 bits = m_words[word]; bits != 0; bits &= bits - 1)
                work(static_cast<int>(word * 64) + std::countr_zero(bits));
        }
    }

private:
    static std::size_t wordOf(int position) { return static_cast<std::size_t>(position) / 64; }

    std::vector<quint64> m_words;
};

} // namespace casebook
