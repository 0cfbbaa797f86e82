#include "tests/support/heldtime.h"

#include <algorithm>

void HeldTime::after(Milliseconds delay, QObject *context, std::function<void()> action)
{
    const Milliseconds at = m_now + delay;
    if (delay > Milliseconds(0))
        m_waits.push_back(delay);
    if (delay > m_short) {
        m_due.push_back({at, context, std::move(action)});
        return;
    }
    const auto act = [this, at, action = std::move(action)] {
        m_now = std::max(m_now, at);
        action();
    };
    QMetaObject::invokeMethod(context, act, Qt::QueuedConnection);
}

void HeldTime::pass(Milliseconds duration)
{
    m_now += duration;
    std::vector<Due> later;
    std::vector<Due> due;
    for (Due &one : m_due)
        (one.at > m_now ? later : due).push_back(std::move(one));
    m_due = std::move(later);
    std::stable_sort(due.begin(), due.end(), [](const Due &a, const Due &b) { return a.at < b.at; });
    for (const Due &one : due) {
        if (one.context)
            one.action();
    }
}
