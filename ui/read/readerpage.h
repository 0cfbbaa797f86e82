#pragma once

#include "ui/read/caseview.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QToolBar;
QT_END_NAMESPACE

namespace casebook {

class FindBar;
class MatchBar;

/// The reader: a case with a slim bar above it and the find bar below.
class ReaderPage : public QWidget {
    Q_OBJECT

public:
    explicit ReaderPage(QWidget *parent = nullptr);

    CaseView *view() const { return m_view; }
    /// Puts an action into the bar, on the left or on the right.
    void addBarAction(QAction *action, bool right);
    /// Puts a widget below the case.
    void addPanel(QWidget *panel);
    void showFindBar();
    /// Goes on to what the find bar has been given; false where it is not open, or empty.
    bool findAgain(bool backward);
    /// The actions that go from match to match, for the bar that counts the matches.
    void setMatchActions(QAction *previous, QAction *next);

private:
    void find(const QString &text, bool backward, bool again);

    QToolBar *m_left;
    QToolBar *m_right;
    MatchBar *m_matchBar;
    CaseView *m_view;
    FindBar *m_findBar;
};

} // namespace casebook
