#include "core/sources/fetchanswer.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// A date as HTTP writes it: "Sun, 06 Nov 1994 08:49:37 GMT".
QDateTime httpDate(const QByteArray &text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
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
    return header("content-type").split(';').first().trimmed().toLower();
}

QByteArray FetchAnswer::charset() const
{
    const QList<QByteArray> parts = header("content-type").split(';');
    for (const QByteArray &part : parts.mid(1)) {
        const qsizetype equals = part.indexOf('=');
        if (equals < 0 || part.left(equals).trimmed().toLower() != "charset")
            continue;
        QByteArray name = part.mid(equals + 1).trimmed().toLower();
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
