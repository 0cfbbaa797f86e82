#pragma once

#include <QDateTime>

namespace casebook {

/// Now, in UTC; or what SOURCE_DATE_EPOCH says, where it is set to a number of seconds, so that the same input gives
/// the same bytes (reproducible-builds.org/specs/source-date-epoch).
QDateTime documentTime();

/// Whether SOURCE_DATE_EPOCH says what time it is.
bool hasFixedTime();

} // namespace casebook
