#include "core/difference/merge.h"

#include "core/difference/filelines.h"
#include "core/difference/linedifference.h"

#include <algorithm>

namespace casebook {

namespace {

using FileLines = QList<QByteArrayView>;
using Kind = MergeRegion::Kind;

// Lines [first, end), with their endings.
QByteArray textOf(const FileLines &lines, qsizetype first, qsizetype end)
{
    if (first >= end)
        return {};
    const QByteArrayView last = lines[end - 1];
    const char *start = lines[first].data();
    return QByteArray(start, last.data() + last.size() - start);
}

// Whether changes of the base meet. A change of no line there puts lines in, and meets what touches it.
bool meet(const LineHunk &a, const LineHunk &b)
{
    const bool isBetween = a.oldCount == 0 || b.oldCount == 0;
    return isBetween ? a.oldFirst <= b.oldEnd() && b.oldFirst <= a.oldEnd()
                     : a.oldFirst < b.oldEnd() && b.oldFirst < a.oldEnd();
}

/// The changes of one version, taken from top to bottom.
struct Side {
    FileLines lines;
    LineHunks hunks;
    qsizetype next = 0; // hunk
    int shift = 0;      // from a line of the base to the same line here, above the next hunk

    bool isDone() const { return next == hunks.size(); }
    const LineHunk &hunk() const { return hunks[next]; }
    void take()
    {
        shift = hunk().newEnd() - hunk().oldEnd();
        ++next;
    }
};

class Merge {
public:
    Merge(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);

    MergeRegions regions();

private:
    void takeSame(int end);
    void takeGroup();
    bool grow(Side &side, LineHunk &group, bool &taken);
    void append(Kind kind, const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);
    void appendConflict(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);

