#pragma once

#include "core/sources/exchange.h"
#include "core/sources/fetchroute.h"
#include "core/sources/hostqueue.h"

#include <QNetworkAccessManager>

#include <memory>

namespace casebook {

/// What the fetches of one Fetcher share.
struct FetchTools {
    explicit FetchTools(FetchSettings given);

    FetchSettings settings;
    Timing &timing;
    std::shared_ptr<HostQueue> queue; ///< those of people share one: see Fetcher
    RouteFinder routes;
    QNetworkAccessManager direct;
    QNetworkAccessManager proxied;
};

/// One fetch on its way: from redirect to redirect, each with a turn of its host and a look at its address.
class FetchTask : public QObject {
    Q_OBJECT

public:
    /// The tools must outlive this.
    FetchTask(FetchTools &tools, FetchRequest request, QObject *parent);
    ~FetchTask() override;

    const FetchAnswer &answer() const { return m_answer; }

signals:
    void started();
    /// Once, from the event loop.
    void finished();
    void progressed(qint64 received, qint64 total);

private:
    void ask();
    void findRoute();
    void takeRoute(const FetchRoute &route);
    void connectNext();
    void takeAnswer();
    void follow(const QByteArray &location);
    void leaveHost();
    void fail(FetchError error);

    FetchTools &m_tools;
    const FetchRequest m_request;
    FetchAnswer m_answer;
    QList<QHostAddress> m_addresses; ///< that were not tried yet
    bool m_throughProxy = false;
    HostQueue::Turn m_turn = 0;
    Timing::Milliseconds m_turnStart{0};
    Timing::Milliseconds m_used{0};   ///< of the timeout, in earlier turns
    std::unique_ptr<QObject> m_visit; ///< lives as long as the turn: what waits for something in it hangs on it
    std::unique_ptr<Exchange> m_exchange;
};

} // namespace casebook
