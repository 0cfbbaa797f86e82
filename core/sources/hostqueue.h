#pragma once

#include "core/sources/timing.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <deque>
#include <functional>
#include <optional>

namespace casebook {

/// Lets requests take turns, so that no host is bothered: one request at a time to each host, a pause after it, and a
/// few hosts at once. Of one thread.
class HostQueue : public QObject {
    Q_OBJECT

public:
    using Milliseconds = Timing::Milliseconds;
    using Turn = quint64; ///< 0: none

    /// The timing must outlive the queue.
    HostQueue(Timing &timing, int hostsAtOnce, Milliseconds pause, QObject *parent = nullptr);

    /// Waits for a turn; `start` is called when it has come, from the event loop. Every turn has to be given back.
    Turn wait(const QString &host, std::function<void()> start);
    /// Gives a turn back: it is over, or is no longer wanted. Does nothing for one that was given back already.
    void giveBack(Turn turn);

    /// The host asked to be left alone: nothing starts there before.
    void rest(const QString &host, Milliseconds duration);
    /// How long a host has asked to be left alone from now on; 0 where it has not.
    Milliseconds restOf(const QString &host) const;

private:
    struct Waiting {
        Turn turn;
        std::function<void()> start;
    };
    struct Host {
        std::deque<Waiting> waiting;
        Turn running = 0;
        Milliseconds notBefore{0}; ///< as now() counts
        Milliseconds restUntil{0};
    };

    void schedule(Milliseconds delay);
    void wake(Milliseconds at);
    void startWhatCan();

    Timing &m_timing;
    int m_hostsAtOnce;
    Milliseconds m_pause;
    QHash<QString, Host> m_hosts;
    QStringList m_order; ///< hosts with something waiting, the first come first
    QHash<Turn, QString> m_turns;
    int m_running = 0;
    std::optional<Milliseconds> m_wake; ///< when it will look next what can be started
    Turn m_last = 0;
};

} // namespace casebook