    FileLines m_base;
    Side m_mine;
    Side m_theirs;
    int m_done = 0; // lines of the base
    MergeRegions m_regions;
};

Merge::Merge(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs) : m_base(fileLines(base))
{
    m_mine.lines = fileLines(mine);
    m_mine.hunks = diffLines(m_base, m_mine.lines);
    m_theirs.lines = fileLines(theirs);
    m_theirs.hunks = diffLines(m_base, m_theirs.lines);
}

MergeRegions Merge::regions()
{
    while (!m_mine.isDone() || !m_theirs.isDone())
        takeGroup();
    takeSame(static_cast<int>(m_base.size()));
    return m_regions;
}

void Merge::append(Kind kind, const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
{
    if (base.isEmpty() && mine.isEmpty() && theirs.isEmpty())
        return;
    if (kind != Kind::Conflict && !m_regions.isEmpty() && m_regions.last().kind == kind) {
        MergeRegion &last = m_regions.last();
        last.base += base;
        last.mine += mine;
        last.theirs += theirs;
        return;
    }
    m_regions.append({kind, base, mine, theirs});
}

void Merge::takeSame(int end)
{
    const QByteArray text = textOf(m_base, m_done, end);
    append(Kind::Same, text, text, text);
    m_done = end;
}

// Takes the side's hunks that meet the group into it, which may make it meet more of the other side's.
bool Merge::grow(Side &side, LineHunk &group, bool &taken)
{
    bool grown = false;
    while (!side.isDone() && meet(side.hunk(), group)) {
        const int end = std::max(group.oldEnd(), side.hunk().oldEnd());
        group.oldFirst = std::min(group.oldFirst, side.hunk().oldFirst);
        group.oldCount = end - group.oldFirst;
        side.take();
        grown = taken = true;
    }
    return grown;
}

void Merge::takeGroup()
{
    const auto startsBefore = [](const LineHunk &a, const LineHunk &b) {
        return a.oldFirst != b.oldFirst ? a.oldFirst < b.oldFirst : a.oldCount < b.oldCount;
    };
    const bool mineFirst = m_theirs.isDone() || (!m_mine.isDone() && startsBefore(m_mine.hunk(), m_theirs.hunk()));
    LineHunk group = mineFirst ? m_mine.hunk() : m_theirs.hunk();
    takeSame(group.oldFirst);
    const int mineStart = group.oldFirst + m_mine.shift;
    const int theirsStart = group.oldFirst + m_theirs.shift;
    bool mineTaken = false;
    bool theirsTaken = false;
    bool grown = true;
    while (grown) {
        grown = grow(m_mine, group, mineTaken);
        grown = grow(m_theirs, group, theirsTaken) || grown;
    }
    const QByteArray base = textOf(m_base, group.oldFirst, group.oldEnd());
    const QByteArray mine = textOf(m_mine.lines, mineStart, group.oldEnd() + m_mine.shift);
    const QByteArray theirs = textOf(m_theirs.lines, theirsStart, group.oldEnd() + m_theirs.shift);
    m_done = group.oldEnd();
    if (!theirsTaken)
        append(Kind::Mine, base, mine, theirs);
    else if (!mineTaken)
        append(Kind::Theirs, base, mine, theirs);
    else
        appendConflict(base, mine, theirs);
}

// Takes out what both begin and end with. Where one side has done no more than that, what is left is the other's.
void Merge::appendConflict(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
{
    if (mine == theirs) {
        append(Kind::Both, base, mine, theirs);
        return;
    }
    const FileLines mineLines = fileLines(mine);
    const FileLines theirLines = fileLines(theirs);
    const qsizetype shorter = std::min(mineLines.size(), theirLines.size());
    qsizetype head = 0;
    while (head < shorter && mineLines[head] == theirLines[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && mineLines[mineLines.size() - 1 - tail] == theirLines[theirLines.size() - 1 - tail])
        ++tail;
    const qsizetype mineEnd = mineLines.size() - tail;
    const QByteArray before = textOf(mineLines, 0, head);
    const QByteArray after = textOf(mineLines, mineEnd, mineLines.size());
    const QByteArray myRest = textOf(mineLines, head, mineEnd);
    const QByteArray theirRest = textOf(theirLines, head, theirLines.size() - tail);
    append(Kind::Both, {}, before, before);
    append(theirRest == base ? Kind::Mine : myRest == base ? Kind::Theirs : Kind::Conflict, base, myRest, theirRest);
    append(Kind::Both, {}, after, after);
}

QByteArray oneBehindAnother(const QByteArray &first, const QByteArray &second)
{
    if (first.isEmpty() || first.endsWith('\n') || second.isEmpty())
        return first + second;
    return first + (second.contains("\r\n") || first.contains("\r\n") ? "\r\n" : "\n") + second;
}

QByteArray chosen(const MergeRegion &conflict, MergeChoice choice)
{
    switch (choice) {
    case MergeChoice::Theirs:
        return conflict.theirs;
    case MergeChoice::MineThenTheirs:
        return oneBehindAnother(conflict.mine, conflict.theirs);
    case MergeChoice::TheirsThenMine:
        return oneBehindAnother(conflict.theirs, conflict.mine);
    case MergeChoice::Base:
        return conflict.base;
    case MergeChoice::Mine:
        break;
    }
    return conflict.mine;
}

} // namespace

MergeRegions mergeLines(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
{
    return Merge(base, mine, theirs).regions();
}

bool hasConflict(const MergeRegions &regions)
{
    return std::any_of(regions.begin(), regions.end(),
                       [](const MergeRegion &region) { return region.kind == Kind::Conflict; });
}

QByteArray mergedText(const MergeRegion &region, MergeChoice choice)
{
    if (region.kind == Kind::Conflict)
        return chosen(region, choice);
    return region.kind == Kind::Theirs ? region.theirs : region.mine;
}

QByteArray mergedText(const MergeRegions &regions, const QList<MergeChoice> &choices)
{
    QByteArray text;
    qsizetype conflict = 0;
    for (const MergeRegion &region : regions) {
        const bool isConflict = region.kind == Kind::Conflict;
        const MergeChoice choice = isConflict ? choices.value(conflict++, MergeChoice::Mine) : MergeChoice::Mine;
        text = oneBehindAnother(text, mergedText(region, choice));
    }
    return text;
}

} // namespace casebook
