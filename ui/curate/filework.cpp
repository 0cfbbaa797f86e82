#include "ui/curate/filework.h"

#include <QElapsedTimer>

namespace casebook {

namespace {

constexpr int reportEvery = 60; // ms

} // namespace

FileWork::FileWork(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

FileWork::~FileWork()
{
    cancel();
    m_pool.waitForDone();
}

void FileWork::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
}

FileProgress FileWork::reporter(const std::shared_ptr<std::atomic<bool>> &cancelled)
{
    QElapsedTimer since;
    since.start();
    return [this, cancelled, since](int done, int total) mutable {
        if (done == total || since.elapsed() >= reportEvery) {
            since.restart();
            QMetaObject::invokeMethod(
                this,
                [this, cancelled, done, total] {
                    if (cancelled == m_cancelled)
                        emit progress(done, total);
                },
                Qt::QueuedConnection);
        }
        return !*cancelled;
    };
}

void FileWork::start(Work work, std::function<void()> done)
{
    cancel();
    const bool wasRunning = isRunning();
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_pool.start([this, work = std::move(work), done = std::move(done), cancelled = m_cancelled] {
        work(reporter(cancelled));
        QMetaObject::invokeMethod(
            this,
            [this, done, cancelled] {
                if (cancelled != m_cancelled)
                    return; // other work has taken its place
                m_cancelled.reset();
                emit runningChanged(false);
                done();
            },
            Qt::QueuedConnection);
    });
    if (!wasRunning)
        emit runningChanged(true);
}

} // namespace casebook
