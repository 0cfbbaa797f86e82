#pragma once

#include "core/provenance/textwords.h"

#include <QString>

#include <span>
#include <utility>
#include <vector>

namespace casebook {

/// The text of a page, made ready to be looked through for many quotes and claims: a megabyte takes some ten
/// milliseconds and thirty times its size of memory. Immutable; any number of threads may ask at once.
class PageText {
public:
    explicit PageText(QString text);

    const QString &text() const { return m_text; }
    const std::vector<TextWord> &words() const { return m_words; }

    /// A key, and the position of a word among words().
    using Occurrence = std::pair<quint64, int>;
    /// Where a word stands, rising; of one that a line's end divides, its second part.
    std::span<const Occurrence> withKey(quint64 key) const { return within(m_byKey, key); }
    std::span<const Occurrence> withStem(quint64 stem) const { return within(m_byStem, stem); }

    /// How much a word tells: more, the fewer of its stem there are, and the longer it is. Above 0.
    double weightOf(const TextWord &word) const;

private:
    static std::span<const Occurrence> within(const std::vector<Occurrence> &index, quint64 key);

    QString m_text;
    std::vector<TextWord> m_words;
    std::vector<Occurrence> m_byKey;
    std::vector<Occurrence> m_byStem;
};

} // namespace casebook
