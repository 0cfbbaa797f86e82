#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace casebook {

/// A text made ready for FuzzyPattern: folded (core/base/fold.h), with the places that the folded letters come from.
/// Texts longer than 200 characters match by their beginning. A value; any thread.
class FuzzyText {
public:
    FuzzyText() = default;
    explicit FuzzyText(const QString &text);

    qsizetype size() const { return m_folded.size(); }

private:
    friend class FuzzyPattern;

    /// What the letter at a place of the folded text is in its word.
    enum class Place : quint8 {
        Inside,
        WordStart,
        TextStart,
    };

    QString m_folded;
    std::vector<Place> m_places;
    std::vector<quint16> m_origins; ///< in the text, in UTF-16 units; empty where they are the same
    quint64 m_letters = 0;          ///< a bit for each kind of letter that occurs
};

/// What a person has typed to find one of many names: each word of it must occur in the name, its letters in their
/// order but not necessarily beside each other. The words may come in any order; case and accents make no difference.
///
/// What stands at the beginning of the name or of a word in it counts most, then letters beside each other; a name
/// whose matched letters are only strewn over its words does not match. Of equal ones the shorter is better. A value.
class FuzzyPattern {
public:
    explicit FuzzyPattern(const QString &text);

    /// Nothing has been typed: everything matches alike.
    bool isEmpty() const { return m_words.isEmpty(); }
    /// How well a text matches, the higher the better; nothing where it does not. Not to be called by two threads at
    /// once.
    std::optional<int> score(const FuzzyText &text);
    /// The letters that matched, as places in the text that FuzzyText was made of, in UTF-16 units, rising.
    QList<int> matchedLetters(const FuzzyText &text);

private:
    struct Word {
        QString letters;
        quint64 mask = 0;
    };

    std::optional<int> fill(const Word &word, const FuzzyText &text);
    int stepScore(const FuzzyText &text, qsizetype at, bool beside) const;
    void trace(const Word &word, const FuzzyText &text, QList<int> &places) const;

    QList<Word> m_words;
    std::vector<int> m_scores; ///< of the last fill(): the best that ends with a letter of the word at a place, by row
    std::vector<int> m_before; ///< and where its letter before is; -1: none
};

} // namespace casebook
