#include "core/sources/exchange.h"

#include "core/sources/fetchfailure.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 unpackedWithoutSuspicion = 4 * 1024 * 1024;

QByteArray hostHeader(const QUrl &url)
{
    return url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo).toLatin1();
}

/// Nothing of the user's goes out, nothing is kept, and nothing is done behind our back.
void keepPlain(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // HTTP/2 has no Host header: it would name the address that is asked instead of the host.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    request.setSslConfiguration(tls);
}

void ask(QNetworkRequest &request, const FetchRequest &wanted)
{
    request.setRawHeader("User-Agent", "Casebook/" CASEBOOK_VERSION);
    request.setRawHeader("Accept", wanted.accept);
    if (!wanted.ifNoneMatch.isEmpty())
        request.setRawHeader("If-None-Match", wanted.ifNoneMatch);
    if (!wanted.ifModifiedSince.isEmpty())
        request.setRawHeader("If-Modified-Since", wanted.ifModifiedSince);
    if (wanted.firstBytes > 0) {
        request.setRawHeader("Range", "bytes=0-" + QByteArray::number(wanted.firstBytes - 1));
        request.setRawHeader("Accept-Encoding", "identity"); // the beginning of something packed is of no use
    }
    request.setDecompressedSafetyCheckThreshold(unpackedWithoutSuspicion);
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

Exchange::Exchange(QNetworkAccessManager &manager, Timing &timing, const FetchRequest &request, const QUrl &url,
                   const QHostAddress &address, QObject *parent)
    : QObject(parent),
      m_timing(timing),
      m_request(request),
      m_mostBytes(request.firstBytes > 0 ? std::min(request.firstBytes, request.maximumBytes) : request.maximumBytes),
      m_isProxied(address.isNull())
{
    m_answer.url = url;
    send(manager, address);
    m_lastByte = m_timing.now();
    watchIdle();
}

Exchange::~Exchange()
{
    end();
}

QByteArray Exchange::location() const
{
    return isRedirect(m_answer.status) ? m_answer.header("location").trimmed() : QByteArray();
}

void Exchange::send(QNetworkAccessManager &manager, const QHostAddress &address)
{
    QUrl url = m_answer.url.adjusted(QUrl::RemoveFragment);
    QNetworkRequest request;
    if (!address.isNull()) {
        // To the very address that was looked at: asked again, the name might lead elsewhere.
        request.setRawHeader("Host", hostHeader(url));
        if (QHostAddress(url.host()).isNull())
            request.setPeerVerifyName(url.host(QUrl::FullyEncoded));
        url.setHost(address.toString());
    }
    request.setUrl(url);
    keepPlain(request);
    ask(request, m_request);
    m_reply = m_request.method == FetchRequest::Method::Head ? manager.head(request) : manager.get(request);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::readBody);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tls = errors; });
    connect(
        m_reply, &QNetworkReply::finished, this,
        [this] {
            readHead();
            readBody();
            finish();
        },
        Qt::QueuedConnection);
}

void Exchange::readHead()
{
    const int status = m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    if (m_headRead || status == 0)
        return;
    m_headRead = true;
    m_lastByte = m_timing.now();
    m_answer.status = status;
    m_answer.received = QDateTime::currentDateTimeUtc();
    const QList<QNetworkReply::RawHeaderPair> headers = m_reply->rawHeaderPairs();
    for (const QNetworkReply::RawHeaderPair &one : headers)
        m_answer.headers.append({one.first.toLower(), one.second});
    const QByteArray encoding = m_answer.header("content-encoding").trimmed().toLower();
    m_answer.isPacked = m_request.firstBytes > 0 && !encoding.isEmpty() && encoding != "identity";
    if (!location().isEmpty())
        finish(); // its body says nothing more
    else if (m_request.wants && !m_request.wants(m_answer))
        finish(FetchError::NotWanted);
}

void Exchange::readBody()
{
    if (m_ended || m_reply->bytesAvailable() == 0)
        return;
    readHead();
    if (m_ended)
        return;
    m_lastByte = m_timing.now();
    m_answer.body += m_reply->read(m_mostBytes + 1 - m_answer.body.size());
    if (m_answer.body.size() > m_mostBytes) {
        m_answer.body.truncate(m_mostBytes);
        m_answer.truncated = true;
    }
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    const bool isKnown = length.isValid() && m_answer.header("content-encoding").isEmpty();
    emit progressed(m_answer.body.size(), isKnown ? length.toLongLong() : -1);
    if (m_answer.truncated)
        finish();
}

void Exchange::watchIdle()
{
    const Timing::Milliseconds quiet = m_timing.now() - m_lastByte;
    if (quiet >= m_request.idleTimeout) {
        finish(FetchError::TimedOut);
        return;
    }
    m_timing.after(m_request.idleTimeout - quiet, this, [this] {
        if (!m_ended)
            watchIdle();
    });
}

void Exchange::end()
{
    m_ended = true;
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    // Later: from inside its own signals Qt takes it for a second error of the reply, and complains.
    QMetaObject::invokeMethod(
        m_reply,
        [reply = m_reply] {
            reply->abort();
            reply->deleteLater();
        },
        Qt::QueuedConnection);
    m_reply = nullptr;
}

void Exchange::finish(FetchError error)
{
    if (m_ended)
        return;
    const bool isWhole = m_reply->isFinished() && !m_answer.truncated;
    FetchFailure failed = error == FetchError::None ? FetchFailure() : failure(error, m_answer.url);
    if (error == FetchError::None && isWhole && location().isEmpty())
        failed = failureOf(*m_reply, m_answer.url, m_tls);
    if (failed.error == FetchError::NetworkDown && m_isProxied) // as Qt calls it when the proxy refuses
        failed = failure(FetchError::ProxyFailed, m_answer.url);
    if (m_answer.status == 206) {
        // "bytes 0-65535/123456"; "*" is a length that the server does not tell
        const QByteArray total = m_answer.header("content-range").split('/').last().trimmed();
        m_answer.truncated = total.isEmpty() || total == "*" || total.toLongLong() > m_answer.body.size();
    }
    m_answer.error = failed.error;
    m_answer.message = failed.message;
    end();
    emit finished();
}

} // namespace casebook
