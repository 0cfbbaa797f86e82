#pragma once

#include "core/store/systemcalls.h"

#include <QByteArray>
#include <QList>

namespace casebook {

/// Makes the folders that a new file needs, and takes them away again unless keep() is called.
class NewFolders {
public:
    /// The folders get `mode`, less what the process masks.
    explicit NewFolders(SystemCalls &calls, mode_t mode = 0777) : m_calls(calls), m_mode(mode) {}
    ~NewFolders();
    Q_DISABLE_COPY_MOVE(NewFolders)

    /// Makes `folder` (absolute) and every missing one above it. 0 or a value of errno.
    int make(const QByteArray &folder);
    void keep() { m_made.clear(); }

private:
    SystemCalls &m_calls;
    mode_t m_mode;
    QList<QByteArray> m_made; // outermost first
};

} // namespace casebook
