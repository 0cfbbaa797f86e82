#include "ui/archive/snapshotlibrary.h"

#include "core/corpus/session.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace casebook {

namespace {

struct Reading {
    Archive archive;
    FileStamp stamp;
};

FileStamp indexStamp(const QString &root)
{
    return stampOf(QString(root + u'/' + QString::fromUtf16(archiveIndexPath))).value_or(FileStamp());
}

} // namespace

SnapshotLibrary::SnapshotLibrary(const CorpusSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_pool.setMaxThreadCount(1);
    connect(&session, &CorpusSession::opened, this, &SnapshotLibrary::read);
    connect(&session, &CorpusSession::closed, this, &SnapshotLibrary::forget);
    connect(&session, &CorpusSession::changed, this, &SnapshotLibrary::lookAgain);
    if (session.isOpen())
        read();
}

SnapshotLibrary::~SnapshotLibrary()
{
    m_pool.waitForDone();
}

QString SnapshotLibrary::root() const
{
    return m_session.isOpen() ? m_session.corpus().layout().root : QString();
}

void SnapshotLibrary::lookAgain()
{
    if (m_session.isOpen() && indexStamp(root()) != m_stamp)
        read();
}

void SnapshotLibrary::read()
{
    const int round = ++m_round;
    auto *watcher = new QFutureWatcher<Reading>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, round] {
        watcher->deleteLater();
        if (round != m_round)
            return;
        const Reading reading = watcher->result();
        m_stamp = reading.stamp;
        m_archive = reading.archive;
        emit changed();
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [root = root()] {
        const FileStamp stamp = indexStamp(root); // before: what comes later is another change
        return Reading{Archive::read(root), stamp};
    }));
}

void SnapshotLibrary::forget()
{
    ++m_round;
    m_archive = {};
    m_stamp = {};
    emit changed();
}

} // namespace casebook
