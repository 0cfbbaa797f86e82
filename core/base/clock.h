#pragma once

#include <QDate>
#include <QDateTime>

namespace casebook {

/// Now, in UTC; or what SOURCE_DATE_EPOCH says, where it is set to a number of seconds, so that the same input gives
/// the same bytes (reproducible-builds.org/specs/source-date-epoch).
QDateTime documentTime();

/// Today, or the day of SOURCE_DATE_EPOCH in UTC: what dates documents, and what ages are counted from.
QDate documentDate();

} // namespace casebook
