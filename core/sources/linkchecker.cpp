#include "core/sources/linkchecker.h"

#include "core/sources/webaddress.h"

#include <QUuid>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// Reserved for examples by RFC 2606, and always there: if it is not found, no name is.
constexpr QStringView control = u"example.com";

/// An address beside this one that cannot exist.
QUrl impossible(const QUrl &url)
{
    QUrl other = url.adjusted(QUrl::RemoveFilename | QUrl::RemoveQuery | QUrl::RemoveFragment);
    other.setPath(other.path() + u"no-such-page-"_s + QUuid::createUuid().toString(QUuid::Id128));
    return other;
}

const QUrl &askedOf(const FetchAnswer &answer)
{
    return answer.hops.isEmpty() ? answer.url : answer.hops.first().url;
}

/// Where one such answer counts for another: the host, and where there is reason to doubt the first part of the path.
QString siteOf(const LinkFindings &findings)
{
    const QUrl &url = askedOf(findings.answer);
    const QStringList parts = url.path().split(u'/');
    const QString nearBy = parts.size() > 2 ? parts[1] : u"."_s; // beside the front page
    return url.scheme() + u"://"_s + url.authority() + u'/' + (isSuspicious(findings) ? nearBy : QString());
}

} // namespace

LinkChecker::LinkChecker(Fetcher &fetcher, QObject *parent) : QObject(parent), m_fetcher(fetcher) {}

LinkChecker::~LinkChecker() = default;

void LinkChecker::start(const QStringList &urls)
{
    cancel();
    m_run = std::make_unique<QObject>();
    QList<Key> order;
    for (const QString &text : urls) {
        const QString trimmed = text.trimmed();
        const Result<QUrl> url = webAddress(trimmed);
        const Key key = url ? url->adjusted(QUrl::RemoveFragment).toEncoded() : trimmed.toUtf8();
        Page &page = m_pages[key];
        if (page.urls.isEmpty())
            order.append(key);
        if (!page.urls.contains(trimmed)) {
            page.urls.append(trimmed);
            ++m_total;
        }
    }
    for (const Key &key : std::as_const(order)) {
        Page &page = m_pages[key];
        // Without its fragment, as each address brings its own.
        const QUrl url = QUrl(page.urls.first(), QUrl::StrictMode).adjusted(QUrl::RemoveFragment);
        page.look = new LinkLook(m_fetcher, url, m_allowPrivate, m_run.get());
        connect(page.look, &LinkLook::started, this, [this, key] {
            for (const QStringList cited = m_pages.value(key).urls; const QString &asked : cited)
                emit asking(asked);
        });
        connect(page.look, &LinkLook::finished, this, [this, key] { take(key); });
    }
    if (m_total == 0)
        m_fetcher.timing().after(Timing::Milliseconds(0), m_run.get(), [this] { emit finished(); });
}

void LinkChecker::cancel()
{
    ++m_runNumber;
    m_run.reset();
    m_pages.clear();
    m_elsewhere.clear();
    m_missing.clear();
    m_controlAsked = false;
    m_networkWorks = false;
    m_done = 0;
    m_total = 0;
}

void LinkChecker::take(const Key &key)
{
    Page &page = m_pages[key];
    page.findings = page.look->findings();
    page.look->deleteLater();
    page.look = nullptr;
    if (page.findings.answer.status > 0)
        m_networkWorks = true;
    if (wantsComparison(page.findings))
        compare(key);
    else
        conclude(key);
}

void LinkChecker::compare(const Key &key)
{
    // Beside the address that was asked for, as that is where it would be missing.
    const QString site = siteOf(m_pages[key].findings);
    const bool isNew = !m_elsewhere.contains(site);
    Elsewhere &elsewhere = m_elsewhere[site];
    if (elsewhere.isKnown) {
        conclude(key);
        return;
    }
    elsewhere.waiting.append(key);
    if (isNew)
        askElsewhere(site);
}

void LinkChecker::askElsewhere(const QString &site)
{
    const FetchAnswer &answer = m_pages[m_elsewhere[site].waiting.first()].findings.answer;
    FetchRequest request;
    request.url = impossible(askedOf(answer));
    request.allowPrivate = m_allowPrivate;
    request.maximumBytes = 512 * 1024;
    request.timeout = std::chrono::seconds(40);
    request.wants = [](const FetchAnswer &head) { return mayBeHtml(head); };
    m_fetcher.fetch(request, m_run.get(), [this, site](const FetchAnswer &given) {
        findPageSigns(given, m_run.get(),
                      [this, site, given](const PageSigns &signs) { takeElsewhere(site, given, signs); });
    });
}

void LinkChecker::takeElsewhere(const QString &site, const FetchAnswer &answer, const PageSigns &signs)
{
    Elsewhere &elsewhere = m_elsewhere[site];
    elsewhere.isKnown = true;
    elsewhere.answer = answer;
    elsewhere.page = signs;
    elsewhere.answer.body.clear();
    const QList<Key> waiting = std::exchange(elsewhere.waiting, {});
    const int run = m_runNumber;
    for (const Key &key : waiting) {
        if (m_runNumber != run)
            return; // whoever was told stopped it
        conclude(key);
    }
}

void LinkChecker::conclude(const Key &key)
{
    Page &page = m_pages[key];
    const FetchAnswer &answer = page.findings.answer;
    if (wantsComparison(page.findings)) {
        const Elsewhere elsewhere = m_elsewhere.value(siteOf(page.findings));
        page.findings.elsewhere = elsewhere.answer;
        page.findings.elsewherePage = elsewhere.page;
    }
    if (answer.error == FetchError::HostNotFound && !m_networkWorks)
        m_missing.append(key);
    else
        tell(key);
    considerMissing();
}

void LinkChecker::tell(const Key &key)
{
    Page &page = m_pages[key];
    page.findings.networkWorks = m_networkWorks;
    const QStringList urls = page.urls;
    const LinkFindings findings = std::exchange(page.findings, {}); // pages are many, and their words more
    const int run = m_runNumber;
    for (const QString &url : urls) {
        LinkRecord record = judgeLink(url, findings);
        record.checked = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), Qt::UTC);
        ++m_done;
        emit checked(record);
        if (m_runNumber != run)
            return;
        emit progressed(m_done, m_total);
        if (m_runNumber != run)
            return;
    }
    if (m_done == m_total)
        emit finished();
}

/// A host that cannot be found is gone where others can be found, else the network may be down.
void LinkChecker::considerMissing()
{
    if (m_missing.isEmpty() || !m_run)
        return;
    if (m_networkWorks) {
        tellMissing();
    } else if (m_done + m_missing.size() >= m_total && !m_controlAsked) {
        m_controlAsked = true;
        m_fetcher.lookUp(control.toString(), m_run.get(), [this](const QList<QHostAddress> &, FetchError error) {
            takeControl(error == FetchError::None);
        });
    }
}

void LinkChecker::takeControl(bool networkWorks)
{
    m_networkWorks = networkWorks;
    tellMissing();
}

void LinkChecker::tellMissing()
{
    const QList<Key> missing = std::exchange(m_missing, {});
    const int run = m_runNumber;
    for (const Key &key : missing) {
        tell(key);
        if (m_runNumber != run)
            return;
    }
}

} // namespace casebook
