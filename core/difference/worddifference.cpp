#include "core/difference/worddifference.h"

#include "core/base/scripts.h"
#include "core/difference/numbered.h"
#include "core/difference/sequencematch.h"

#include <algorithm>

namespace casebook {

namespace {

enum class Kind { Word, Blank, Other };

using Words = QList<QStringView>;

char32_t codePointAt(QStringView text, qsizetype at)
{
    const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : char32_t(text[at].unicode());
}

Kind kindOf(char32_t character)
{
    if (QChar::isSpace(character))
        return Kind::Blank;
    if (character != U'_' && !QChar::isLetterOrNumber(character))
        return Kind::Other;
    return isOfScriptWithoutBlanks(character) ? Kind::Other : Kind::Word;
}

Words wordsOf(QStringView text)
{
    Words words;
    Kind last = Kind::Other;
    qsizetype first = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char32_t character = codePointAt(text, at);
        const Kind kind = kindOf(character);
        const bool joins = at > 0 && (QChar::isMark(character) || (kind == last && kind != Kind::Other));
        if (!joins) {
            if (at > first)
                words.append(text.sliced(first, at - first));
            first = at;
            last = kind;
        }
        at += QChar::requiresSurrogates(character) ? 2 : 1;
    }
    if (first < text.size())
        words.append(text.sliced(first));
    return words;
}

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar character) { return character.isSpace(); });
}

qsizetype lettersOf(const Words &words)
{
    qsizetype count = 0;
    for (const QStringView word : words)
        count += isBlank(word) ? 0 : word.size();
    return count;
}

/// One of the texts, and which of its words have a partner in the other.
struct Side {
    explicit Side(QStringView whole) : text(whole), words(wordsOf(whole)), isMatched(size_t(words.size()), false)
    {
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (!isBlank(words[i]))
                places.push_back(i);
        }
    }

    QList<QStringView> wordsWithoutBlanks() const
    {
        QList<QStringView> result;
        for (const qsizetype place : places)
            result.append(words[place]);
        return result;
    }

    bool isFreeBlank(qsizetype word) const
    {
        return word >= 0 && word < words.size() && !isMatched[size_t(word)] && isBlank(words[word]);
    }

    QList<WordRange> whole() const { return text.isEmpty() ? QList<WordRange>() : QList<WordRange>{{0, text.size()}}; }

    QList<WordRange> unmatched() const;

    QStringView text;
    Words words;
    std::vector<bool> isMatched;
    std::vector<qsizetype> places; // of words that are no blanks
};

QList<WordRange> Side::unmatched() const
{
    QList<WordRange> ranges;
    qsizetype at = 0;
    for (qsizetype i = 0; i < words.size(); at += words[i++].size()) {
        if (isMatched[size_t(i)])
            continue;
        const bool joins = !ranges.isEmpty() && isBlank(text.sliced(ranges.last().end(), at - ranges.last().end()));
        if (joins)
            ranges.last().length = at + words[i].size() - ranges.last().start;
        else
            ranges.append({at, words[i].size()});
    }
    return ranges;
}

void match(Side &from, qsizetype oldWord, Side &to, qsizetype newWord)
{
    from.isMatched[size_t(oldWord)] = to.isMatched[size_t(newWord)] = true;
}

bool isWrapped(QStringView a, QStringView b)
{
    return a.contains(u'\n') != b.contains(u'\n');
}

// Blanks belong together where words beside them do: alone they would tear words apart.
void matchBlanks(Side &from, qsizetype oldWord, Side &to, qsizetype newWord)
{
    if (from.isFreeBlank(oldWord) && to.isFreeBlank(newWord)
        && (from.words[oldWord] == to.words[newWord] || isWrapped(from.words[oldWord], to.words[newWord])))
        match(from, oldWord, to, newWord);
}

} // namespace

WordDifference diffWords(QStringView oldText, QStringView newText)
{
    if (oldText == newText)
        return {};
    Side from(oldText);
    Side to(newText);
    Numbering<QStringView> numbering;
    const auto oldNumbers = numbering.numbersOf(from.wordsWithoutBlanks());
    const auto newNumbers = numbering.numbersOf(to.wordsWithoutBlanks());
    qsizetype common = 0;
    for (const auto &[oldPlace, newPlace] : matchSequences(oldNumbers, newNumbers)) {
        const qsizetype oldWord = from.places[size_t(oldPlace)];
        const qsizetype newWord = to.places[size_t(newPlace)];
        match(from, oldWord, to, newWord);
        matchBlanks(from, oldWord - 1, to, newWord - 1);
        matchBlanks(from, oldWord + 1, to, newWord + 1);
        common += from.words[oldWord].size();
    }
    // Less than a quarter of the shorter one.
    if (4 * common < std::min(lettersOf(from.words), lettersOf(to.words)))
        return {from.whole(), to.whole()};
    return {from.unmatched(), to.unmatched()};
}

} // namespace casebook
