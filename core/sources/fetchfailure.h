#pragma once

#include "core/sources/fetchanswer.h"

#include <QList>
#include <QSslError>

QT_BEGIN_NAMESPACE
class QNetworkReply;
QT_END_NAMESPACE

namespace casebook {

/// Why a request failed, and the same for a person.
struct FetchFailure {
    FetchError error = FetchError::None;
    QString message;
};

/// What went wrong with a reply that has ended, if anything; a status such as 404 is no failure. `url` is what was
/// asked for, as the reply's own may name an address instead of the host; `tls` what was wrong with the certificate.
FetchFailure failureOf(const QNetworkReply &reply, const QUrl &url, const QList<QSslError> &tls);

/// A failure of a kind, in asking for an address.
FetchFailure failure(FetchError error, const QUrl &url);

} // namespace casebook
