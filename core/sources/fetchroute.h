#pragma once

#include "core/sources/fetch.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace casebook {

/// How a request gets to a host.
struct FetchRoute {
    QList<QHostAddress> addresses; ///< to be tried in this order; empty through a proxy
    QNetworkProxy proxy = QNetworkProxy::NoProxy;
    FetchError error = FetchError::None; ///< there is no way there, or none that may be gone

    bool isThroughProxy() const { return proxy.type() != QNetworkProxy::NoProxy; }
};

/// Finds hosts' addresses and looks at them before anything is sent.
class RouteFinder {
public:
    explicit RouteFinder(const FetchSettings &settings);

    /// Calls `done` once, from the event loop, unless the context is gone by then.
    void find(const QUrl &url, bool allowPrivate, QObject *context, std::function<void(const FetchRoute &)> done) const;
    void lookUp(const QString &host, QObject *context, FetchSettings::Found found) const;

private:
    void findAddresses(const QUrl &url, bool allowPrivate, const QNetworkProxy &proxy, QObject *context,
                       std::function<void(const FetchRoute &)> done) const;
    FetchRoute routeTo(const QList<QHostAddress> &addresses, FetchError error, bool allowPrivate,
                       const QNetworkProxy &proxy) const;

    FetchSettings m_settings;
};

} // namespace casebook
