#include "core/sources/linkwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostDays = 60;

struct LinkWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::LinkWords)
};

QString inWords(const QDate &date)
{
    return QLocale(QLocale::English).toString(date, u"d MMMM yyyy"_s);
}

} // namespace

QString linkOutcome(const LinkRecord &record)
{
    const QString label = linkStateLabel(record.state);
    if (record.state == LinkState::Moved && !record.location.isEmpty())
        return LinkWords::tr("Moved to %1").arg(record.location);
    if (record.status >= 400)
        return LinkWords::tr("%1 (%2)").arg(label).arg(record.status);
    return label;
}

QString linkInDocument(const LinkRecord &record)
{
    if (record.state == LinkState::Unchecked)
        return {};
    return LinkWords::tr("%1, checked %2").arg(linkOutcome(record), inWords(record.checked.date()));
}

QString linkOnScreen(const LinkRecord &record, const QDate &today)
{
    if (record.state == LinkState::Unchecked)
        return linkStateLabel(record.state);
    return LinkWords::tr("%1, checked %2")
        .arg(linkOutcome(record), daysAgo(record.checked.toLocalTime().date(), today));
}

QString daysAgo(const QDate &day, const QDate &today)
{
    const qint64 days = day.daysTo(today);
    if (!today.isValid() || days > mostDays)
        return inWords(day);
    if (days <= 0)
        return LinkWords::tr("today");
    if (days == 1)
        return LinkWords::tr("yesterday");
    return LinkWords::tr("%Ln day(s) ago", nullptr, static_cast<int>(days));
}

} // namespace casebook
