#pragma once

#include "core/base/filebytes.h"
#include "core/sources/archive.h"

#include <QObject>
#include <QThreadPool>

namespace casebook {

class CorpusSession;

/// The archive of the open corpus, for the window: read in the background, and again when it has changed on disk.
class SnapshotLibrary : public QObject {
    Q_OBJECT

public:
    /// The session must outlive it.
    explicit SnapshotLibrary(const CorpusSession &session, QObject *parent = nullptr);
    ~SnapshotLibrary() override;

    const Archive &archive() const { return m_archive; }
    /// The open corpus; "" while none is.
    QString root() const;
    /// Reads the index again, unless its file is as it was.
    void lookAgain();

signals:
    void changed();

private:
    void read();
    void forget();

    const CorpusSession &m_session;
    Archive m_archive;
    FileStamp m_stamp; ///< of the index as it was read
    QThreadPool m_pool;
    int m_round = 0; ///< of readings: only the last one counts
};

} // namespace casebook
