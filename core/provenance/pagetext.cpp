#include "core/provenance/pagetext.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace casebook {

PageText::PageText(QString text) : m_text(std::move(text)), m_words(textWords(m_text, WordsOf::Page))
{
    m_byKey.reserve(m_words.size());
    m_byStem.reserve(m_words.size());
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        m_byKey.emplace_back(m_words[i].key, static_cast<int>(i));
        m_byStem.emplace_back(m_words[i].stem, static_cast<int>(i));
        if (m_words[i].joinedKey != 0) { // two words, or one that a line's end divides
            m_byKey.emplace_back(m_words[i].joinedKey, static_cast<int>(i));
            m_byStem.emplace_back(m_words[i].joinedStem, static_cast<int>(i));
        }
    }
    std::sort(m_byKey.begin(), m_byKey.end());
    std::sort(m_byStem.begin(), m_byStem.end());
}

std::span<const PageText::Occurrence> PageText::within(const std::vector<Occurrence> &index, quint64 key)
{
    const auto first = std::lower_bound(index.begin(), index.end(), Occurrence(key, 0));
    const auto last = std::upper_bound(first, index.end(), Occurrence(key, std::numeric_limits<int>::max()));
    return {first, last};
}

double PageText::weightOf(const TextWord &word) const
{
    constexpr double unseenStands = 1; // what a page does not say tells as much as what it says once
    const auto known = static_cast<double>(m_words.size()) + 50; // a short page does not tell what is rare
    const double stands = std::max(unseenStands, static_cast<double>(withStem(word.stem).size()));
    const double rarity = std::log(known / stands) / std::log(known);
    switch (word.kind) {
    case TextWord::Kind::Number:
        return rarity * (word.letters >= 2 ? 1.5 : 0.6);
    case TextWord::Kind::Character:
        return rarity * 0.5;
    case TextWord::Kind::Sign:
        return 0.1;
    case TextWord::Kind::Word:
        break;
    }
    // Short words hold sentences together, in most languages.
    const double length = word.letters <= 3 ? 0.15 : word.letters == 4 ? 0.45 : word.letters == 5 ? 0.8 : 1.0;
    return std::max(0.01, rarity * rarity * length);
}

} // namespace casebook
