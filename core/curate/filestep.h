#pragma once

#include "core/base/result.h"
#include "core/store/systemcalls.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace casebook {

/// One thing that is done to one file of a corpus, and that another such step undoes. A value; any thread.
struct FileStep {
    enum class Kind {
        Write,   ///< the file gets `bytes`
        Create,  ///< the file, which is not there yet, is made with `bytes`
        Rename,  ///< the file becomes `other`, which is not there yet
        Trash,   ///< the file goes to the desktop's trash
        Restore, ///< the file, which is not there, comes back from `other`, its place in the trash
    };
    Kind kind = Kind::Write;
    QString path;        ///< relative to the corpus, '/' between parts
    QString other;       ///< Rename: relative as well; Restore: absolute
    QByteArray expected; ///< contentHash() of what the file must hold for the step to be done; empty: whatever it holds
    QByteArray bytes;    ///< of Write and Create
    /// The outermost folder that was made for the file, relative: it goes with the file, if nothing else is in it by
    /// then.
    QString madeFolder = {};
};

/// What files hold and which are there, as far as steps that are only thought of have changed it: by path, the
/// contentHash(); empty where there is no file.
using ThoughtOfFiles = QHash<QString, QByteArray>;

/// Whether a step can be done as far as can be seen without doing it: the file is there, or is not, and holds what it
/// is expected to hold. The Error names the file. What the step would change is noted in `files`, which goes before the
/// disk: so a row of steps can be checked before the first of them is done.
Result<void> checkStep(const QString &root, const FileStep &step, ThoughtOfFiles &files);

/// Does a step, through core/store, and answers the one that undoes it: a file that was made goes to the trash, all
/// else becomes what it was. After an Error the file is as it was, unless the Error says that the disk did not confirm.
Result<FileStep> performStep(const QString &root, const FileStep &step, SystemCalls &calls = SystemCalls::real());

} // namespace casebook
