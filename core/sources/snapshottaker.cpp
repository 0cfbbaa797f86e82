#include "core/sources/snapshottaker.h"

#include "core/sources/pagekind.h"
#include "core/sources/readabletext.h"
#include "core/sources/snapshottype.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPointer>
#include <QtConcurrentRun>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestPage = 20 * 1024 * 1024; // bytes
constexpr qint64 largestPicture = 5 * 1024 * 1024;
constexpr int mostPictures = 60; // of a page

struct Writing {
    Result<KeptSnapshot> kept = Error{};
    QStringList pictures = {};
    bool isRefused = false; ///< there is nothing worth to be written: see `kept`
};

QString typeOf(const FetchAnswer &answer)
{
    const QString told = QString::fromLatin1(answer.mediaType());
    return told.isEmpty() || told == u"application/octet-stream" ? typeOfBytes(answer.body) : told;
}

Snapshot lookOf(const QString &url, const FetchAnswer &answer)
{
    Snapshot look;
    look.url = QString::fromLatin1(QUrl(url).toEncoded());
    look.finalUrl = QString::fromLatin1(answer.url.toEncoded(QUrl::RemoveFragment));
    look.taken = answer.received.isValid() ? answer.received : QDateTime::currentDateTimeUtc();
    look.taken = QDateTime::fromSecsSinceEpoch(look.taken.toSecsSinceEpoch(), Qt::UTC);
    look.status = answer.status;
    look.type = typeOf(answer);
    look.charset = QString::fromLatin1(answer.charset());
    return look;
}

void findPictures(const MarkdownNode &node, QStringList &urls)
{
    if (node.kind == MarkdownKind::Image && !urls.contains(node.url) && urls.size() < mostPictures)
        urls.append(node.url);
    for (const MarkdownNode &child : node.children)
        findPictures(child, urls);
}

QStringList picturesOf(const QByteArray &bytes, const Snapshot &snapshot)
{
    QStringList urls;
    if (snapshot.type == u"application/pdf")
        return urls;
    const Result<ReadableText> readable =
        readableText(bytes, snapshot.type, snapshot.charset, snapshot.finalUrl, {.pictures = true});
    if (readable)
        findPictures(readable->document, urls);
    return urls;
}

Writing writingOf(const QString &root, const Snapshot &look, const FetchAnswer &answer, bool pictures)
{
    if (kindOf(pageSigns(answer)) == PageKind::ForPeople) {
        return {.kept = Error{SnapshotTaker::tr("The server wants to see that no program asks: what it sent is not the "
                                                "page. Look at it in a browser.")},
                .isRefused = true};
    }
    Writing writing{keepSnapshot(root, look, answer.body)};
    if (writing.kept && pictures)
        writing.pictures = picturesOf(answer.body, writing.kept->snapshot);
    return writing;
}

bool isGood(const FetchAnswer &answer)
{
    return answer.status >= 200 && answer.status < 300;
}

} // namespace

/// A page on its way into the archive.
struct SnapshotTaker::Page {
    QString root;
    SnapshotOptions options;
    SnapshotOutcome outcome;
    int picturesLeft = 0;
    bool isBeingWritten = false; ///< the page itself
    bool isCancelled = false;    ///< nothing more is asked for
};

QString snapshotStateId(SnapshotOutcome::State state)
{
    switch (state) {
    case SnapshotOutcome::State::Kept:
        return u"kept"_s;
    case SnapshotOutcome::State::Unchanged:
        return u"unchanged"_s;
    case SnapshotOutcome::State::Refused:
        return u"refused"_s;
    case SnapshotOutcome::State::Failed:
        break;
    }
    return u"failed"_s;
}

SnapshotTaker::SnapshotTaker(Fetcher &fetcher, QObject *parent) : QObject(parent), m_fetcher(fetcher)
{
    m_pool.setMaxThreadCount(1);
}

SnapshotTaker::~SnapshotTaker()
{
    for (const Fetcher::Id id : std::as_const(m_fetches))
        m_fetcher.cancel(id);
    m_pool.clear();
    m_pool.waitForDone();
}

void SnapshotTaker::take(const QString &root, const QStringList &urls, const SnapshotOptions &options)
{
    if (m_left == 0)
        m_total = 0;
    QStringList wanted = urls;
    wanted.removeDuplicates();
    m_total += static_cast<int>(wanted.size());
    m_left += static_cast<int>(wanted.size());
    emit progressed(m_total - m_left, m_total);
    for (const QString &url : std::as_const(wanted)) {
        auto page = std::make_shared<Page>(Page{root, options, {url}});
        m_pages.append(page);
        fetchPage(page);
    }
}

void SnapshotTaker::cancel()
{
    for (const Fetcher::Id id : std::exchange(m_fetches, {}))
        m_fetcher.cancel(id);
    const bool wasRunning = isRunning();
    QList<PagePtr> kept; // all but their pictures
    for (const QList<PagePtr> pages = std::exchange(m_pages, {}); const PagePtr &page : pages) {
        page->isCancelled = true;
        if (page->isBeingWritten)
            m_pages.append(page);
        else if (page->outcome.snapshot.taken.isValid())
            kept.append(page);
    }
    m_left = static_cast<int>(m_pages.size());
    for (const PagePtr &page : std::as_const(kept))
        emit taken(page->outcome);
    if (wasRunning && m_left == 0)
        emit finished();
}

