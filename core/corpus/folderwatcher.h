#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QFileSystemWatcher;
class QSocketNotifier;
QT_END_NAMESPACE

namespace casebook {

/// Tells that something happened in one of some folders: a file written, created, moved or removed.
///
/// On Linux through inotify, which reports files that are written in place too; elsewhere through QFileSystemWatcher,
/// which does not, so that whoever listens should also look again when the window becomes active.
class FolderWatcher : public QObject {
    Q_OBJECT

public:
    explicit FolderWatcher(QObject *parent = nullptr);
    ~FolderWatcher() override;

    /// Watches these folders (absolute, not what is below them) instead of those before; those in both stay watched
    /// without a gap. Answers whether there are folders among them that were not watched until now, so that something
    /// may have happened in them unseen: a folder that was deleted and made again is one of these.
    bool watch(const QStringList &folders);

signals:
    /// May come many times for one change: wait until it is quiet.
    void changed();

private:
    void readEvents();
    void stop();

    int m_inotify = -1;
    QSet<int> m_watches; ///< as inotify numbers them
    QSocketNotifier *m_notifier = nullptr;
    QFileSystemWatcher *m_fallback = nullptr;
};

} // namespace casebook
