#pragma once

#include "core/difference/textdifference.h"

#include <QSet>

namespace casebook {

/// How two texts are laid out to be compared.
enum class DifferenceLayout {
    Unified,    ///< one below the other: what went, then what came
    SideBySide, ///< what came beside what went
};

/// A row of a difference. Lines count from 0; -1: there is none on that side.
struct DifferenceRow {
    enum class Kind {
        Same,    ///< a line of both
        Changed, ///< a line that went, one that came, or side by side both
        Hidden,  ///< in the place of lines of both that are not shown, from oldLine and newLine on
    };
    Kind kind = Kind::Same;
    int oldLine = -1;
    int newLine = -1;
    int hunk = -1;  ///< that it belongs to, where Changed
    int gap = -1;   ///< between hunks, from 0 (above the first one), where it is not Changed
    int hidden = 0; ///< lines, where Hidden

    bool operator==(const DifferenceRow &) const = default;
};

using DifferenceRows = QList<DifferenceRow>;

/// The rows that show a difference, with three lines above and below each change and all of those gaps whose numbers
/// are in `open`. A text without differences has no rows.
DifferenceRows differenceRows(const TextDifference &difference, DifferenceLayout layout, const QSet<int> &open = {});

/// All lines of one gap.
DifferenceRows rowsOfGap(const TextDifference &difference, int gap);

} // namespace casebook
