#pragma once

#include "core/base/result.h"

namespace casebook {

/// Whether there is something to open a window on. The Error says what to do without.
Result<void> checkDisplay();

} // namespace casebook
