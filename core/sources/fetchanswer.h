#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace casebook {

/// Why there is no whole answer. An answer with a status such as 404 is none of these.
enum class FetchError {
    None,
    NotWeb,           ///< no http or https address; also where a redirect led to one
    PrivateAddress,   ///< refused: this computer or a private network; also where a redirect led there
    NetworkDown,      ///< nothing can be reached
    LookupFailed,     ///< the host's name could not be looked up now
    HostNotFound,     ///< there is no host of that name, as far as the name servers tell
    ConnectionFailed, ///< the host refused the connection
    TimedOut,
    ClosedEarly, ///< the connection ended before all had come
    TlsSelfSigned,
    TlsExpired, ///< or not valid yet
    TlsWrongHost,
    TlsUntrusted, ///< signed by nobody whom this system knows
    TlsFailed,    ///< no encrypted connection for another reason
    TooManyRedirects,
    BadRedirect,  ///< to nowhere
    CannotUnpack, ///< compressed content that is damaged, or would grow out of all proportion
    AskedToWait,  ///< not asked: the host wants to be left alone for longer than one waits
    NotWanted,    ///< the request's `wants` said no
    ProxyFailed,
    Other,
};

/// One redirect on the way.
struct FetchHop {
    QUrl url; ///< that was asked
    int status = 0;
    bool permanent = false; ///< 301 and 308

    bool operator==(const FetchHop &) const = default;
};

/// What came back. A value.
struct FetchAnswer {
    FetchError error = FetchError::None;
    QString message; ///< of the error, for a person: what happened; empty where there is none

    int status = 0; ///< of HTTP, of the last page asked; 0 where none came
    QUrl url;       ///< of the last page asked, with the fragment that counts
    QList<FetchHop> hops;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< of the last page, names in lower case
    /// As received, without what the transfer did to it (chunks, compression): see isPacked.
    QByteArray body;
    bool truncated = false; ///< the body was cut off at the most bytes that were asked for, or is a range of more
    bool isPacked = false;  ///< the body is still compressed: a range of it cannot be unpacked
    QDateTime received;     ///< in UTC

    bool hasError() const { return error != FetchError::None; }
    /// 2xx or 304, and all of what was asked for.
    bool isFine() const { return !hasError() && ((status >= 200 && status < 300) || status == 304); }

    /// The value of a header, "" where there is none; of several the first.
    QByteArray header(QByteArrayView name) const;
    /// "text/html", in lower case; "" where the server does not say, or says what is no type.
    QByteArray mediaType() const;
    /// "shift_jis", in lower case, as the server says in Content-Type; "" where it does not.
    QByteArray charset() const;
    /// How long the server asks to be left alone (Retry-After), in seconds; none where it does not say.
    std::optional<qint64> retryAfter() const;
    /// Where the page has moved for good: the last of the permanent redirects that come before any other one. Empty
    /// where the first redirect is not permanent.
    QUrl permanentLocation() const;
};

} // namespace casebook
