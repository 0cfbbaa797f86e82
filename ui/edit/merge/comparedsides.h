#pragma once

#include "core/difference/linedifference.h"
#include "core/difference/merge.h"

#include <QSplitter>

namespace casebook {

class MarkedEditor;

/// Mine and what is on disk beside each other, for looking at: what differs tinted, scrolling together.
///
/// The editors are named "mine" and "onDisk".
class ComparedSides : public QSplitter {
    Q_OBJECT

public:
    explicit ComparedSides(QWidget *parent = nullptr);

    void setTexts(const QString &mine, const QString &onDisk);
    /// Tints what each side changed and what conflicts, rather than all that differs. The regions are of the texts.
    void setRegions(const MergeRegions &regions);
    /// Shows a region on both sides, and marks it as the current one; -1 marks none.
    void showRegion(int region);

    /// What differs, from mine to what is on disk.
    const LineHunks &hunks() const { return m_hunks; }
    void showHunk(int hunk);

protected:
    void changeEvent(QEvent *event) override;

private:
    MarkedEditor *addSide(const QString &name, const QString &title);
    void tint();
    void tintRegions();
    void tintHunks();
    void follow(MarkedEditor *leader, MarkedEditor *follower, bool leaderIsMine);

    MarkedEditor *m_mine;
    MarkedEditor *m_onDisk;
    LineHunks m_hunks;
    MergeRegions m_regions;
    QList<LineHunk> m_places; // of the regions: lines of mine and on disk
    int m_current = -1;
    bool m_isFollowing = false;
};

} // namespace casebook
