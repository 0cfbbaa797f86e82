#pragma once

#include "core/difference/merge.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QHBoxLayout;
class QLabel;
QT_END_NAMESPACE

namespace casebook {

class MarkedEditor;
class MergedText;

/// The merged text of two versions, to be edited, with what is to be done about each conflict in a bar above it.
///
/// The actions, by objectName: "nextConflict" (F8), "previousConflict" (Shift+F8), "takeMine", "takeTheirs",
/// "takeBoth", "takeAsItStands". The editor is named "merged".
class MergePane : public QWidget {
    Q_OBJECT

public:
    explicit MergePane(QWidget *parent = nullptr);

    /// Begins anew, with mine in place of the conflicts, at the first one.
    void setRegions(const MergeRegions &regions);
    int conflictCount() const;
    /// Conflicts that nothing has been said about.
    int openCount() const;
    QString text() const;
    /// The region that the current conflict is; -1: there is none.
    int currentRegion() const;
    QAction *action(QStringView name) const;
    /// Goes to the current conflict again; to be called when the pane has got its size.
    void showCurrent();

signals:
    void currentRegionChanged(int region);
    /// After setRegions() too.
    void openCountChanged(int count);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBar();
    QAction *addAction(QHBoxLayout *row, const QString &name, const QString &text, const QString &help);
    void decide(int choice);
    void goTo(int conflict);
    void followCursor();
    void showStates();
    void tint();

    QLabel *m_state;
    MarkedEditor *m_editor;
    MergedText *m_merged = nullptr;
    int m_current = -1; // conflict
    bool m_isGoing = false;
};

} // namespace casebook
