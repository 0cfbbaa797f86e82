#pragma once

#include <QByteArrayView>
#include <QList>
#include <QStringList>
#include <QStringView>

namespace casebook {

/// A run of lines that stands in place of another. Lines count from 0; either count may be 0, not both.
struct LineHunk {
    int oldFirst = 0;
    int oldCount = 0;
    int newFirst = 0;
    int newCount = 0;

    int oldEnd() const { return oldFirst + oldCount; }
    int newEnd() const { return newFirst + newCount; }
    bool operator==(const LineHunk &) const = default;
};

using LineHunks = QList<LineHunk>;

/// What differs between two texts, from top to bottom; lines between hunks are equal, one to one. Any thread.
///
/// The shortest difference where a few hundred lines differ, or where what lies between the common start and end is up
/// to about a thousand lines that stand in both texts; others are compared in pieces between the lines that stand once
/// in both. Pieces that cannot be cut so become one hunk: time and memory stay bounded, whatever the texts hold. Lines
/// that could be counted as added at several places, as a blank one below another, are put at the last of them.
LineHunks diffLines(const QStringList &oldLines, const QStringList &newLines);
/// The same for the lines of a file, as fileLines() gives them.
LineHunks diffLines(const QList<QByteArrayView> &oldLines, const QList<QByteArrayView> &newLines);

/// The same for whole texts, whose lines end with a line feed or, as QTextDocument has them, a paragraph separator.
LineHunks diffTexts(QStringView oldText, QStringView newText);

/// How many lines a person would say have changed: of each hunk, the greater of its counts.
int changedLines(const LineHunks &hunks);

} // namespace casebook
