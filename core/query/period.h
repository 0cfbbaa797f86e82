#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace casebook {

/// A stretch of time as people write it: "90d", "6m". A number alone is days.
struct Period {
    int count = 1;
    char16_t unit = u'y'; ///< d, w, m or y: days, weeks, months, years

    /// The day that lies so far before another one.
    QDate before(const QDate &day) const;
    /// In one form: "90d".
    QString toText() const;
    /// For people: "90 days".
    QString describe() const;

    bool operator==(const Period &) const = default;
};

/// Nothing where the text is no period, or one of more than 99,999.
std::optional<Period> periodFrom(QStringView text);

} // namespace casebook
