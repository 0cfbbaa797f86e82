#pragma once

#include "core/store/lockfile.h"

#include <QList>
#include <QString>

namespace casebook {

/// Shows to other windows, of this process and of others, that a corpus is open here, and tells who else has it open.
///
/// Each keeps a lock in the corpus's state folder; what a dead process left there is cleared away. Any thread, one at a
/// time.
class Presence {
public:
    /// From now on others see that the corpus at `root` is open. Where the state folder cannot be written to, they do
    /// not.
    explicit Presence(const QString &root);

    /// Who else has the corpus open now.
    QList<LockFile::Holder> others() const;
    /// The folder in which something changes when others come and go.
    const QString &folder() const { return m_folder; }

private:
    QString m_folder;
    QString m_name;
    LockFile m_lock;
};

} // namespace casebook
