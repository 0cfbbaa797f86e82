#include "core/query/viewsession.h"

#include "core/corpus/folderwatcher.h"
#include "core/query/search.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int quietTime = 150; // ms without an event before the views are read
constexpr int countPause = 60; // ms, so that several changes at once are counted once

using Cancelled = std::shared_ptr<std::atomic<bool>>;

QHash<QString, int> countViews(const Corpus &corpus, const QList<SavedView> &views, const std::atomic<bool> &cancelled)
{
    QHash<QString, int> counts;
    Search search(corpus);
    for (const SavedView &view : views) {
        if (cancelled)
            break;
        if (!view.broken)
            counts.insert(view.id, search.run(view.query(corpus.schema()), {}).matches());
    }
    return counts;
}

void renew(Cancelled &cancelled)
{
    *cancelled = true;
    cancelled = std::make_shared<std::atomic<bool>>(false);
}

} // namespace

ViewSession::ViewSession(const CorpusSession &session, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_watcher(new FolderWatcher(this)),
      m_cancelled(std::make_shared<std::atomic<bool>>(false)),
      m_countCancelled(std::make_shared<std::atomic<bool>>(false))
{
    m_reading.setMaxThreadCount(1);
    m_counting.setMaxThreadCount(1);
    for (QTimer *timer : {&m_quiet, &m_countSoon})
        timer->setSingleShot(true);
    m_quiet.setInterval(quietTime);
    m_countSoon.setInterval(countPause);
    connect(&m_quiet, &QTimer::timeout, this, &ViewSession::lookAgain);
    connect(&m_countSoon, &QTimer::timeout, this, &ViewSession::count);
    connect(m_watcher, &FolderWatcher::changed, this, [this] {
        if (!m_quiet.isActive()) // not put off: a folder may never be quiet
            m_quiet.start();
    });
    connect(&session, &CorpusSession::opened, this, &ViewSession::startAnew);
    connect(&session, &CorpusSession::closed, this, &ViewSession::startAnew);
    connect(&session, &CorpusSession::schemaChanged, this, &ViewSession::lookAgain);
    const auto countSoon = [this] { m_countSoon.start(); };
    connect(&session, &CorpusSession::loaded, this, countSoon);
    connect(&session, &CorpusSession::changed, this, countSoon);
    connect(&session, &CorpusSession::schemaChanged, this, countSoon);
    connect(&session, &CorpusSession::sourceFactsChanged, this, countSoon);
    startAnew();
}

ViewSession::~ViewSession()
{
    cancel();
    m_reading.waitForDone();
    m_counting.waitForDone();
}

void ViewSession::cancel()
{
    renew(m_cancelled);
    renew(m_countCancelled);
    m_quiet.stop();
    m_countSoon.stop();
    m_looking = false;
    m_lookAgain = false;
}

void ViewSession::startAnew()
{
    cancel();
    const QString root = m_session.isOpen() ? corpus().layout().root : QString();
    if (root != m_root) {
        m_root = root;
        m_watcher->watch({});
        take({});
    }
    lookAgain();
}

void ViewSession::lookAgain()
{
    if (!m_session.isOpen())
        return;
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    watch(); // before the reading, so that nothing happens unseen between the two
    m_reading.start([this, layout = corpus().layout(), schema = corpus().schema(), cancelled = m_cancelled] {
        const SavedViews views = loadViews(layout, schema);
        QMetaObject::invokeMethod(
            this,
            [this, views, cancelled] {
                if (*cancelled)
                    return;
                m_looking = false;
                take(views);
                if (std::exchange(m_lookAgain, false))
                    lookAgain();
            },
            Qt::QueuedConnection);
    });
}

void ViewSession::watch()
{
    // The corpus's folder too, for `views` may be made, moved or removed as a whole.
    QStringList folders{m_root};
    if (leadsInside(corpus().layout(), u"views/"_s))
        folders.append(corpus().layout().absolute(u"views"_s));
    m_watcher->watch(folders);
}

void ViewSession::take(const SavedViews &views)
{
    if (views == m_views)
        return;
    m_views = views;
    for (auto count = m_counts.begin(); count != m_counts.end();)
        count = m_views.find(count.key()) ? std::next(count) : m_counts.erase(count);
    emit changed();
    m_countSoon.start();
}

void ViewSession::count()
{
    if (!m_session.isOpen() || m_session.isLoading())
        return; // counted when it has been loaded
    renew(m_countCancelled);
    m_counting.clear();
    m_counting.start([this, corpus = corpus(), views = m_views.views, cancelled = m_countCancelled] {
        const QHash<QString, int> counts = countViews(corpus, views, *cancelled);
        QMetaObject::invokeMethod(
            this,
            [this, counts, cancelled] {
                if (*cancelled || counts == m_counts)
                    return;
                m_counts = counts;
                emit counted();
            },
            Qt::QueuedConnection);
    });
}

} // namespace casebook
