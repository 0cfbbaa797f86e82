#include "core/query/fuzzymatch.h"

#include "core/base/fold.h"

#include <algorithm>
#include <limits>

namespace casebook {

namespace {

constexpr qsizetype longestText = 200;
constexpr qsizetype longestPattern = 64;
constexpr int impossible = std::numeric_limits<int>::min() / 2;

// What a letter is worth, by where it stands.
constexpr int atTextStart = 14;
constexpr int atWordStart = 8;
constexpr int besideLast = 9;
constexpr int besideAtWordStart = 11;
constexpr int insideWord = -4;
constexpr int leastForALetter = 2; // on average, more than that: else the letters are only strewn about
constexpr int lengthSteps = 256;   // more than the longest text, so that length decides between equal scores only

quint64 bitOf(QChar letter)
{
    return quint64(1) << (letter.unicode() % 64);
}

/// Whether the letters occur in their order: quickly told, and false for most texts.
bool occursIn(const QString &letters, const QString &text)
{
    qsizetype found = 0;
    for (const QChar c : text)
        found += found < letters.size() && c == letters.at(found) ? 1 : 0;
    return found == letters.size();
}

bool isWordLetter(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark();
}

} // namespace

FuzzyText::FuzzyText(const QString &text)
{
    const qsizetype size = std::min(text.size(), longestText);
    m_folded.reserve(size);
    m_places.reserve(static_cast<std::size_t>(size));
    for (qsizetype at = 0; at < size;) {
        const bool pair = text.at(at).isHighSurrogate() && at + 1 < text.size();
        const QStringView character = QStringView(text).mid(at, pair ? 2 : 1);
        const bool ascii = character.front().unicode() < 0x80;
        const QString folded = ascii ? QString(character.front().toLower()) : QString::fromUtf8(fold(character));
        const bool starts = at == 0 || (isWordLetter(text.at(at)) && !isWordLetter(text.at(at - 1)))
            || (text.at(at).isUpper() && text.at(at - 1).isLower());
        for (qsizetype i = 0; i < folded.size(); ++i) {
            const bool first = i == 0 && starts;
            m_places.push_back(!first ? Place::Inside : at == 0 ? Place::TextStart : Place::WordStart);
            m_origins.push_back(static_cast<quint16>(at));
            m_letters |= bitOf(folded.at(i));
        }
        m_folded += folded;
        at += character.size();
    }
    bool same = true;
    for (std::size_t i = 0; i < m_origins.size(); ++i)
        same = same && m_origins[i] == i;
    if (same)
        m_origins = {};
}

FuzzyPattern::FuzzyPattern(const QString &text)
{
    const QString folded = QString::fromUtf8(fold(text)).left(longestPattern);
    for (const QString &letters : folded.simplified().split(u' ', Qt::SkipEmptyParts)) {
        Word word{letters, 0};
        for (const QChar letter : letters)
            word.mask |= bitOf(letter);
        m_words.append(word);
    }
}

int FuzzyPattern::stepScore(const FuzzyText &text, qsizetype at, bool beside) const
{
    switch (text.m_places[static_cast<std::size_t>(at)]) {
    case FuzzyText::Place::TextStart:
        return atTextStart;
    case FuzzyText::Place::WordStart:
        return beside ? besideAtWordStart : atWordStart;
    case FuzzyText::Place::Inside:
        return beside ? besideLast : insideWord;
    }
    return 0;
}

/// Fills the table of the best scores, a row for each letter of the word, and answers the best of the last row.
std::optional<int> FuzzyPattern::fill(const Word &word, const FuzzyText &text)
{
    if ((word.mask & text.m_letters) != word.mask || !occursIn(word.letters, text.m_folded))
        return std::nullopt;
    const qsizetype width = text.m_folded.size();
    m_scores.assign(static_cast<std::size_t>(width * word.letters.size()), impossible);
    m_before.assign(m_scores.size(), -1);
    int best = impossible;
    for (qsizetype row = 0; row < word.letters.size(); ++row) {
        int bestBefore = row == 0 ? 0 : impossible; // of the row above, up to two places back
        int placeBefore = -1;
        best = impossible;
        const int *const above = m_scores.data() + (row - 1) * width;
        for (qsizetype at = row; at < width; ++at) {
            if (row > 0 && at >= 2 && above[at - 2] > bestBefore) {
                bestBefore = above[at - 2];
                placeBefore = static_cast<int>(at - 2);
            }
            if (text.m_folded.at(at) != word.letters.at(row))
                continue;
            const int apart = bestBefore > impossible ? bestBefore + stepScore(text, at, false) : impossible;
            const bool mayStandBeside = row > 0 && above[at - 1] > impossible;
            const int beside = mayStandBeside ? above[at - 1] + stepScore(text, at, true) : impossible;
            const auto cell = static_cast<std::size_t>(row * width + at);
            m_scores[cell] = std::max(apart, beside);
            m_before[cell] = beside >= apart ? static_cast<int>(at - 1) : placeBefore;
            best = std::max(best, m_scores[cell]);
        }
        if (best == impossible)
            return std::nullopt;
    }
    const auto least = static_cast<int>(word.letters.size()) * leastForALetter;
    return best > least || word.letters.size() == 1 ? std::optional(best) : std::nullopt;
}

std::optional<int> FuzzyPattern::score(const FuzzyText &text)
{
    int sum = 0;
    for (const Word &word : std::as_const(m_words)) {
        const std::optional<int> one = fill(word, text);
        if (!one)
            return std::nullopt;
        sum += *one;
    }
    return sum * lengthSteps - static_cast<int>(text.size());
}

void FuzzyPattern::trace(const Word &word, const FuzzyText &text, QList<int> &places) const
{
    const qsizetype width = text.m_folded.size();
    const auto row = m_scores.cend() - width;
    auto at = static_cast<int>(std::max_element(row, m_scores.cend()) - row);
    for (qsizetype letter = word.letters.size() - 1; letter >= 0 && at >= 0; --letter) {
        const auto place = static_cast<std::size_t>(at);
        places.append(text.m_origins.empty() ? at : text.m_origins[place]);
        at = m_before[static_cast<std::size_t>(letter * width + at)];
    }
}

QList<int> FuzzyPattern::matchedLetters(const FuzzyText &text)
{
    QList<int> places;
    for (const Word &word : std::as_const(m_words)) {
        if (fill(word, text))
            trace(word, text, places);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

} // namespace casebook
