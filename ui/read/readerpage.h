#pragma once

#include "ui/read/caseview.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QToolBar;
QT_END_NAMESPACE

namespace casebook {

class FindBar;

/// The reader: a case with a slim bar above it and the find bar below.
class ReaderPage : public QWidget {
    Q_OBJECT

public:
    explicit ReaderPage(QWidget *parent = nullptr);

    CaseView *view() const { return m_view; }
    /// Puts an action into the bar, on the left or on the right.
    void addBarAction(QAction *action, bool right);
    void showFindBar();

private:
    void find(const QString &text, bool backward, bool again);

    QToolBar *m_left;
    QToolBar *m_right;
    CaseView *m_view;
    FindBar *m_findBar;
};

} // namespace casebook
