#pragma once

#include "core/provenance/densewindows.h"
#include "core/provenance/pagetext.h"

namespace casebook {

/// Gathers where the things that are looked for stand, the rarest first, until there are so many that looking at more
/// would take long: what stands everywhere tells nothing of a place.
class WordHits {
public:
    explicit WordHits(const PageText &page) : m_page(page) {}

    void addKey(quint64 key, double weight) { add(m_page.withKey(key), weight); }
    void addStem(quint64 stem, double weight) { add(m_page.withStem(stem), weight); }
    /// Two words that stand side by side.
    void addPair(quint64 first, quint64 second, double weight);

    /// Of all that was added, whether it stands in the page or not.
    double totalWeight() const { return m_total; }
    /// As denseWindows() answers.
    std::vector<WordWindow> windows(int width, int most) const;

private:
    void add(std::span<const PageText::Occurrence> occurrences, double weight);

    const PageText &m_page;
    std::vector<std::vector<int>> m_places; ///< by thing
    std::vector<double> m_weights;
    double m_total = 0;
};

} // namespace casebook
