#include "core/sources/fetchanswer.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// A date as HTTP writes it: "Sun, 06 Nov 1994 08:49:37 GMT", or as old servers do: "Sunday, 06-Nov-94 08:49:37 GMT",
/// "Sun Nov  6 08:49:37 1994" (RFC 9110, 5.6.7).
QDateTime httpDate(const QByteArray &text)
{
    static const QRegularExpression form(
        uR"(^\w+,\s+(?<day>\d\d?)[ -](?<month>\w{3})[ -](?<year>\d{4}|\d\d)\s+(?<time>\d\d:\d\d:\d\d)\s+GMT$)"_s);
    static const QRegularExpression oldForm(
        uR"(^\w{3}\s+(?<month>\w{3})\s+(?<day>\d\d?)\s+(?<time>\d\d:\d\d:\d\d)\s+(?<year>\d{4})$)"_s);
    static const QStringList months{u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s,
                                    u"Jul"_s, u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s};
    const QString date = QString::fromLatin1(text.trimmed());
    QRegularExpressionMatch match = form.match(date);
    if (!match.hasMatch())
        match = oldForm.match(date);
    int year = match.captured(u"year"_s).toInt();
    if (match.capturedLength(u"year"_s) == 2)
        year += year < 70 ? 2000 : 1900;
    // Taken apart, as the clocks here may know no such hour: they are put forward once a year.
    const QDate day(year, static_cast<int>(months.indexOf(match.captured(u"month"_s))) + 1,
                    match.captured(u"day"_s).toInt());
    const QTime time = QTime::fromString(match.captured(u"time"_s), u"hh:mm:ss"_s);
    return day.isValid() && time.isValid() ? QDateTime(day, time, Qt::UTC) : QDateTime();
}

/// "text/html": without what no type has. Sent twice, it comes as a list.
QByteArray firstOf(const QByteArray &list)
{
    return list.split(',').first().trimmed().toLower();
}

} // namespace

QByteArray FetchAnswer::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const std::pair<QByteArray, QByteArray> &one) {
        return QByteArrayView(one.first).compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

QByteArray FetchAnswer::mediaType() const
{
    const QByteArray type = firstOf(header("content-type").split(';').first());
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || QByteArrayView("/+-._").contains(c);
    };
    return type.count('/') == 1 && std::all_of(type.begin(), type.end(), fits) ? type : QByteArray();
}

QByteArray FetchAnswer::charset() const
{
    const QList<QByteArray> parts = header("content-type").split(';');
    for (const QByteArray &part : parts.mid(1)) {
        const qsizetype equals = part.indexOf('=');
        if (equals < 0 || part.left(equals).trimmed().toLower() != "charset")
            continue;
        QByteArray name = firstOf(part.mid(equals + 1));
        if (name.size() >= 2 && name.startsWith('"') && name.endsWith('"'))
            name = name.mid(1, name.size() - 2);
        return name;
    }
    return {};
}

std::optional<qint64> FetchAnswer::retryAfter() const
{
    const QByteArray text = header("retry-after").trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return std::max<qint64>(seconds, 0);
    const QDateTime until = httpDate(text);
    if (!until.isValid())
        return std::nullopt;
    // By the server's clock where it tells it: ours may be wrong.
    const QDateTime served = httpDate(header("date"));
    return std::max<qint64>((served.isValid() ? served : received).secsTo(until), 0);
}

QUrl FetchAnswer::permanentLocation() const
{
    qsizetype count = 0;
    while (count < hops.size() && hops[count].permanent)
        ++count;
    if (count == 0)
        return {};
    return count < hops.size() ? hops[count].url : url;
}

} // namespace casebook
