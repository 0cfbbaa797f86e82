#include "core/sources/linklook.h"

namespace casebook {

namespace {

constexpr qint64 mostOfAPage = 2 * 1024 * 1024; // enough for title, headings and nearly every fragment
constexpr int mostRetries = 2;

/// Whether a page's own answer may be other than what its head was answered with. Not all servers know HEAD, and some
/// that do not say that the page is missing, or forbidden.
bool isNoLastWord(const FetchAnswer &head)
{
    switch (head.error) {
    case FetchError::None:
        return head.status >= 400 && head.status != 429 && head.status != 401;
    case FetchError::ClosedEarly:
    case FetchError::TimedOut:
    case FetchError::Other:
    case FetchError::CannotUnpack:
    case FetchError::TooManyRedirects:
        return true;
    default:
        return false;
    }
}

} // namespace

LinkLook::LinkLook(Fetcher &fetcher, const QUrl &url, bool allowPrivate, QObject *parent)
    : QObject(parent), m_fetcher(fetcher)
{
    m_request.url = url;
    m_request.allowPrivate = allowPrivate;
    m_request.timeout = std::chrono::seconds(40);
    m_request.maximumBytes = mostOfAPage;
    m_request.wants = [](const FetchAnswer &answer) { return mayBeHtml(answer); };
    connect(&m_fetcher, &Fetcher::started, this, [this](Fetcher::Id id) {
        if (id == m_fetch && !std::exchange(m_isStarted, true))
            emit started();
    });
    askForHead();
}

LinkLook::~LinkLook()
{
    m_fetcher.cancel(m_fetch);
}

void LinkLook::askForHead()
{
    FetchRequest request = m_request;
    request.method = FetchRequest::Method::Head;
    request.wants = {};
    m_fetch = m_fetcher.fetch(request, this, [this](const FetchAnswer &answer) { takeHead(answer); });
}

void LinkLook::takeHead(const FetchAnswer &answer)
{
    if (comesBackLater(answer)) {
        askForHead();
    } else if (isNoLastWord(answer)) {
        askForPage(mostOfAPage);
    } else if (answer.isFine() && mayBeHtml(answer)) {
        // From where the redirects led: they need not be gone through twice.
        m_hops = answer.hops;
        m_request.url = answer.url;
        askForPage(mostOfAPage);
    } else {
        finish(answer);
    }
}

void LinkLook::askForPage(qint64 firstBytes)
{
    m_request.firstBytes = firstBytes;
    m_fetch = m_fetcher.fetch(m_request, this, [this](const FetchAnswer &answer) { takePage(answer); });
}

void LinkLook::takePage(const FetchAnswer &answer)
{
    const bool wasRange = m_request.firstBytes > 0;
    if (comesBackLater(answer)) {
        askForPage(m_request.firstBytes);
    } else if (wasRange && (answer.status == 416 || answer.isPacked)) {
        askForPage(0); // it cannot do ranges, or sends what can only be unpacked as a whole
    } else {
        FetchAnswer whole = answer;
        whole.hops = m_hops + answer.hops;
        m_findings.isEmpty = answer.isFine() && answer.status == 200 && answer.body.isEmpty();
        finish(whole);
    }
}

bool LinkLook::comesBackLater(const FetchAnswer &answer)
{
    const bool isAsked = (answer.status == 429 || answer.status == 503) && answer.retryAfter().has_value();
    if (!isAsked || m_retries >= mostRetries || m_fetcher.restOf(answer.url.host()) > m_request.patience)
        return false;
    ++m_retries; // the fetcher waits as long as the server wants
    return true;
}

void LinkLook::finish(const FetchAnswer &answer)
{
    m_fetch = 0;
    m_findings.answer = answer;
    m_findings.answer.body.clear();
    findPageSigns(answer, this, [this](const PageSigns &signs) {
        m_findings.page = signs;
        emit finished();
    });
}

} // namespace casebook
