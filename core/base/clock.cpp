#include "core/base/clock.h"

#include <optional>

namespace casebook {

namespace {

std::optional<qint64> fixedSeconds()
{
    bool isNumber = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    return isNumber && seconds >= 0 ? std::optional(seconds) : std::nullopt;
}

} // namespace

QDateTime documentTime()
{
    if (const std::optional<qint64> seconds = fixedSeconds())
        return QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC);
    return QDateTime::currentDateTimeUtc();
}

QDate documentDate()
{
    return fixedSeconds() ? documentTime().date() : QDate::currentDate();
}

} // namespace casebook
