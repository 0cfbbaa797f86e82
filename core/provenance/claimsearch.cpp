#include "core/provenance/claimsearch.h"

#include "core/provenance/wordhits.h"

#include <QSet>

#include <algorithm>

namespace casebook {

namespace {

// What makes a passage of a claim. Chosen by the labelled set (tests/data/provenance).
constexpr double leastMeasure = 0.42;
constexpr int leastTelling = 3; // words that stand in the passage and tell something
constexpr double tellingWeight = 0.3;

constexpr int narrowest = 40; // words of a passage
constexpr int widest = 120;
constexpr int mostClaimWords = 400; // a claim is a sentence or two

/// A word of the claim that is looked for, each once.
struct SoughtWord {
    TextWord word;
    double weight = 0;
};

std::vector<SoughtWord> distinctWords(QStringView claim, const PageText &page)
{
    std::vector<SoughtWord> sought;
    QSet<quint64> known;
    for (const TextWord &word : textWords(claim, WordsOf::Quote)) {
        if (word.kind == TextWord::Kind::Sign || known.contains(word.stem))
            continue;
        known.insert(word.stem);
        sought.push_back({word, page.weightOf(word)});
        if (sought.size() >= mostClaimWords)
            break;
    }
    return sought;
}

bool standsWithin(const PageText &page, quint64 stem, int first, int last)
{
    const auto places = page.withStem(stem);
    const auto at = std::lower_bound(places.begin(), places.end(), PageText::Occurrence(stem, first));
    return at != places.end() && at->second <= last;
}

/// Small whole numbers are often written in words.
bool isTellingNumber(const TextWord &word, QStringView claim)
{
    return word.kind == TextWord::Kind::Number
        && (word.letters >= 2 || claim.sliced(word.start, word.end - word.start).contains(u'.'));
}

bool isSentenceEnd(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c == u'\n' || c == u'。' || c == u'！' || c == u'？')
        return true;
    const bool isMark = c == u'.' || c == u'!' || c == u'?';
    return isMark && (at + 1 >= text.size() || text[at + 1].isSpace());
}

/// Widened to whole sentences, if these end near.
TextPlace wholeSentences(QStringView text, TextPlace place)
{
    constexpr qsizetype farthest = 240;
    qsizetype start = place.start;
    while (start > 0 && place.start - start < farthest && !isSentenceEnd(text, start - 1))
        --start;
    if (start > 0 && !isSentenceEnd(text, start - 1))
        start = place.start;
    while (start < place.start && text[start].isSpace())
        ++start;
    qsizetype end = place.end();
    while (end < text.size() && end - place.end() < farthest && !isSentenceEnd(text, end))
        ++end;
    if (end < text.size() && !isSentenceEnd(text, end))
        end = place.end();
    else if (end < text.size() && text[end] != u'\n')
        ++end;
    return {start, end - start};
}

} // namespace

Passage findClaim(QStringView claim, const PageText &page)
{
    const std::vector<SoughtWord> sought = distinctWords(claim, page);
    WordHits hits(page);
    for (const SoughtWord &word : sought)
        hits.addStem(word.word.stem, word.weight);
    const int width = std::clamp(static_cast<int>(sought.size()) * 3, narrowest, widest);
    const std::vector<WordWindow> windows = hits.windows(width, 1);
    if (windows.empty())
        return {};
    const WordWindow &window = windows.front();

    Passage passage;
    double asked = hits.totalWeight(); // without the numbers that are missing: those are told by themselves
    int telling = 0;
    int toTell = 0;
    for (const auto &[word, weight] : sought) {
        const bool stands = standsWithin(page, word.stem, window.first, window.last);
        toTell += weight >= tellingWeight ? 1 : 0;
        telling += stands && weight >= tellingWeight ? 1 : 0;
        if (isTellingNumber(word, claim)
            && !standsWithin(page, word.stem, window.first - width / 2, window.last + width / 2)) {
            asked -= weight;
            passage.missing.append(claim.sliced(word.start, word.end - word.start).toString());
        }
    }
    passage.measure = asked > 0 ? std::clamp(window.weight / asked, 0.0, 1.0) : 0;
    if (passage.measure < leastMeasure || telling < std::min(leastTelling, toTell) || telling == 0)
        return {.measure = passage.measure};
    passage.finding = passage.missing.isEmpty() ? Finding::Found : Finding::Changed;
    const TextPlace words = {page.words()[static_cast<std::size_t>(window.first)].start,
                             page.words()[static_cast<std::size_t>(window.last)].end
                                 - page.words()[static_cast<std::size_t>(window.first)].start};
    passage.place = wholeSentences(page.text(), words);
    passage.parts = {passage.place};
    return passage;
}

} // namespace casebook
