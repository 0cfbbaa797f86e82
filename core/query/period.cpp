#include "core/query/period.h"

#include <QCoreApplication>

namespace casebook {

namespace {

constexpr qsizetype mostDigits = 5;

QString translate(const char *text, int count)
{
    return QCoreApplication::translate("Period", text, nullptr, count);
}

} // namespace

QDate Period::before(const QDate &day) const
{
    switch (unit) {
    case u'd':
        return day.addDays(-count);
    case u'w':
        return day.addDays(-7LL * count);
    case u'm':
        return day.addMonths(-count);
    default:
        return day.addYears(-count);
    }
}

QString Period::toText() const
{
    return QString::number(count) + QChar(unit);
}

QString Period::describe() const
{
    switch (unit) {
    case u'd':
        return translate("%Ln day(s)", count);
    case u'w':
        return translate("%Ln week(s)", count);
    case u'm':
        return translate("%Ln month(s)", count);
    default:
        return translate("%Ln year(s)", count);
    }
}

std::optional<Period> periodFrom(QStringView text)
{
    Period period;
    period.unit = u'd';
    if (!text.isEmpty() && QStringView(u"dwmyDWMY").contains(text.back())) {
        period.unit = text.back().toLower().unicode();
        text.chop(1);
    }
    if (text.isEmpty() || text.size() > mostDigits)
        return std::nullopt;
    for (const QChar digit : text) {
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
    }
    period.count = text.toInt();
    return period;
}

} // namespace casebook
