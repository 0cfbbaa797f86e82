#pragma once

#include "core/sources/timing.h"

#include <QPointer>

#include <vector>

/// Time that stands still until a test lets it pass, but for short waits: those are over at once.
class HeldTime : public casebook::Timing {
public:
    explicit HeldTime(Milliseconds shortest = std::chrono::seconds(10)) : m_short(shortest) {}

    Milliseconds now() const override { return m_now; }
    void after(Milliseconds delay, QObject *context, std::function<void()> action) override;

    /// Lets time pass, and does what is due by then.
    void pass(Milliseconds duration);
    /// Every wait that was asked for, short ones too, but for those of 0.
    const std::vector<Milliseconds> &waits() const { return m_waits; }

private:
    struct Due {
        Milliseconds at;
        QPointer<QObject> context;
        std::function<void()> action;
    };

    Milliseconds m_short;
    Milliseconds m_now{1000000};
    std::vector<Due> m_due;
    std::vector<Milliseconds> m_waits;
};
