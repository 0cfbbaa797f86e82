#pragma once

#include "ui/report/briefing.h"

#include <QThread>

#include <atomic>

namespace casebook {

/// Counts what is done of a briefing, tells the person who waits, and carries their wish to stop to whoever works.
///
/// Made on the thread that progress is told on; what may be called on any is marked so.
class BriefingMeter {
public:
    explicit BriefingMeter(BriefingProgress progress);

    /// Begins a phase. `cases` and `pages` are all that there will be; 0: not known. With several rounds, the share
    /// that is told is that of them all.
    void begin(BriefingStep::Phase phase, int cases, int pages);
    void setRounds(int rounds) { m_rounds = rounds; }
    void nextRound() { ++m_round; }

    /// One more is done. Any thread; told at once on that of the meter.
    void addPage();
    void addCase();
    /// Whether to stop: to be asked often, and to be followed soon. Any thread.
    bool isStopped() const { return m_stopped.load(std::memory_order_relaxed); }

    /// Tells how far it is; answers whether to go on.
    bool tell();
    /// Tells that all is done.
    bool tellEnd();

private:
    BriefingStep step() const;
    qreal share() const;
    void tellHere();

    BriefingProgress m_progress;
    Qt::HANDLE m_thread;
    BriefingStep::Phase m_phase = BriefingStep::Phase::LayOut;
    int m_allCases = 0;
    int m_allPages = 0;
    int m_round = 0;
    int m_rounds = 1;
    std::atomic<int> m_cases = 0;
    std::atomic<int> m_pages = 0;
    std::atomic<bool> m_stopped = false;
};

} // namespace casebook
