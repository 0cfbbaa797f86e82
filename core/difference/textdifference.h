#pragma once

#include "core/difference/linedifference.h"
#include "core/difference/worddifference.h"

#include <QByteArray>
#include <QString>

namespace casebook {

/// Which of two texts.
enum class TextSide { Old, New };

/// How a line ends in the file.
enum class LineEnd {
    LineFeed,
    CarriageReturnLineFeed,
    None, ///< the last line, where nothing follows
};

/// Two versions of a file, for looking at: their lines, what differs, and in it the words.
///
/// A value; copies share the bytes. Every function may be called on any thread.
class TextDifference {
public:
    TextDifference() = default;
    TextDifference(const QByteArray &oldBytes, const QByteArray &newBytes);

    const LineHunks &hunks() const { return m_hunks; }
    int lineCount(TextSide side) const { return static_cast<int>(linesOf(side).size()); }

    /// A line (from 0) as it can be shown: without its end and a byte order mark; control characters but the tab have
    /// become their pictures, bytes that are no UTF-8 U+FFFD.
    QString line(TextSide side, int line) const;
    LineEnd lineEnd(TextSide side, int line) const;
    /// Whether lines of the two texts end in different ways, so that the ends are worth showing.
    bool hasSeveralLineEnds() const { return m_hasSeveralLineEnds; }

    /// For each line of a hunk, the words that differ, as ranges of line(). Empty where nothing is to be marked in the
    /// lines: on one side only, or very long.
    QList<QList<WordRange>> marks(TextSide side, int hunk) const;

private:
    using FileLines = QList<QByteArrayView>;

    const FileLines &linesOf(TextSide side) const { return side == TextSide::Old ? m_oldLines : m_newLines; }
    QStringList hunkLines(TextSide side, const LineHunk &hunk) const;
    bool findSeveralLineEnds() const;

    QByteArray m_old;
    QByteArray m_new;
    FileLines m_oldLines; // into m_old
    FileLines m_newLines;
    LineHunks m_hunks;
    bool m_hasSeveralLineEnds = false;
};

} // namespace casebook
