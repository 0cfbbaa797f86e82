#pragma once

#include "core/curate/filestep.h"

#include <QList>

#include <deque>
#include <functional>

namespace casebook {

/// Told after each file how many of how many are done; answers whether to go on.
using FileProgress = std::function<bool(int done, int total)>;

/// Something that was done to files of a corpus, as what undoes it. A value.
struct Operation {
    QString name;          ///< for people, as in a menu: "Rename alpha to aleph"
    QList<FileStep> steps; ///< in the order in which they are to be done
};

/// Does all steps of an operation and answers the operation that undoes that, under the same name; or does none.
///
/// Every step is checked before the first is done, so that the Error, which names the file that stands in the way,
/// comes before anything has changed. Should a step fail nevertheless, or `progress` answer false, the steps before it
/// are undone; what could not be undone then the Error tells too. Any thread.
Result<Operation> performOperation(const QString &root, const Operation &operation, const FileProgress &progress = {},
                                   SystemCalls &calls = SystemCalls::real());

/// What was done to one corpus, last first, and what of it was undone. Touches no file.
///
/// It holds a hundred operations at most, and 128 MiB of old bytes: beyond that the oldest is forgotten.
class OperationHistory {
public:
    enum class Way {
        Undo,
        Redo,
    };

    /// Something new was done; what was undone before it cannot be done again.
    void add(Operation operation);
    /// What is to be performed next; null where there is nothing.
    const Operation *next(Way way) const;
    /// The next one was performed, and `inverse` undoes that.
    void moved(Way way, Operation inverse);
    void clear();

private:
    void forgetOldest();

    std::deque<Operation> m_undo;
    std::deque<Operation> m_redo;
};

} // namespace casebook
