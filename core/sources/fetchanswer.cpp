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

QString fetchErrorName(FetchError error)
{
    switch (error) {
    case FetchError::None:
        return {};
    case FetchError::NotWeb:
        return u"not-web"_s;
    case FetchError::PrivateAddress:
        return u"private-address"_s;
    case FetchError::NetworkDown:
        return u"network-down"_s;
    case FetchError::LookupFailed:
        return u"lookup-failed"_s;
    case FetchError::HostNotFound:
        return u"host-not-found"_s;
    case FetchError::ConnectionFailed:
        return u"connection-failed"_s;
    case FetchError::TimedOut:
        return u"timed-out"_s;
    case FetchError::ClosedEarly:
        return u"closed-early"_s;
    case FetchError::TlsSelfSigned:
        return u"tls-self-signed"_s;
    case FetchError::TlsExpired:
        return u"tls-expired"_s;
    case FetchError::TlsWrongHost:
        return u"tls-wrong-host"_s;
    case FetchError::TlsUntrusted:
        return u"tls-untrusted"_s;
    case FetchError::TlsFailed:
        return u"tls-failed"_s;
    case FetchError::TooManyRedirects:
        return u"too-many-redirects"_s;
    case FetchError::BadRedirect:
        return u"bad-redirect"_s;
    case FetchError::CannotUnpack:
        return u"cannot-unpack"_s;
    case FetchError::AskedToWait:
        return u"asked-to-wait"_s;
    case FetchError::NotWanted:
        return u"not-wanted"_s;
    case FetchError::ProxyFailed:
        return u"proxy-failed"_s;
    case FetchError::Other:
        return u"other"_s;
    }
    return {};
}

} // namespace casebook
