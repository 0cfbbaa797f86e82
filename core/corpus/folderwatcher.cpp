#include "core/corpus/folderwatcher.h"

#include <QFile>
#include <QFileSystemWatcher>
#include <QSocketNotifier>

#include <array>

#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#include <unistd.h>
#endif

namespace casebook {

FolderWatcher::FolderWatcher(QObject *parent) : QObject(parent) {}

#ifdef Q_OS_LINUX

FolderWatcher::~FolderWatcher()
{
    watch({});
}

void FolderWatcher::watch(const QStringList &folders)
{
    if (m_inotify >= 0) {
        delete m_notifier;
        m_notifier = nullptr;
        ::close(m_inotify);
        m_inotify = -1;
    }
    if (folders.isEmpty())
        return;
    m_inotify = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (m_inotify < 0)
        return; // out of instances: changes are noticed when the window becomes active
    constexpr uint32_t events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
        | IN_MOVE_SELF | IN_ATTRIB | IN_ONLYDIR;
    for (const QString &folder : folders)
        ::inotify_add_watch(m_inotify, QFile::encodeName(folder).constData(), events);
    m_notifier = new QSocketNotifier(m_inotify, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &FolderWatcher::readEvents);
}

void FolderWatcher::readEvents()
{
    // What happened does not matter, for the folders are looked through anyway; nor does an overflow of the queue.
    std::array<char, 65536> buffer;
    while (::read(m_inotify, buffer.data(), buffer.size()) > 0) { }
    emit changed();
}

#else

FolderWatcher::~FolderWatcher() = default;

void FolderWatcher::watch(const QStringList &folders)
{
    delete m_fallback;
    m_fallback = new QFileSystemWatcher(this);
    connect(m_fallback, &QFileSystemWatcher::directoryChanged, this, &FolderWatcher::changed);
    if (!folders.isEmpty())
        m_fallback->addPaths(folders);
}

void FolderWatcher::readEvents() {}

#endif

} // namespace casebook