void SnapshotTaker::fetchPage(const PagePtr &page)
{
    FetchRequest request;
    request.url = QUrl(page->outcome.url);
    request.maximumBytes = largestPage;
    request.allowPrivate = page->options.allowPrivate;
    request.wants = [](const FetchAnswer &answer) {
        const QString type = QString::fromLatin1(answer.mediaType());
        return isGood(answer) && (isKeptType(type) || type == u"application/octet-stream");
    };
    m_fetches.append(m_fetcher.fetch(request, this, [this, page](const FetchAnswer &answer) { judge(page, answer); }));
}

void SnapshotTaker::judge(const PagePtr &page, const FetchAnswer &answer)
{
    QString &message = page->outcome.message;
    if (answer.hasError() && answer.error != FetchError::NotWanted)
        message = answer.message;
    else if (!isGood(answer))
        message = tr("The server answered with the status %1: there is no page to keep.").arg(answer.status);
    else if (answer.error == FetchError::NotWanted)
        message = tr("What is there is of the type %1: only text and PDF are kept.")
                      .arg(QString::fromLatin1(answer.mediaType()));
    else if (answer.truncated)
        message = tr("The page is larger than %1 MiB: it was not kept.").arg(largestPage / 1024 / 1024);
    else if (answer.body.isEmpty())
        message = tr("The server answered with an empty page: there is nothing to keep.");
    else if (!isKeptType(typeOf(answer)) || typeOf(answer).isEmpty())
        message = tr("What is there is neither text nor PDF: it was not kept.");
    if (message.isEmpty())
        keep(page, answer);
    else
        finish(page);
}

void SnapshotTaker::keep(const PagePtr &page, const FetchAnswer &answer)
{
    auto *watcher = new QFutureWatcher<Writing>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, page] {
        watcher->deleteLater();
        page->isBeingWritten = false;
        const Writing writing = watcher->result();
        SnapshotOutcome &outcome = page->outcome;
        if (!writing.kept) {
            outcome.state = writing.isRefused ? SnapshotOutcome::State::Refused : SnapshotOutcome::State::Failed;
            outcome.message = writing.kept.error().message;
            finish(page);
            return;
        }
        outcome.state = writing.kept->isNew ? SnapshotOutcome::State::Kept : SnapshotOutcome::State::Unchanged;
        outcome.snapshot = writing.kept->snapshot;
        fetchPictures(page, page->isCancelled ? QStringList() : writing.pictures);
    });
    page->isBeingWritten = true;
    const Snapshot look = lookOf(page->outcome.url, answer);
    const bool pictures = page->options.pictures;
    watcher->setFuture(QtConcurrent::run(
        &m_pool, [root = page->root, look, answer, pictures] { return writingOf(root, look, answer, pictures); }));
}

void SnapshotTaker::fetchPictures(const PagePtr &page, const QStringList &urls)
{
    page->picturesLeft = static_cast<int>(urls.size());
    if (urls.isEmpty())
        finish(page);
    for (const QString &url : urls) {
        FetchRequest request;
        request.url = QUrl(url);
        request.maximumBytes = largestPicture;
        request.allowPrivate = page->options.allowPrivate;
        request.accept = "image/webp,image/png,image/jpeg,image/gif;q=0.9";
        request.wants = [](const FetchAnswer &answer) {
            return isGood(answer) && isPictureType(QString::fromLatin1(answer.mediaType()));
        };
        m_fetches.append(m_fetcher.fetch(
            request, this, [this, page, url](const FetchAnswer &answer) { keepPicture(page, answer, url); }));
    }
}

void SnapshotTaker::keepPicture(const PagePtr &page, const FetchAnswer &answer, const QString &url)
{
    if (answer.hasError() || answer.truncated || !isGood(answer) || answer.body.isEmpty()) {
        finishPicture(page); // the text is there: a picture less is no failure
        return;
    }
    auto *watcher = new QFutureWatcher<bool>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, page] {
        watcher->deleteLater();
        if (!m_pages.contains(page))
            return;
        page->outcome.pictures += watcher->result() ? 1 : 0;
        finishPicture(page);
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [root = page->root, look = lookOf(url, answer), bytes = answer.body] {
        return keepSnapshot(root, look, bytes).has_value();
    }));
}

void SnapshotTaker::finishPicture(const PagePtr &page)
{
    if (--page->picturesLeft == 0)
        finish(page);
}

void SnapshotTaker::finish(const PagePtr &page)
{
    if (!m_pages.removeOne(page))
        return;
    --m_left;
    emit taken(page->outcome);
    emit progressed(m_total - m_left, m_total);
    if (m_left == 0) {
        m_fetches.clear();
        emit finished();
    }
}

} // namespace casebook
