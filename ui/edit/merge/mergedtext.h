#pragma once

#include "core/difference/merge.h"

#include <QHash>
#include <QObject>
#include <QTextCursor>

namespace casebook {

/// Merges three texts whose lines end with line feeds.
MergeRegions mergeTexts(const QString &base, const QString &mine, const QString &theirs);

/// The text that comes of a merge, while a person decides what is to stand where the two versions conflict.
///
/// Works on a document, which holds mine in place of each conflict at first, and can be edited like any other: an edit
/// inside a conflict decides it. Undo takes decisions back as it does the text.
class MergedText : public QObject {
    Q_OBJECT

public:
    enum class State {
        Open,
        Mine,
        Theirs,
        Both,   ///< mine, then theirs
        ByHand, ///< as the person wrote it, or said that it may stand
    };

    /// The text to begin with.
    static QString initialText(const MergeRegions &regions);
    /// The document holds the initial text, has a layout (as that of any editor), and lives as long as this.
    MergedText(const MergeRegions &regions, QTextDocument *document, QObject *parent = nullptr);

    int conflictCount() const { return static_cast<int>(m_conflicts.size()); }
    int openCount() const { return static_cast<int>(m_states.count(State::Open)); }
    State state(int conflict) const { return m_states.at(conflict); }
    /// Puts there what was chosen, as one step of undo; ByHand leaves what is there. Not Open.
    void decide(int conflict, State state);
    /// The conflict that follows `conflict` (-1: none) and is open, from the first one again after the last; -1 if
    /// none.
    int nextOpen(int conflict) const;

    const MergeRegions &regions() const { return m_regions; }
    /// The region that a conflict is.
    int regionOf(int conflict) const { return m_conflicts.at(conflict); }
    /// Where a region stands in the document, from its first character to behind its last.
    QTextCursor place(int region) const;
    QString text() const;

signals:
    /// The text has changed, or a conflict was decided or is open again.
    void statesChanged();

private:
    struct Snapshot {
        QList<int> boundaries;
        QList<State> states;
    };

    void noteEdit(int position, int removed, int added);
    void followUndo();
    Snapshot snapshot() const;
    void restore(const Snapshot &then);
    int start(int region) const;
    int end(int region) const;
    QString textFor(const MergeRegion &region, State state) const;

    MergeRegions m_regions;
    QTextDocument *m_document;
    QList<int> m_conflicts;          // regions
    QList<QTextCursor> m_boundaries; // where each region but the first begins
    QList<State> m_states;
    QList<int> m_lengths;             // of the conflicts' texts
    QHash<int, Snapshot> m_snapshots; // by position in the undo stack
    int m_position = 0;
    bool m_isNewEdit = false;
    bool m_isDeciding = false;
};

} // namespace casebook
