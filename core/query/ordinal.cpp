#include "core/query/ordinal.h"

#include <cmath>

namespace casebook {

namespace {

/// The number that stands in so many digits at a place of a date, or -1.
int digitsAt(const QString &text, qsizetype at, int count)
{
    int number = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const char16_t digit = i < text.size() ? text.at(i).unicode() : u'x';
        if (digit < u'0' || digit > u'9')
            return -1;
        number = number * 10 + (digit - u'0');
    }
    return number;
}

} // namespace

bool isOrdered(FieldType type)
{
    return type == FieldType::Year || type == FieldType::Number || type == FieldType::Date;
}

std::optional<double> ordinalOf(const QString &text, FieldType type, bool upper)
{
    if (type != FieldType::Date) {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        return isNumber && !std::isnan(number) ? std::optional(number) : std::nullopt;
    }
    const int beyond = upper ? 99 : 0;
    const int year = digitsAt(text, 0, 4);
    const int month = text.size() > 4 ? digitsAt(text, 5, 2) : beyond;
    const int day = text.size() > 7 ? digitsAt(text, 8, 2) : beyond;
    if (year < 0 || month < 0 || day < 0)
        return std::nullopt;
    return year * 10000.0 + month * 100.0 + day;
}

} // namespace casebook
