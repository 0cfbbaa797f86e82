#include "core/query/relevance.h"

#include "core/query/chunks.h"
#include "core/query/textmatch.h"

namespace casebook {

namespace {

constexpr std::size_t wholeWord = 3;
constexpr std::size_t wordStart = 2;

std::size_t scoreOf(const CaseStudy &study, const std::vector<QByteArray> &words)
{
    const QByteArrayView title = QByteArrayView(study.searchText).first(study.titleSize);
    std::size_t score = 0;
    for (const QByteArray &word : words) {
        std::size_t best = 0;
        for (qsizetype at = findWord(title, word); at >= 0 && best < wholeWord;
             at = findWord(title, word, at + word.size()))
            best = endsWord(title, at + word.size()) ? wholeWord : wordStart;
        score += best;
    }
    return score;
}

} // namespace

void sortByRelevance(std::vector<int> &positions, const Corpus &corpus, const std::vector<QByteArray> &words)
{
    std::vector<std::size_t> scores(positions.size());
    forEachChunk(0, static_cast<int>(positions.size()), [&](const Chunk &chunk) {
        for (auto i = static_cast<std::size_t>(chunk.begin); i < static_cast<std::size_t>(chunk.end); ++i)
            scores[i] = scoreOf(*corpus.at(positions[i]), words);
    });
    std::vector<std::vector<int>> byScore(words.size() * wholeWord + 1);
    for (std::size_t i = 0; i < positions.size(); ++i)
        byScore[scores[i]].push_back(positions[i]);
    auto target = positions.begin();
    for (auto same = byScore.rbegin(); same != byScore.rend(); ++same)
        target = std::copy(same->begin(), same->end(), target);
}

} // namespace casebook
