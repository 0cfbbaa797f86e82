#include "core/provenance/wordhits.h"

#include <algorithm>
#include <numeric>

namespace casebook {

namespace {

constexpr std::size_t mostPlaces = 20'000; // of one thing
constexpr std::size_t mostHits = 60'000;   // of all: some ten milliseconds

} // namespace

void WordHits::add(std::span<const PageText::Occurrence> occurrences, double weight)
{
    m_total += weight;
    if (occurrences.empty() || occurrences.size() > mostPlaces)
        return;
    std::vector<int> places;
    places.reserve(occurrences.size());
    for (const auto &[key, position] : occurrences)
        places.push_back(position);
    m_places.push_back(std::move(places));
    m_weights.push_back(weight);
}

void WordHits::addPair(quint64 first, quint64 second, double weight)
{
    m_total += weight;
    const auto ofFirst = m_page.withKey(first);
    const auto ofSecond = m_page.withKey(second);
    const bool byFirst = ofFirst.size() <= ofSecond.size();
    const int step = byFirst ? 1 : -1;
    const quint64 neighbour = byFirst ? second : first;
    const auto size = static_cast<int>(m_page.words().size());
    std::vector<int> places;
    const auto rarer = byFirst ? ofFirst : ofSecond;
    for (const auto &[key, position] : rarer.first(std::min(rarer.size(), mostPlaces))) {
        const int other = position + step;
        if (other >= 0 && other < size && m_page.words()[static_cast<std::size_t>(other)].key == neighbour)
            places.push_back(byFirst ? position : other);
    }
    if (places.empty())
        return;
    m_places.push_back(std::move(places));
    m_weights.push_back(weight);
}

std::vector<WordWindow> WordHits::windows(int width, int most) const
{
    std::vector<int> order(m_places.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
        return m_places[static_cast<std::size_t>(a)].size() < m_places[static_cast<std::size_t>(b)].size();
    });
    std::vector<WordHit> hits;
    for (const int thing : order) {
        const std::vector<int> &places = m_places[static_cast<std::size_t>(thing)];
        if (!hits.empty() && hits.size() + places.size() > mostHits)
            break;
        for (const int place : places)
            hits.push_back({place, thing});
    }
    return denseWindows(std::move(hits), m_weights, width, most);
}

} // namespace casebook
