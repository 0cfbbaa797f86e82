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
    stop();
}

void FolderWatcher::stop()
{
    delete m_notifier;
    m_notifier = nullptr;
    if (m_inotify >= 0)
        ::close(m_inotify);
    m_inotify = -1;
    m_watches.clear();
}

bool FolderWatcher::watch(const QStringList &folders)
{
    if (folders.isEmpty()) {
        stop();
        return false;
    }
    if (m_inotify < 0) {
        m_inotify = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        if (m_inotify < 0)
            return false; // out of instances: changes are noticed when the window becomes active
        m_notifier = new QSocketNotifier(m_inotify, QSocketNotifier::Read, this);
        connect(m_notifier, &QSocketNotifier::activated, this, &FolderWatcher::readEvents);
    }
    constexpr uint32_t events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
        | IN_MOVE_SELF | IN_ATTRIB | IN_ONLYDIR;
    QSet<int> watches; // a folder that is watched already answers with the number that it has
    for (const QString &folder : folders) {
        const int number = ::inotify_add_watch(m_inotify, QFile::encodeName(folder).constData(), events);
        if (number >= 0)
            watches.insert(number);
    }
    for (const int old : std::as_const(m_watches)) {
        if (!watches.contains(old))
            ::inotify_rm_watch(m_inotify, old);
    }
    const bool more = !m_watches.contains(watches);
    m_watches = watches;
    return more;
}

void FolderWatcher::readEvents()
{
    // What happened does not matter, for the folders are looked through anyway; nor does an overflow of the queue.
    std::array<char, 65536> buffer;
    while (::read(m_inotify, buffer.data(), buffer.size()) > 0) {}
    emit changed();
}

#else

FolderWatcher::~FolderWatcher() = default;

bool FolderWatcher::watch(const QStringList &folders)
{
    const QStringList before = m_fallback ? m_fallback->directories() : QStringList();
    stop();
    if (folders.isEmpty())
        return false;
    m_fallback = new QFileSystemWatcher(folders, this);
    connect(m_fallback, &QFileSystemWatcher::directoryChanged, this, &FolderWatcher::changed);
    return before != m_fallback->directories();
}

void FolderWatcher::stop()
{
    delete m_fallback;
    m_fallback = nullptr;
}

void FolderWatcher::readEvents() {}

#endif

} // namespace casebook
