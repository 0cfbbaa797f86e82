#pragma once

#include <QList>
#include <QStringList>

namespace casebook {

/// A run of lines that stands in place of another. Lines count from 0; either count may be 0, not both.
struct LineHunk {
    int oldFirst = 0;
    int oldCount = 0;
    int newFirst = 0;
    int newCount = 0;

    bool operator==(const LineHunk &) const = default;
};

/// What differs between two texts, from top to bottom; lines between hunks are equal, one to one.
///
/// The shortest difference (after Myers), except that texts more than about a thousand lines apart give one hunk for
/// all that lies between their common start and end: time and memory stay bounded.
QList<LineHunk> diffLines(const QStringList &oldLines, const QStringList &newLines);

} // namespace casebook
