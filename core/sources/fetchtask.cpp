#include "core/sources/fetchtask.h"

#include "core/sources/fetchfailure.h"
#include "core/sources/webaddress.h"

#include <algorithm>

namespace casebook {

namespace {

/// Where a redirect leads, or an invalid URL. A fragment goes along unless there is another one.
QUrl target(const QUrl &from, const QByteArray &location)
{
    QUrl to = from.resolved(QUrl::fromEncoded(location, QUrl::TolerantMode));
    if (!to.hasFragment() && from.hasFragment())
        to.setFragment(from.fragment(QUrl::FullyEncoded), QUrl::StrictMode);
    return to;
}

/// Links may be checked while copies are kept and a document is fetched: no host is to be asked more often for that.
std::shared_ptr<HostQueue> queueFor(const FetchSettings &settings, Timing &timing)
{
    static thread_local std::weak_ptr<HostQueue> usual;
    const FetchSettings defaults;
    const bool isUsual =
        !settings.timing && settings.hostsAtOnce == defaults.hostsAtOnce && settings.pause == defaults.pause;
    std::shared_ptr<HostQueue> queue = isUsual ? usual.lock() : nullptr;
    if (!queue) {
        queue = std::make_shared<HostQueue>(timing, settings.hostsAtOnce, settings.pause);
        if (isUsual)
            usual = queue;
    }
    return queue;
}

} // namespace

FetchTools::FetchTools(FetchSettings given)
    : settings(std::move(given)),
      timing(settings.timing ? *settings.timing : Timing::real()),
      queue(queueFor(settings, timing)),
      routes(settings)
{
    direct.setProxy(QNetworkProxy::NoProxy);
}

FetchTask::FetchTask(FetchTools &tools, FetchRequest request, QObject *parent)
    : QObject(parent), m_tools(tools), m_request(std::move(request))
{
    m_answer.url = m_request.url;
    m_tools.timing.after(Timing::Milliseconds(0), this, [this] { ask(); });
}

FetchTask::~FetchTask()
{
    leaveHost();
}

void FetchTask::ask()
{
    const Result<QUrl> url = webAddress(m_answer.url);
    if (!url) {
        fail(FetchError::NotWeb);
        return;
    }
    m_answer.url = *url;
    const QString host = url->host();
    if (!m_request.allowPrivate && isPrivateName(host)) {
        fail(FetchError::PrivateAddress);
        return;
    }
    if (m_tools.queue->restOf(host) > m_request.patience) {
        fail(FetchError::AskedToWait);
        return;
    }
    m_turn = m_tools.queue->wait(host, [this] { findRoute(); });
}

void FetchTask::findRoute()
{
    if (m_tools.queue->restOf(m_answer.url.host()) > m_request.patience) {
        // It said so while this waited. From the event loop, as whoever is told may delete the fetcher.
        m_tools.timing.after(Timing::Milliseconds(0), this, [this] { fail(FetchError::AskedToWait); });
        return;
    }
    if (m_answer.hops.isEmpty())
        emit started();
    m_visit = std::make_unique<QObject>();
    m_turnStart = m_tools.timing.now();
    m_tools.timing.after(std::max(m_request.timeout - m_used, Timing::Milliseconds(0)), m_visit.get(),
                         [this] { fail(FetchError::TimedOut); });
    m_tools.routes.find(m_answer.url, m_request.allowPrivate, m_visit.get(), [this](const FetchRoute &route) {
        // From the event loop, as taking it may delete the visit from whose depth this comes.
        m_tools.timing.after(Timing::Milliseconds(0), m_visit.get(), [this, route] { takeRoute(route); });
    });
}

void FetchTask::takeRoute(const FetchRoute &route)
{
    if (route.error != FetchError::None) {
        fail(route.error);
        return;
    }
    m_addresses = route.addresses;
    m_throughProxy = route.isThroughProxy();
    if (m_throughProxy)
        m_tools.proxied.setProxy(route.proxy); // for what is asked from now on
    connectNext();
}

void FetchTask::connectNext()
{
    QNetworkAccessManager &manager = m_throughProxy ? m_tools.proxied : m_tools.direct;
    const QHostAddress address = m_throughProxy ? QHostAddress() : m_addresses.takeFirst();
    m_exchange = std::make_unique<Exchange>(manager, m_tools.timing, m_request, m_answer.url, address);
    connect(m_exchange.get(), &Exchange::finished, this, &FetchTask::takeAnswer, Qt::QueuedConnection);
    connect(m_exchange.get(), &Exchange::progressed, this, &FetchTask::progressed);
}

void FetchTask::takeAnswer()
{
    if (!m_exchange)
        return;
    if (m_exchange->answer().hasError() && m_exchange->answer().status == 0 && !m_addresses.isEmpty()) {
        connectNext();
        return;
    }
    const QByteArray location = m_exchange->location();
    const QList<FetchHop> hops = std::move(m_answer.hops);
    m_answer = m_exchange->takeAnswer();
    m_answer.hops = hops;
    const std::optional<qint64> wait = m_answer.retryAfter();
    if (wait && (m_answer.status == 429 || m_answer.status == 503))
        m_tools.queue->rest(m_answer.url.host(), std::chrono::seconds(std::min<qint64>(*wait, 7 * 24 * 3600)));
    leaveHost();
    if (location.isEmpty() || m_answer.hasError())
        emit finished();
    else
        follow(location);
}

void FetchTask::follow(const QByteArray &location)
{
    const int status = m_answer.status;
    m_answer.hops.append({m_answer.url, status, status == 301 || status == 308});
    const QUrl next = target(m_answer.url, location);
    if (m_answer.hops.size() > m_request.maximumRedirects) {
        fail(FetchError::TooManyRedirects);
    } else if (!next.isValid()) {
        fail(FetchError::BadRedirect);
    } else {
        m_answer.url = next;
        m_answer.status = 0;
        m_answer.headers.clear();
        ask();
    }
}

void FetchTask::leaveHost()
{
    if (m_visit)
        m_used += m_tools.timing.now() - m_turnStart;
    m_visit.reset();
    m_exchange.reset();
    m_addresses.clear();
    m_tools.queue->giveBack(std::exchange(m_turn, 0));
}

void FetchTask::fail(FetchError error)
{
    leaveHost();
    const FetchFailure failed = failure(error, m_answer.url);
    m_answer.error = failed.error;
    m_answer.message = failed.message;
    emit finished();
}

} // namespace casebook
