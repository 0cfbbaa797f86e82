#include "core/query/relevance.h"

#include "core/query/textmatch.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr int wholeWord = 3;
constexpr int wordStart = 2;
constexpr int most = 3000; // a thousand words are enough to tell cases apart

int relevanceOf(QByteArrayView title, const QByteArray &word)
{
    int best = 0;
    for (qsizetype at = findWord(title, word); at >= 0 && best < wholeWord;
         at = findWord(title, word, at + word.size()))
        best = endsWord(title, at + word.size()) ? wholeWord : wordStart;
    return best;
}

} // namespace

quint16 relevanceOf(const CaseStudy &study, const std::vector<QByteArray> &words)
{
    const QByteArrayView title = QByteArrayView(study.searchText).first(study.titleSize);
    int relevance = 0;
    for (const QByteArray &word : words)
        relevance += relevanceOf(title, word);
    return static_cast<quint16>(std::min(relevance, most));
}

void sortByRelevance(std::vector<int> &positions, const std::vector<quint16> &relevances)
{
    std::vector<std::vector<int>> dealt;
    for (const int position : positions) {
        const std::size_t relevance = relevances[static_cast<std::size_t>(position)];
        if (relevance >= dealt.size())
            dealt.resize(relevance + 1);
        dealt[relevance].push_back(position);
    }
    auto target = positions.begin();
    for (auto same = dealt.rbegin(); same != dealt.rend(); ++same)
        target = std::copy(same->begin(), same->end(), target);
}

} // namespace casebook
