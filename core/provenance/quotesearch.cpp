#include "core/provenance/quotesearch.h"

#include "core/provenance/quotealignment.h"
#include "core/provenance/quotechanges.h"
#include "core/provenance/wordhits.h"

#include <algorithm>

namespace casebook {

namespace {

// What makes a quote with other words, rather than other words. Chosen by the labelled set (tests/data/provenance).
constexpr double leastShare = 0.6;  // of the quote's words
constexpr double leastWeight = 0.5; // of what they tell
constexpr int leastEqual = 3;

constexpr int wordsOfEllipsis = 400;   // of the page, that an ellipsis is expected to stand for at most
constexpr int widestWindow = 4000;     // words
constexpr int wordsAtOnce = 600;       // of a quote: longer ones are looked for in pieces
constexpr std::size_t mostPieces = 12; // further ones count as not found: nobody quotes whole books
constexpr int mostWindows = 6;

/// What a quote, or a piece of it, was found as.
struct Match {
    QuoteAlignment alignment;
    int words = 0;
    int equal = 0;
    int cost = 0;
    double weight = 0; ///< of all words
    double equalWeight = 0;

    double share() const { return words == 0 ? 0 : static_cast<double>(equal) / words; }
    bool isMeant() const
    {
        return share() >= leastShare && equalWeight >= leastWeight * weight && equal >= std::min(words, leastEqual)
            && cost <= words;
    }
};

std::vector<WordWindow> windowsFor(const QuotePattern &pattern, const PageText &page, int width)
{
    WordHits hits(page);
    const QuoteStep *before = nullptr;
    for (const QuoteStep &step : pattern.steps) {
        const bool isWord = step.kind == QuoteStep::Kind::Word;
        if (isWord) {
            const double weight = page.weightOf(step.word);
            hits.addKey(step.word.key, weight);
            if (step.otherKey != 0)
                hits.addKey(step.otherKey, weight);
            if (before)
                hits.addPair(before->word.key, step.word.key, 0.3 + weight);
        }
        before = isWord ? &step : nullptr;
    }
    return hits.windows(width, mostWindows);
}

Match measured(const QuotePattern &pattern, const PageText &page, QuoteAlignment alignment)
{
    Match match;
    match.words = pattern.words;
    match.cost = alignment.cost;
    match.equal = alignment.equal;
    for (const QuoteStep &step : pattern.steps)
        match.weight += step.kind == QuoteStep::Kind::Word ? page.weightOf(step.word) : 0;
    for (const QuoteAlignment::Pair &pair : alignment.pairs) {
        if (pair.isEqual && pair.step >= 0)
            match.equalWeight += page.weightOf(pattern.steps[static_cast<std::size_t>(pair.step)].word);
    }
    match.alignment = std::move(alignment);
    return match;
}

/// The place that a pattern fits best.
Match bestMatch(const QuotePattern &pattern, const PageText &page)
{
    const int width = std::min(
        widestWindow, pattern.words * 13 / 10 + 10 + 8 * pattern.insertions + wordsOfEllipsis * pattern.ellipses);
    const int slack = std::min(pattern.words / 2 + 4 + 8 * pattern.insertions, 300);
    const auto size = static_cast<int>(page.words().size());
    QuoteAlignment best;
    best.cost = pattern.words;
    for (const WordWindow &window : windowsFor(pattern, page, width)) {
        QuoteAlignment alignment =
            alignQuote(pattern, page, std::max(0, window.first - slack), std::min(size, window.last + slack + 1));
        if (alignment < best)
            best = std::move(alignment);
        if (best.cost == 0)
            break;
    }
    return measured(pattern, page, std::move(best));
}

bool isEllipsis(const QuoteStep &step)
{
    return step.kind == QuoteStep::Kind::Ellipsis;
}

TextPlace around(const QList<TextPlace> &parts)
{
    if (parts.isEmpty())
        return {};
    return {parts.first().start, parts.last().end() - parts.first().start};
}

Passage passageOf(const QuotePattern &pattern, const PageText &page, QStringView quote, const Match &match)
{
    Passage passage;
    passage.measure = match.share();
    if (match.words == 0 || !match.isMeant())
        return passage;
    passage.finding = match.cost == 0 ? Finding::Found : Finding::Changed;
    passage.parts = partsOf(pattern, page, match.alignment);
    passage.place = around(passage.parts);
    passage.changes = changesOf(pattern, page, quote, match.alignment);
    return passage;
}

/// Cuts a pattern at its ellipses, or where it becomes too long to be looked for at once.
std::vector<QuotePattern> piecesOf(const QuotePattern &pattern, bool atEllipses)
{
    std::vector<QuotePattern> pieces(1);
    for (const QuoteStep &step : pattern.steps) {
        const bool isWord = step.kind == QuoteStep::Kind::Word;
        const bool isCut = isEllipsis(step) && atEllipses;
        if (pieces.back().words > 0 && (isCut || (isWord && pieces.back().words >= wordsAtOnce)))
            pieces.emplace_back();
        if (isCut || (!isWord && pieces.back().words == 0))
            continue;
        pieces.back().steps.push_back(step);
        pieces.back().words += isWord ? 1 : 0;
        pieces.back().ellipses += isEllipsis(step) ? 1 : 0;
        pieces.back().insertions += step.kind == QuoteStep::Kind::Insertion ? 1 : 0;
    }
    return pieces;
}

/// Whether parts stand in another order than in the quote, or too far from each other to be read together.
bool areScattered(const QList<TextPlace> &parts, qsizetype pageSize)
{
    constexpr qsizetype lettersOfWord = 8;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const qsizetype between = parts.at(i).start - parts.at(i - 1).end();
        if (between < 0 || between > std::min(pageSize, lettersOfWord * wordsOfEllipsis))
            return true;
    }
    return false;
}

/// Looks for each piece by itself, wherever it stands.
Passage findPieces(const std::vector<QuotePattern> &pieces, const PageText &page, QStringView quote)
{
    Match all;
    Passage passage;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const QuotePattern &piece = pieces[i];
        const Match match = i < mostPieces ? bestMatch(piece, page) : measured(piece, page, {.cost = piece.words});
        all.words += match.words;
        all.cost += match.cost;
        all.equal += match.equal;
        all.weight += match.weight;
        all.equalWeight += match.equalWeight;
        passage.parts += partsOf(piece, page, match.alignment);
        passage.changes += changesOf(piece, page, quote, match.alignment);
    }
    if (!all.isMeant())
        return {.measure = all.share()};
    passage.measure = all.share();
    passage.scattered = areScattered(passage.parts, page.text().size());
    passage.finding = all.cost == 0 && !passage.scattered ? Finding::Found : Finding::Changed;
    passage.place = passage.scattered ? passage.parts.first() : around(passage.parts);
    return passage;
}

} // namespace

Passage findQuote(QStringView quote, const PageText &page)
{
    const QuotePattern pattern = quotePattern(quote);
    if (pattern.words > wordsAtOnce)
        return findPieces(piecesOf(pattern, false), page, quote);
    const Match match = bestMatch(pattern, page);
    Passage whole = passageOf(pattern, page, quote, match);
    if (whole.finding == Finding::Found || pattern.ellipses == 0)
        return whole;
    Passage pieces = findPieces(piecesOf(pattern, true), page, quote);
    return pieces.measure > whole.measure && pieces.finding != Finding::NotFound ? pieces : whole;
}

bool hasWords(QStringView text)
{
    return quotePattern(text).words > 0;
}

} // namespace casebook
