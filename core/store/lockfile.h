#pragma once

#include <QString>

#include <optional>

namespace casebook {

/// A file that says that a process is at work. The system frees the lock when that process ends, however it ends, so
/// that a file left by a dead one is simply taken over.
///
/// Two objects exclude each other within one process too. On a file system that knows no locks every lock can be taken,
/// and none is seen to be held. Any thread, one at a time.
class LockFile {
public:
    /// Who holds a lock, as far as the file tells.
    struct Holder {
        qint64 process = 0;
        QString computer;
        bool operator==(const Holder &) const = default;
    };

    /// Touches nothing yet. The file's folder must exist when the lock is taken.
    explicit LockFile(QString path) : m_path(std::move(path)) {}
    /// Frees the lock and removes the file.
    ~LockFile() { release(); }
    Q_DISABLE_COPY_MOVE(LockFile)

    /// 0 where the lock is ours now; EAGAIN where another one holds it; else why the file could not be made.
    int take();
    bool isTaken() const { return m_descriptor >= 0; }
    void release();

    /// Who holds the lock of a file; nothing where nobody does. Does not disturb the lock.
    static std::optional<Holder> holderOf(const QString &path);

private:
    QString m_path;
    int m_descriptor = -1;
};

} // namespace casebook
