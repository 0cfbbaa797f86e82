#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace casebook {

/// What is being typed at a place of a front matter.
///
/// Places are in UTF-16 units from the start of the text.
struct TypingPlace {
    enum class Kind {
        Key,   ///< a key of the map at `path`
        Value, ///< a value at `path`
        Either ///< what begins at `path`: the first key of a map, or a value
    };
    Kind kind = Kind::Key;
    QStringList path; ///< keys, the outermost first; positions in lists are left out
    qsizetype begin =
        0;             ///< of the word or text that the cursor is in, quotes included; where nothing is typed yet both
    qsizetype end = 0; ///< are the cursor's place
    QString typed;     ///< from its begin to the cursor, without an opening quote
    char quote = 0;    ///< that it begins with
    bool inFlow = false;     ///< between brackets
    bool hasColon = false;   ///< of a key: a colon follows
    bool needsBlank = false; ///< a colon or a dash stands right before it
    QStringList present;     ///< the other keys of that map, or the other items of that list

    bool operator==(const TypingPlace &) const = default;
};

/// Looks at what is typed at a cursor, in a text that need not be valid YAML at the moment: a tolerant reader for
/// completion, where the parser would refuse. `text` is a file with lines that end at line feeds, without a byte order
/// mark, and may stop behind the front matter. Nothing outside of the front matter, in comments, anchors and texts of
/// several lines. Linear; any thread.
std::optional<TypingPlace> typingPlace(QStringView text, qsizetype cursor);

} // namespace casebook
