#pragma once

#include "core/base/result.h"
#include "core/store/filecontent.h"
#include "core/store/unsavedtext.h"

#include <QString>

namespace casebook {

/// What has become of the file that an unsaved text belongs to.
struct UnsavedState {
    enum class Kind {
        Same,       ///< it holds what it held then
        Changed,    ///< it holds something else
        Gone,       ///< it was deleted, moved or renamed
        CorpusGone, ///< the whole folder is not there
        Unreadable,
    };
    Kind kind = Kind::Same;
    QByteArray onDisk; ///< what it holds now; empty where it cannot be read
    QString message;   ///< for a person, about what Kind says
};

/// Looks at the disk; any thread.
UnsavedState stateOf(const UnsavedText &unsaved);

} // namespace casebook
