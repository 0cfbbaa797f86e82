#include "core/sources/fetchfailure.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QSslCertificate>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct FetchText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Fetch)
};

QString textOf(FetchError error)
{
    switch (error) {
    case FetchError::NotWeb:
        return FetchText::tr("%1 leads to something other than a page of the web (http or https).");
    case FetchError::PrivateAddress:
        return FetchText::tr("%1 is on this computer or on a private network: it was not asked. Allow private networks "
                             "in the settings if you trust this corpus.");
    case FetchError::NetworkDown:
        return FetchText::tr("%1 could not be reached: the network is down.");
    case FetchError::LookupFailed:
        return FetchText::tr("The name %1 could not be looked up: the network may be down.");
    case FetchError::HostNotFound:
        return FetchText::tr("There is no host named %1.");
    case FetchError::ConnectionFailed:
        return FetchText::tr("%1 refused the connection.");
    case FetchError::TimedOut:
        return FetchText::tr("%1 did not answer in time.");
    case FetchError::ClosedEarly:
        return FetchText::tr("%1 ended the connection before all had come.");
    case FetchError::TlsSelfSigned:
        return FetchText::tr("The certificate of %1 is signed by itself alone.");
    case FetchError::TlsExpired:
        return FetchText::tr("The certificate of %1 has expired or is not valid yet.");
    case FetchError::TlsWrongHost:
        return FetchText::tr("The certificate that %1 shows is another host's.");
    case FetchError::TlsUntrusted:
        return FetchText::tr("The certificate of %1 is signed by nobody whom this system knows.");
    case FetchError::TlsFailed:
        return FetchText::tr("No encrypted connection with %1 came about.");
    case FetchError::TooManyRedirects:
        return FetchText::tr("%1 leads on and on: too many redirects.");
    case FetchError::BadRedirect:
        return FetchText::tr("%1 leads on to an address that makes no sense.");
    case FetchError::CannotUnpack:
        return FetchText::tr("What %1 sent is damaged, or unpacks to far more than it should.");
    case FetchError::AskedToWait:
        return FetchText::tr("%1 asked to be left alone for a while: try again later.");
    case FetchError::NotWanted:
        return FetchText::tr("What %1 would send is not what was wanted.");
    case FetchError::ProxyFailed:
        return FetchText::tr("%1 could not be reached through the proxy that the system names.");
    case FetchError::None:
    case FetchError::Other:
        break;
    }
    return FetchText::tr("%1 could not be asked.");
}

FetchError kindOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::NoError:
        return FetchError::None;
    case QSslError::SelfSignedCertificate:
        return FetchError::TlsSelfSigned;
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return FetchError::TlsExpired;
    case QSslError::HostNameMismatch:
        return FetchError::TlsWrongHost;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::InvalidCaCertificate:
        return FetchError::TlsUntrusted;
    default:
        return FetchError::TlsFailed;
    }
}

/// What of several faults says most: a certificate of somebody's own has most others too.
FetchError kindOf(const QList<QSslError> &errors)
{
    for (const FetchError kind :
         {FetchError::TlsSelfSigned, FetchError::TlsExpired, FetchError::TlsWrongHost, FetchError::TlsUntrusted}) {
        if (std::any_of(errors.begin(), errors.end(), [kind](const QSslError &error) { return kindOf(error) == kind; }))
            return kind;
    }
    return FetchError::TlsFailed;
}

FetchError kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
        return FetchError::None;
    case QNetworkReply::ConnectionRefusedError:
        return FetchError::ConnectionFailed;
    case QNetworkReply::RemoteHostClosedError:
        return FetchError::ClosedEarly;
    case QNetworkReply::HostNotFoundError:
        return FetchError::HostNotFound;
    case QNetworkReply::TimeoutError:
        return FetchError::TimedOut;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return FetchError::NetworkDown;
    case QNetworkReply::UnknownContentError:
        return FetchError::CannotUnpack; // as nothing else was asked for that could be wrong with content
    default:
        break;
    }
    const bool isProxy = error > QNetworkReply::UnknownNetworkError && error <= QNetworkReply::UnknownProxyError;
    return isProxy ? FetchError::ProxyFailed : FetchError::Other;
}

QString expiryOf(const QList<QSslError> &errors)
{
    for (const QSslError &error : errors) {
        if (error.error() == QSslError::CertificateExpired)
            return error.certificate().expiryDate().date().toString(Qt::ISODate);
    }
    return {};
}

} // namespace

FetchFailure failure(FetchError error, const QUrl &url)
{
    const QString host = url.host().isEmpty() ? url.toDisplayString() : url.host();
    return {error, textOf(error).arg(host)};
}

FetchFailure failureOf(const QNetworkReply &reply, const QUrl &url, const QList<QSslError> &tls)
{
    const QNetworkReply::NetworkError error = reply.error();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (error == QNetworkReply::NoError || (status >= 400 && error >= QNetworkReply::ContentAccessDenied))
        return {};
    if (error == QNetworkReply::SslHandshakeFailedError) {
        FetchFailure failed = failure(kindOf(tls), url);
        if (const QString day = expiryOf(tls); failed.error == FetchError::TlsExpired && !day.isEmpty())
            failed.message = FetchText::tr("The certificate of %1 expired on %2.").arg(url.host(), day);
        return failed;
    }
    FetchFailure failed = failure(kindOf(error), url);
    if (failed.error == FetchError::Other)
        failed.message += u' ' + reply.errorString();
    return failed;
}

} // namespace casebook
