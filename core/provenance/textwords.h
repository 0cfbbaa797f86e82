#pragma once

#include <QStringView>

#include <vector>

namespace casebook {

/// A word of a text as it is compared with others, and where it stands.
///
/// Words are equal whose keys are: case, Unicode forms, ligatures, soft hyphens, the shape of quotes and apostrophes
/// and the grouping of digits ("10,000", "10 000") make no difference. Marks on letters do.
struct TextWord {
    enum class Kind : quint8 {
        Word,
        Number,    ///< with its groups and its fraction: "1,234.5"
        Character, ///< of a script that is written without blanks
        Sign,      ///< that changes what is said: "%", "$", "+"
    };

    quint64 key = 0;
    quint64 stem = 0; ///< shared by the forms of a word, roughly: "measured", "measurements"
    /// Of this word and the one before as one, where only a dash stands between, with or without a blank behind it, as
    /// lines are divided; else 0.
    quint64 joinedKey = 0;
    quint64 joinedStem = 0; ///< likewise
    int start = 0; ///< UTF-16 units from the beginning of the text
    int end = 0;
    int letters = 0; ///< how many, after folding
    Kind kind = Kind::Word;
};

enum class WordsOf {
    Quote,
    Page, ///< numbers of notes in brackets ("[12]") are no words
};

/// All words of a text, in order. Time in proportion to the text. Any thread.
std::vector<TextWord> textWords(QStringView text, WordsOf what);

} // namespace casebook
