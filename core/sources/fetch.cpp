#include "core/sources/fetch.h"

#include "core/sources/fetchtask.h"

namespace casebook {

Fetcher::Fetcher(FetchSettings settings, QObject *parent)
    : QObject(parent), m_tools(std::make_unique<FetchTools>(std::move(settings)))
{
}

Fetcher::~Fetcher()
{
    // Before the tools that they give back their turns to; those that were cancelled just now are still there too.
    qDeleteAll(findChildren<FetchTask *>(Qt::FindDirectChildrenOnly));
}

Fetcher::Id Fetcher::fetch(FetchRequest request, QObject *context, Done done)
{
    const Id id = ++m_last;
    auto *task = new FetchTask(*m_tools, std::move(request), this);
    m_tasks.insert(id, task);
    connect(task, &FetchTask::started, this, [this, id] { emit started(id); });
    connect(task, &FetchTask::progressed, this,
            [this, id](qint64 received, qint64 total) { emit progressed(id, received, total); });
    connect(task, &FetchTask::finished, this, [this, id] { finish(id); });
    // After the above, so that whoever is answered finds this fetch over.
    connect(task, &FetchTask::finished, context, [task, done = std::move(done)] {
        const FetchAnswer answer = task->answer(); // whoever is answered may delete the fetcher
        done(answer);
    });
    connect(context, &QObject::destroyed, task, [this, id] { cancel(id); });
    emit underWayChanged(underWay());
    return id;
}

void Fetcher::finish(Id id)
{
    if (FetchTask *task = m_tasks.take(id)) {
        task->deleteLater();
        emit underWayChanged(underWay());
    }
}

void Fetcher::cancel(Id id)
{
    if (FetchTask *task = m_tasks.take(id)) {
        // Later: this may be called while the task tells of its progress.
        task->disconnect();
        task->deleteLater();
        emit underWayChanged(underWay());
    }
}

void Fetcher::cancelAll()
{
    const QList<Id> ids = m_tasks.keys();
    for (const Id id : ids)
        cancel(id);
}

Timing::Milliseconds Fetcher::restOf(const QString &host) const
{
    return m_tools->queue->restOf(host);
}

Timing &Fetcher::timing() const
{
    return m_tools->timing;
}

void Fetcher::lookUp(const QString &host, QObject *context, FetchSettings::Found found) const
{
    m_tools->routes.lookUp(host, context, std::move(found));
}

} // namespace casebook
