#pragma once

#include "core/base/result.h"
#include "core/store/lockfile.h"
#include "core/store/unsavedtext.h"

#include <QList>
#include <QString>

#include <memory>

namespace casebook {

/// Unsaved text whose writer has ended. As long as a copy of this is held, nobody else is offered it; afterwards it may
/// be claimed again, unless it was discarded.
struct LeftJournal {
    QString file; ///< the journal's own path
    UnsavedText unsaved;
    std::shared_ptr<LockFile> lock;

    /// It is settled: removes it from the disk.
    Result<void> discard() const;
};

/// What was left of one corpus.
struct LeftJournals {
    QList<LeftJournal> journals; ///< the newest first
    QList<Error> damaged;        ///< what could not be read; it stays where it is
};

/// Claims every journal of the corpus at `root` whose writer has ended; the corpus need not be there any more. One
/// whose text is what the file on disk holds is settled: it is removed and not told of. Any thread.
LeftJournals claimLeftJournals(const QString &root);

} // namespace casebook
