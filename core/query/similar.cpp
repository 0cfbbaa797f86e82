#include "core/query/similar.h"

#include "core/query/chunks.h"
#include "core/query/commonwords.h"
#include "core/query/similarreasons.h"
#include "core/query/wordsof.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace casebook {

namespace {

constexpr double wordsWeight = 0.5;    // the rest is the fields'
constexpr double relatedWeight = 0.25; // of what is missing to the case itself
constexpr std::size_t mostTraits = 64; // bits of a mask
constexpr std::size_t mostWords = 1000;
constexpr int tellingShare = 6;    // a word says something where at most one in so many cases holds it
constexpr double proseShare = 0.1; // and where fewer of so many texts on anything would hold it
constexpr double page = 300;       // words; shorter texts are measured as if they were as long,
constexpr double pages = 900;      // and longer ones as if they were this long: else every word would be common
constexpr double saturation = 1.2; // Okapi BM25's k1: how soon more of one word says nothing more
constexpr double lengthPart = 0.5; // Okapi BM25's b: how much a long text must have more of it

/// How many of the words asked about a text has, and how many words in all.
struct WordCounts {
    std::vector<std::pair<quint16, quint16>> counts; ///< a word's number, and how often it stands there
    int words = 0;
};

/// Finds a word's number by its key: a table with a free place beside each key at least, which is looked up for every
/// word of the corpus.
class WordTable {
public:
    explicit WordTable(const std::vector<AskedWord> &words)
        : m_places(std::bit_ceil(2 * words.size() + 2), Place{0, -1}), m_mask(m_places.size() - 1)
    {
        for (std::size_t number = 0; number < words.size(); ++number) {
            Place &place = m_places[placeOf(words[number].key)];
            place = {words[number].key, static_cast<int>(number)};
        }
    }

    /// -1 where the word is not asked about.
    int find(quint64 key) const { return m_places[placeOf(key)].number; }

private:
    struct Place {
        quint64 key;
        int number;
    };

    std::size_t placeOf(quint64 key) const
    {
        std::size_t at = (key ^ (key >> 32)) & m_mask;
        while (m_places[at].number >= 0 && m_places[at].key != key)
            at = (at + 1) & m_mask;
        return at;
    }

    std::vector<Place> m_places;
    std::size_t m_mask;
};

WordCounts countWords(const QByteArray &text, const WordTable &table)
{
    WordCounts result;
    std::vector<int> found;
    for (WordReader reader(text); reader.next(); ++result.words) {
        if (const int number = table.find(reader.key()); number >= 0)
            found.push_back(number);
    }
    std::sort(found.begin(), found.end());
    for (const int number : found) {
        if (result.counts.empty() || result.counts.back().first != number)
            result.counts.emplace_back(static_cast<quint16>(number), quint16(0));
        if (result.counts.back().second < 0xFFFF)
            ++result.counts.back().second;
    }
    return result;
}

/// What one pass over all cases finds out.
struct Survey {
    std::vector<quint64> traits; ///< by position: a bit for each trait that the case shares
    std::vector<WordCounts> words;
    double meanWords = 1;
};

Survey survey(const CaseStudies &cases, const Portrait &portrait, const std::atomic<bool> *cancelled)
{
    Survey result;
    result.traits.resize(cases.size());
    result.words.resize(cases.size());
    const WordTable table(portrait.words);
    forEachChunk(0, static_cast<int>(cases.size()), [&](const Chunk &chunk) {
        for (int position = chunk.begin; position < chunk.end && !(cancelled && *cancelled); ++position) {
            const auto index = static_cast<std::size_t>(position);
            result.traits[index] = sharedTraits(*cases[index], portrait);
            result.words[index] = countWords(cases[index]->searchText, table);
        }
    });
    double total = 0;
    for (const WordCounts &words : result.words)
        total += words.words;
    result.meanWords = std::max(1.0, total / static_cast<double>(cases.size()));
    return result;
}

/// How likely a text of so many words, on whatever subject, holds a word at least once.
double chanceInProse(double share, double words)
{
    return 1 - std::exp(-share * words);
}

/// How much a word of a language tells, whatever the corpus: 1 where it is not common, 0 where any text may hold it. A
/// small corpus cannot know that "used" says nothing of two cases that hold it; nor would a large one of short texts.
double tellsInProse(QByteArrayView word, double meanWords)
{
    const double words = std::clamp(meanWords, page, pages);
    const double chance = chanceInProse(shareInProse(word), words);
    if (chance > proseShare)
        return 0;
    return std::log(chance) / std::log(chanceInProse(shareOfUncommonWord(), words));
}

/// Gives traits and words their weights: the rarer the heavier, and none where no other case has it, or so many that it
/// says nothing of any. A word is weighed by the language too.
void weigh(Portrait &portrait, const Survey &survey)
{
    const auto count = static_cast<double>(survey.traits.size());
    std::vector<int> withTrait(portrait.traits.size());
    std::vector<int> withWord(portrait.words.size());
    for (std::size_t position = 0; position < survey.traits.size(); ++position) {
        for (std::size_t trait = 0; trait < withTrait.size(); ++trait)
            withTrait[trait] += (survey.traits[position] >> trait) & 1 ? 1 : 0;
        for (const auto &[word, times] : survey.words[position].counts)
            ++withWord[word];
    }
    for (std::size_t trait = 0; trait < withTrait.size(); ++trait)
        portrait.traits[trait].weight =
            withTrait[trait] > 1 && 2 * withTrait[trait] <= count ? std::log(count / withTrait[trait]) : 0;
    for (std::size_t word = 0; word < withWord.size(); ++word) {
        const bool tells = withWord[word] == 2 || (withWord[word] > 2 && tellingShare * withWord[word] <= count);
        const double rarity = std::log(count / withWord[word]);
        const double telling = tells ? tellsInProse(portrait.words[word].text, survey.meanWords) : 0;
        portrait.words[word].weight = portrait.words[word].emphasis * rarity * rarity * telling;
    }
}

double wordScore(const AskedWord &word, int times, const WordCounts &text, double meanWords)
{
    const double length = 1 - lengthPart + lengthPart * text.words / meanWords;
    return word.weight * times * (saturation + 1) / (times + saturation * length);
}

double wordScore(const Portrait &portrait, const WordCounts &text, double meanWords)
{
    double score = 0;
    for (const auto &[word, times] : text.counts)
        score += wordScore(portrait.words[word], times, text, meanWords);
    return score;
}

double traitScore(const Portrait &portrait, quint64 shared)
{
    double score = 0;
    for (std::size_t trait = 0; trait < portrait.traits.size(); ++trait)
        score += (shared >> trait) & 1 ? portrait.traits[trait].weight : 0;
    return score;
}

/// The shares of a case's score.
struct Parts {
    double traits = 0;
    double words = 0;
    double related = 0;

