#include "app/interruption.h"

#include <csignal>

namespace casebook {

namespace {

constexpr int watchedSignals[] = {SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t interrupted = 0;

void remember(int)
{
    interrupted = 1;
}

} // namespace

Interruption::Interruption()
{
    interrupted = 0;
    struct sigaction action = {};
    action.sa_handler = remember;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    for (const int number : watchedSignals)
        ::sigaction(number, &action, nullptr);
}

Interruption::~Interruption()
{
    for (const int number : watchedSignals)
        std::signal(number, SIG_DFL);
}

bool Interruption::happened() const
{
    return interrupted != 0;
}

} // namespace casebook
