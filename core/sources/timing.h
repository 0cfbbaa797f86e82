#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace casebook {

/// Time as whatever waits for something sees it: pauses, timeouts, when a server asks to come back. Tests have one of
/// their own, which passes when they say so.
class Timing {
public:
    using Milliseconds = std::chrono::milliseconds;

    virtual ~Timing() = default;

    /// Since some moment; never goes back.
    virtual Milliseconds now() const = 0;
    /// Does something once, later, in the calling thread, from its event loop; never if the context is gone by then.
    virtual void after(Milliseconds delay, QObject *context, std::function<void()> action) = 0;

    /// The real one. Lives as long as the program, and may be used from every thread.
    static Timing &real();
};

} // namespace casebook
