#pragma once

#include <QObject>
#include <QStringList>

#include <memory>

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

    /// Watches these folders (absolute, not what is below them) instead of those before.
    void watch(const QStringList &folders);

signals:
    /// May come many times for one change: wait until it is quiet.
    void changed();

private:
    void readEvents();

    int m_inotify = -1;
    QSocketNotifier *m_notifier = nullptr;
    QFileSystemWatcher *m_fallback = nullptr;
};

} // namespace casebook
