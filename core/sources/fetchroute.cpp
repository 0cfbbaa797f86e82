#include "core/sources/fetchroute.h"

#include "core/sources/webaddress.h"

#include <QFutureWatcher>
#include <QHostInfo>
#include <QNetworkProxyFactory>
#include <QtConcurrentRun>

#include <algorithm>

namespace casebook {

namespace {

/// Asks the system in another thread, since it may read files and ask the network for an answer.
void findProxy(const QUrl &url, QObject *context, std::function<void(const QNetworkProxy &)> done)
{
    auto *watcher = new QFutureWatcher<QNetworkProxy>(context);
    QObject::connect(watcher, &QFutureWatcher<QNetworkProxy>::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([url] {
        const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
        return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
    }));
}

bool isProxy(const QNetworkProxy &proxy)
{
    return proxy.type() != QNetworkProxy::NoProxy;
}

void lookUpInSystem(const QString &host, QObject *context, FetchSettings::Found found)
{
    QHostInfo::lookupHost(host, context, [found = std::move(found)](const QHostInfo &info) {
        if (info.error() == QHostInfo::UnknownError)
            found({}, FetchError::LookupFailed);
        else
            found(info.addresses(), info.addresses().isEmpty() ? FetchError::HostNotFound : FetchError::None);
    });
}

} // namespace

RouteFinder::RouteFinder(const FetchSettings &settings) : m_settings(settings)
{
    if (!m_settings.isPrivate)
        m_settings.isPrivate = isPrivateAddress;
    if (!m_settings.lookUp)
        m_settings.lookUp = lookUpInSystem;
}

void RouteFinder::find(const QUrl &url, bool allowPrivate, QObject *context,
                       std::function<void(const FetchRoute &)> done) const
{
    if (!m_settings.systemProxy) {
        findAddresses(url, allowPrivate, QNetworkProxy::NoProxy, context, std::move(done));
        return;
    }
    findProxy(url, context,
              [this, url, allowPrivate, context, done = std::move(done)](const QNetworkProxy &proxy) mutable {
                  findAddresses(url, allowPrivate, proxy, context, std::move(done));
              });
}

void RouteFinder::lookUp(const QString &host, QObject *context, FetchSettings::Found found) const
{
    m_settings.lookUp(host, context, std::move(found));
}

void RouteFinder::findAddresses(const QUrl &url, bool allowPrivate, const QNetworkProxy &proxy, QObject *context,
                                std::function<void(const FetchRoute &)> done) const
{
    if (isProxy(proxy) && allowPrivate) {
        done({{}, proxy, FetchError::None}); // nothing to look at: the proxy finds the address
        return;
    }
    const QHostAddress literal(url.host());
    if (!literal.isNull()) {
        done(routeTo({literal}, FetchError::None, allowPrivate, proxy));
        return;
    }
    lookUp(url.host(QUrl::FullyEncoded), context,
           [this, allowPrivate, proxy, done = std::move(done)](const QList<QHostAddress> &addresses, FetchError error) {
               done(routeTo(addresses, error, allowPrivate, proxy));
           });
}

FetchRoute RouteFinder::routeTo(const QList<QHostAddress> &addresses, FetchError error, bool allowPrivate,
                                const QNetworkProxy &proxy) const
{
    // One private address among public ones is enough: whoever answers so is up to something.
    if (!allowPrivate && std::any_of(addresses.begin(), addresses.end(), m_settings.isPrivate))
        return {{}, proxy, FetchError::PrivateAddress};
    if (isProxy(proxy)) // it may know names that this computer does not
        return {{}, proxy, FetchError::None};
    if (error != FetchError::None)
        return {{}, proxy, error};
    QList<QHostAddress> sorted = addresses;
    // IPv4 first: it is there almost everywhere, where an IPv6 address may lead nowhere without a word.
    std::stable_partition(sorted.begin(), sorted.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    return {sorted, proxy, FetchError::None};
}

} // namespace casebook
