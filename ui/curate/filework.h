#pragma once

#include "core/curate/operation.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace casebook {

/// Work on files, on a thread of its own, one piece at a time, with progress that can be cancelled. GUI thread.
class FileWork : public QObject {
    Q_OBJECT

public:
    /// Runs on the other thread; is to call its argument after each file, and to end soon once that answers false.
    using Work = std::function<void(const FileProgress &)>;

    explicit FileWork(QObject *parent = nullptr);
    /// Cancels, and waits for the work to notice.
    ~FileWork() override;

    /// Starts; work under way is cancelled, and nothing more is heard of it. `done` is called in this object's thread
    /// when the work has ended, cancelled or not.
    void start(Work work, std::function<void()> done);
    bool isRunning() const { return m_cancelled != nullptr; }
    void cancel();

signals:
    /// A few times a second at most, and for the last file.
    void progress(int done, int total);
    /// Something is under way, or no longer.
    void runningChanged(bool running);

private:
    FileProgress reporter(const std::shared_ptr<std::atomic<bool>> &cancelled);

    QThreadPool m_pool;
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< of the work under way; null: there is none
};

} // namespace casebook
