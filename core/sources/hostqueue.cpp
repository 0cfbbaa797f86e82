#include "core/sources/hostqueue.h"

#include <algorithm>
#include <optional>

namespace casebook {

HostQueue::HostQueue(Timing &timing, int hostsAtOnce, Milliseconds pause, QObject *parent)
    : QObject(parent), m_timing(timing), m_hostsAtOnce(hostsAtOnce), m_pause(pause)
{
}

HostQueue::Turn HostQueue::wait(const QString &host, std::function<void()> start)
{
    const Turn turn = ++m_last;
    std::deque<Waiting> &waiting = m_hosts[host].waiting;
    waiting.push_back({turn, std::move(start)});
    m_turns.insert(turn, host);
    if (waiting.size() == 1)
        m_order.append(host);
    schedule(Milliseconds(0));
    return turn;
}

void HostQueue::giveBack(Turn turn)
{
    const QString name = m_turns.take(turn);
    const auto host = m_hosts.find(name);
    if (turn == 0 || host == m_hosts.end())
        return;
    if (host->running == turn) {
        host->running = 0;
        host->notBefore = std::max(host->notBefore, m_timing.now() + m_pause);
        --m_running;
    } else {
        std::erase_if(host->waiting, [turn](const Waiting &one) { return one.turn == turn; });
        if (host->waiting.empty())
            m_order.removeOne(name);
    }
    schedule(Milliseconds(0));
}

void HostQueue::rest(const QString &host, Milliseconds duration)
{
    Host &resting = m_hosts[host];
    resting.restUntil = std::max(resting.restUntil, m_timing.now() + duration);
    resting.notBefore = std::max(resting.notBefore, resting.restUntil);
}

HostQueue::Milliseconds HostQueue::restOf(const QString &host) const
{
    const auto resting = m_hosts.constFind(host);
    return resting == m_hosts.constEnd() ? Milliseconds(0)
                                         : std::max(Milliseconds(0), resting->restUntil - m_timing.now());
}

/// Once for all who want it by then, as there may be thousands.
void HostQueue::schedule(Milliseconds delay)
{
    const Milliseconds at = m_timing.now() + delay;
    if (m_wake && *m_wake <= at)
        return;
    m_wake = at;
    m_timing.after(delay, this, [this, at] { wake(at); });
}

void HostQueue::wake(Milliseconds at)
{
    if (m_wake != at)
        return; // an earlier one has come in its place
    m_wake.reset();
    startWhatCan();
}

void HostQueue::startWhatCan()
{
    const Milliseconds now = m_timing.now();
    std::optional<Milliseconds> soonest;
    std::deque<Waiting> starting;
    const QStringList order = m_order;
    for (const QString &name : order) {
        if (m_running >= m_hostsAtOnce)
            break;
        Host &host = m_hosts[name];
        if (host.running != 0)
            continue;
        if (host.notBefore > now) {
            soonest = std::min(soonest.value_or(host.notBefore), host.notBefore);
            continue;
        }
        host.running = host.waiting.front().turn;
        starting.push_back(std::move(host.waiting.front()));
        host.waiting.pop_front();
        ++m_running;
        // To the end of the line, so that a host with many pages does not hold up the others.
        m_order.removeOne(name);
        if (!host.waiting.empty())
            m_order.append(name);
    }
    if (soonest)
        schedule(*soonest - now);
    // At last, since a start may come back here, and may give back its own turn or another one.
    for (const Waiting &one : starting) {
        if (m_turns.contains(one.turn))
            one.start();
    }
}

} // namespace casebook
