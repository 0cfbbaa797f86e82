#pragma once

#include <QList>
#include <QStringView>

namespace casebook {

/// A stretch of a text, in UTF-16 units from its start.
struct WordRange {
    qsizetype start = 0;
    qsizetype length = 0;

    qsizetype end() const { return start + length; }
    bool operator==(const WordRange &) const = default;
};

struct WordDifference {
    QList<WordRange> removed; ///< of the old text, rising, with something between them
    QList<WordRange> added;   ///< of the new text
};

/// Which words differ in two versions of a line, or of a few lines with line feeds between them.
///
/// A word is a run of letters, digits and underscores, in scripts without blanks a single letter; a run of blanks and
/// each other character count for themselves. A line feed for a blank, or the other way round, is no difference. Words
/// that differ with nothing but blanks between them are one range. Versions that have little in common are marked
/// whole: single words that happen to be equal would tell nothing. Bounded as diffLines() is. Any thread.
WordDifference diffWords(QStringView oldText, QStringView newText);

} // namespace casebook
