#include "core/provenance/densewindows.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace casebook {

namespace {

/// What stands between two hits, as these move on.
class Counter {
public:
    explicit Counter(const std::vector<double> &weights) : m_weights(weights), m_counts(weights.size(), 0) {}

    void enter(const WordHit &hit)
    {
        if (m_counts[static_cast<std::size_t>(hit.feature)]++ == 0)
            m_weight += m_weights[static_cast<std::size_t>(hit.feature)];
    }
    void leave(const WordHit &hit)
    {
        if (--m_counts[static_cast<std::size_t>(hit.feature)] == 0)
            m_weight -= m_weights[static_cast<std::size_t>(hit.feature)];
    }
    bool isSpare(const WordHit &hit) const { return m_counts[static_cast<std::size_t>(hit.feature)] > 1; }
    double weight() const { return m_weight; }

private:
    const std::vector<double> &m_weights;
    std::vector<int> m_counts;
    double m_weight = 0;
};

int overlap(const WordWindow &a, const WordWindow &b)
{
    return std::min(a.last, b.last) - std::max(a.first, b.first) + 1;
}

int sizeOf(const WordWindow &window)
{
    return window.last - window.first + 1;
}

} // namespace

std::vector<WordWindow> denseWindows(std::vector<WordHit> hits, const std::vector<double> &weights, int width, int most)
{
    std::sort(hits.begin(), hits.end(), [](const WordHit &a, const WordHit &b) {
        return std::pair(a.position, a.feature) < std::pair(b.position, b.feature);
    });
    std::vector<WordWindow> all;
    all.reserve(hits.size());
    Counter counter(weights);
    std::size_t first = 0;
    for (const WordHit &hit : hits) {
        counter.enter(hit);
        // What stands again further on is not needed at the beginning.
        while (hits[first].position <= hit.position - width || (&hits[first] != &hit && counter.isSpare(hits[first])))
            counter.leave(hits[first++]);
        all.push_back({hits[first].position, hit.position, counter.weight()});
    }
    constexpr double same = 1e-9; // sums differ in their last digits
    std::sort(all.begin(), all.end(), [](const WordWindow &a, const WordWindow &b) {
        const auto rank = [](const WordWindow &window) { return static_cast<long long>(window.weight / same); };
        return std::tuple(-rank(a), sizeOf(a), a.first) < std::tuple(-rank(b), sizeOf(b), b.first);
    });
    std::vector<WordWindow> best;
    for (const WordWindow &window : all) {
        const bool isNew = std::none_of(best.begin(), best.end(), [&](const WordWindow &other) {
            return 2 * overlap(window, other) > std::min(sizeOf(window), sizeOf(other));
        });
        if (isNew)
            best.push_back(window);
        if (static_cast<int>(best.size()) >= most)
            break;
    }
    return best;
}

} // namespace casebook
