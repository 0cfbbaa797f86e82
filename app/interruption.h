#pragma once

namespace casebook {

/// While it lives, SIGINT, SIGTERM and SIGHUP do not end the program: they are remembered, so that long work can stop
/// and clean up. A second signal of a kind ends the program as usual. One at a time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    bool happened() const;
};

} // namespace casebook
