#pragma once

#include "core/sources/fetchanswer.h"
#include "core/sources/timing.h"

#include <QHash>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QHostAddress;
QT_END_NAMESPACE

namespace casebook {

class FetchTask;
class HostQueue;
class RouteFinder;
struct FetchTools;

/// What is asked for.
struct FetchRequest {
    enum class Method {
        Head,
        Get,
    };

    QUrl url; ///< http or https; a name and a password in it are left out
    Method method = Method::Get;
    qint64 firstBytes = 0;                  ///< more than 0: a range, only so many are asked for; a server may send all
    qint64 maximumBytes = 20 * 1024 * 1024; ///< what comes past this is cut off
    /// While the network is in use; waiting for the host's turn does not count.
    Timing::Milliseconds timeout = std::chrono::seconds(60);
    Timing::Milliseconds idleTimeout = std::chrono::seconds(20); ///< without a byte
    int maximumRedirects = 10;
    /// How long to wait, at most, where the host has asked to be left alone (Retry-After).
    Timing::Milliseconds patience = std::chrono::seconds(60);
    bool allowPrivate = false; ///< this computer, private networks: see isPrivateAddress()
    QByteArray accept = "text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.5";
    QByteArray ifNoneMatch;     ///< an ETag as it was received; empty: none
    QByteArray ifModifiedSince; ///< a Last-Modified as it was received; empty: none
    /// Asked once the head is there, with everything but the body: false ends the fetch, with the error NotWanted.
    std::function<bool(const FetchAnswer &)> wants;
};

/// How a Fetcher goes about it. The defaults are right for people; the rest is for tests.
struct FetchSettings {
    using Found = std::function<void(const QList<QHostAddress> &addresses, FetchError error)>;

    int hostsAtOnce = 8;
    Timing::Milliseconds pause = std::chrono::seconds(1); ///< between two requests to one host
    bool systemProxy = true;                              ///< else no proxy is used
    Timing *timing = nullptr;                             ///< null: the real time; must outlive the fetcher
    std::function<bool(const QHostAddress &)> isPrivate;  ///< empty: isPrivateAddress()
    /// Finds a host's addresses, and calls `found` once, unless the context is gone by then; empty: the system's way.
    std::function<void(const QString &host, QObject *context, Found found)> lookUp;
};

/// Fetches pages over http and https: the one place where Casebook uses the network. Nothing is fetched unless a person
/// asked for it.
///
/// Redirects are followed and recorded, to http and https alone. One request at a time goes to each host, with a pause
/// after it, and where a host says to come back later (Retry-After) it is left alone until then; for this all fetchers
/// of a thread count as one, unless their settings for it differ from the defaults. No cookie, password or certificate
/// of the user is ever sent, and nothing is kept. A host whose name leads to a private address is refused, as is every
/// redirect to one; the connection goes to the very address that was looked at. Through a proxy the proxy finds the
/// address: there, what this computer knows of the name is all that can be looked at.
///
/// Lives in the thread that called it, which needs an event loop; never blocks it.
class Fetcher : public QObject {
    Q_OBJECT

public:
    using Id = quint64; ///< 0: none
    using Done = std::function<void(const FetchAnswer &answer)>;

    explicit Fetcher(FetchSettings settings = {}, QObject *parent = nullptr);
    /// Cancels what is under way.
    ~Fetcher() override;

    /// Starts. The answer comes once, from the event loop: never from inside this call, after cancel(), or when the
    /// context is gone.
    Id fetch(FetchRequest request, QObject *context, Done done);
    /// Stops a fetch: no answer comes. Does nothing for one that is over.
    void cancel(Id id);
    void cancelAll();

    /// How many fetches are under way or wait for their turn.
    int underWay() const { return static_cast<int>(m_tasks.size()); }
    /// How long a host asked to be left alone from now on.
    Timing::Milliseconds restOf(const QString &host) const;
    Timing &timing() const;

    /// Finds the addresses of a host, as fetch() would, without asking it for anything.
    void lookUp(const QString &host, QObject *context, FetchSettings::Found found) const;

signals:
    void underWayChanged(int count);
    /// The first turn of this fetch has come: its host is being asked.
    void started(casebook::Fetcher::Id id);
    /// Bytes of a body; `total` is -1 where it is not known.
    void progressed(casebook::Fetcher::Id id, qint64 received, qint64 total);

private:
    void finish(Id id);

    std::unique_ptr<FetchTools> m_tools;
    QHash<Id, FetchTask *> m_tasks;
    Id m_last = 0;
};

} // namespace casebook
