#pragma once

#include "tests/bench/measure.h"
#include "ui/browse/browser.h"
#include "ui/browse/casetreemodel.h"
#include "ui/browse/casetreeview.h"

#include <QTimer>
#include <QWidget>

namespace casebook::bench {

/// A tree that counts how often it has been painted.
class CountingTree : public CaseTreeView {
    Q_OBJECT

public:
    using CaseTreeView::CaseTreeView;

    int paints() const { return m_paints; }

signals:
    void painted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_paints = 0;
};

/// Measures for how long the event loop stands still at most: the largest gap of a timer of 5 ms.
class StallWatch : public QObject {
    Q_OBJECT

public:
    StallWatch();

    double longest() const { return m_longest; }

private:
    QTimer m_timer;
    Stopwatch m_sinceLast;
    double m_longest = 0;
};

/// The parts of the window that show a corpus, as large as on a screen.
class BenchWindow {
public:
    explicit BenchWindow(bool withPanel);

    /// Shows the window and waits until it is painted.
    void show();
    /// Waits until nothing is left to do, here and in other threads.
    void settle();
    /// What a question has taken until its answer was painted, in milliseconds.
    struct Cost {
        double time;
        double busy; ///< of all processors together
    };
    /// Asks for something else.
    Cost costToPainted(const QString &query);

    CorpusSession &session() { return m_session; }
    CountingTree &tree() { return *m_tree; }

private:
    void waitForPaint(int before);

    CorpusSession m_session;
    Browser m_browser;
    CaseTreeModel m_model;
    QWidget m_window;
    CountingTree *m_tree; ///< owned by m_window
};

} // namespace casebook::bench
