#include "core/sources/timing.h"

#include <QTimer>

namespace casebook {

namespace {

class RealTiming : public Timing {
public:
    Milliseconds now() const override
    {
        return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
    void after(Milliseconds delay, QObject *context, std::function<void()> action) override
    {
        QTimer::singleShot(delay, context, std::move(action));
    }
};

} // namespace

Timing &Timing::real()
{
    static RealTiming timing;
    return timing;
}

} // namespace casebook