    double sum() const { return traits + words + related; }
};

class Ranking {
public:
    Ranking(const Portrait &portrait, const Survey &survey, std::size_t self)
        : m_portrait(portrait),
          m_survey(survey),
          m_allTraits(traitScore(portrait, survey.traits[self])),
          m_allWords(wordScore(portrait, survey.words[self], survey.meanWords))
    {
    }

    Parts partsOf(std::size_t position, bool related) const
    {
        Parts parts;
        if (m_allTraits > 0)
            parts.traits = (1 - wordsWeight) * traitScore(m_portrait, m_survey.traits[position]) / m_allTraits;
        // Even a twin in other words shares few of them: the root makes both halves of one size.
        if (m_allWords > 0) {
            const double score = wordScore(m_portrait, m_survey.words[position], m_survey.meanWords);
            parts.words = wordsWeight * std::sqrt(std::min(1.0, score / m_allWords));
        }
        if (related)
            parts.related = relatedWeight * (1 - parts.traits - parts.words);
        return parts;
    }

    /// What a word adds, for the order in which words are told.
    std::vector<double> weightsOfWords(std::size_t position) const
    {
        std::vector<double> weights(m_portrait.words.size());
        for (const auto &[word, times] : m_survey.words[position].counts)
            weights[word] = wordScore(m_portrait.words[word], times, m_survey.words[position], m_survey.meanWords);
        return weights;
    }

private:
    const Portrait &m_portrait;
    const Survey &m_survey;
    double m_allTraits;
    double m_allWords;
};

} // namespace

QList<SimilarCase> similarCases(const CaseStudies &cases, const Schema &schema, const QString &id, int most,
                                const std::atomic<bool> *cancelled)
{
    const auto self = std::find_if(cases.begin(), cases.end(), [&](const CaseStudyPtr &one) { return one->id == id; });
    if (self == cases.end())
        return {};
    const CaseStudy &study = **self;
    Portrait portrait = portraitOf(study, schema, mostTraits, mostWords);
    const Survey found = survey(cases, portrait, cancelled);
    if (cancelled && *cancelled)
        return {};
    weigh(portrait, found);

    const Ranking ranking(portrait, found, static_cast<std::size_t>(self - cases.begin()));
    std::vector<std::pair<double, std::size_t>> ranked;
    for (std::size_t position = 0; position < cases.size(); ++position) {
        const double score = ranking.partsOf(position, areRelated(study, *cases[position], portrait)).sum();
        if (score > 0 && cases[position]->id != id)
            ranked.emplace_back(score, position);
    }
    const auto kept = ranked.begin() + std::min<qsizetype>(most, static_cast<qsizetype>(ranked.size()));
    std::partial_sort(ranked.begin(), kept, ranked.end(), [&](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : cases[a.second]->id < cases[b.second]->id;
    });

    QList<SimilarCase> result;
    for (auto one = ranked.begin(); one != kept; ++one) {
        const CaseStudy &other = *cases[one->second];
        const Parts parts = ranking.partsOf(one->second, areRelated(study, other, portrait));
        SimilarCase similar{other.id, one->first, {}};
        addRelated(similar, parts.related);
        addTraits(similar, portrait, found.traits[one->second], parts.traits);
        addWords(similar, portrait, ranking.weightsOfWords(one->second), {&study, &other}, parts.words);
        std::stable_sort(similar.reasons.begin(), similar.reasons.end(),
                         [](const SimilarReason &a, const SimilarReason &b) { return a.share > b.share; });
        result.append(similar);
    }
    return result;
}

} // namespace casebook
