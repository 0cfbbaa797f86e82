#pragma once

#include "core/base/result.h"
#include "core/store/lockfile.h"
#include "core/store/systemcalls.h"
#include "core/store/unsavedtext.h"

#include <QString>

#include <memory>

namespace casebook {

/// The unsaved text of one file, kept outside the corpus in case the program ends before it is saved.
///
/// It lies in the corpus's state folder, for nobody else to read, beside a lock that shows that its writer is alive.
/// What is kept survives the death of the process at any moment: it is the text before, or the one after.
/// claimLeftJournals() finds what was left. Any thread, one at a time.
class Journal {
public:
    /// For a file of the corpus at `root`. Touches nothing yet.
    explicit Journal(QString root, SystemCalls &calls = SystemCalls::real());
    /// What is kept stays, and may be claimed from now on; remove() comes first where it is not to.
    ~Journal();
    Q_DISABLE_COPY_MOVE(Journal)

    /// Keeps this in the place of what was kept before. After an Error that is still there.
    Result<void> write(const UnsavedText &unsaved);
    /// It has been saved, or is not wanted any more.
    void remove();

private:
    int prepare();

    QString m_folder;
    SystemCalls &m_calls;
    QString m_path; // empty: nothing has been made yet
    std::unique_ptr<LockFile> m_lock;
};

/// The lock that goes with a journal's file.
QString journalLock(const QString &journal);

/// What the files of journals end in, the dot included.
inline constexpr QStringView journalSuffix = u".journal";
inline constexpr QStringView journalLockSuffix = u".lock";

} // namespace casebook
