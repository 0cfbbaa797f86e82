#pragma once

#include <QByteArray>
#include <QList>

namespace casebook {

/// A stretch of a merge: whole lines, each with its own ending. Any of the texts may be empty.
struct MergeRegion {
    enum class Kind {
        Same,     ///< all three agree
        Mine,     ///< mine alone changed it
        Theirs,   ///< theirs alone changed it
        Both,     ///< both made the same of it
        Conflict, ///< each made something else of it
    };
    Kind kind = Kind::Same;
    QByteArray base;
    QByteArray mine;
    QByteArray theirs;

    bool operator==(const MergeRegion &) const = default;
};

using MergeRegions = QList<MergeRegion>;

/// What stands in the place of a conflict.
enum class MergeChoice { Mine, Theirs, MineThenTheirs, TheirsThenMine, Base };

/// Merges line by line what became of `base` in two versions: stretches from top to bottom whose `base` texts together
/// are `base`, and so on. Neighbours are of different kinds, but for conflicts.
///
/// Changes meet where they share a line, or where lines were put in right beside lines that the other changed; a change
/// of one line and another of the next do not. Which version is called mine makes no difference but for the names.
/// Lines that both sides begin or end a conflict with are taken out of it; what is left may be a change of one side
/// alone. Texts too far apart for diffLines() become one large conflict. Any thread.
MergeRegions mergeLines(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);

bool hasConflict(const MergeRegions &regions);

/// What the merge makes of a stretch; `choice` is for conflicts. Where one text is put behind another, a last line
/// without ending gets one.
QByteArray mergedText(const MergeRegion &region, MergeChoice choice = MergeChoice::Mine);
/// The whole; of `choices` there is one for each conflict, in order. Conflicts beyond them get MergeChoice::Mine.
QByteArray mergedText(const MergeRegions &regions, const QList<MergeChoice> &choices = {});

} // namespace casebook
