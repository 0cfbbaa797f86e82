#pragma once

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace casebook::bench {

/// Numbers that look like chance and are the same on every system for the same seed and stream (SplitMix64). The
/// standard library's distributions differ between systems, so none is used.
class Random {
public:
    explicit Random(quint64 seed, quint64 stream = 0)
        : m_state(seed * 0xD1342543DE82EF95u + stream * 0x2545F4914F6CDD1Du)
    {
    }

    quint64 next()
    {
        quint64 z = m_state += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    /// From 0 to `bound` - 1.
    int below(int bound) { return static_cast<int>(next() % static_cast<quint64>(bound)); }
    /// Both bounds included.
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }
    /// From 0 to `bound` - 1, small numbers far more often: a quarter of `bound` on average.
    int skewed(int bound) { return std::min({below(bound), below(bound), below(bound)}); }

    template<typename List>
    const auto &pick(const List &list)
    {
        return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
    }
    /// The first entries far more often.
    template<typename List>
    const auto &pickSkewed(const List &list)
    {
        return list[static_cast<std::size_t>(skewed(static_cast<int>(std::size(list))))];
    }

private:
    quint64 m_state;
};

} // namespace casebook::bench
