#pragma once

#include "core/curate/operation.h"
#include "core/store/filecontent.h"

namespace casebook {

/// What is to become of one file, for a person to look at before it is done.
struct PlannedFile {
    FileStep step;
    QByteArray before; ///< what it holds; empty where it is made
    QByteArray after;  ///< what it will hold; the same as before where it only gets another name or place
    bool chosen = true;
    bool needed = false; ///< the other files are changed because of it: it cannot be left out, and they are not done
                         ///< where it fails
};

/// A file that is not changed although it was meant, and why.
struct LeftOutFile {
    QString path; ///< relative to the corpus
    QString reason;
};

/// What a person is about to do to several files of a corpus: computed, looked at, thinned out, and only then done.
/// A value.
struct Plan {
    QString name; ///< what the operation will be called
    QList<PlannedFile> files;
    QList<LeftOutFile> leftOut;
    QStringList same;       ///< the paths of files that are as they would become
    bool cancelled = false; ///< the plan was not made to its end: it must not be carried out
    /// The name for how many files were really done, where that is part of it; `name` otherwise. Any thread.
    std::function<QString(int done)> nameOf = {};
};

/// What became of a plan.
struct PlanOutcome {
    Operation undo; ///< undoes what was done; without steps where nothing was
    int done = 0;   ///< files
    QList<LeftOutFile> leftOut;
    bool cancelled = false; ///< the files that were not reached are not in leftOut
};

/// Does the chosen steps of a plan, one file after the other. A file that fails, or has changed since the plan was
/// made, is left out and the rest goes on, but for files that are needed. Any thread.
PlanOutcome carryOut(const QString &root, const Plan &plan, const FileProgress &progress = {},
                     SystemCalls &calls = SystemCalls::real());

/// The file that gets other bytes: `content` is what it holds, and must still hold when it is done.
PlannedFile plannedWrite(const QString &path, const FileContent &content, const QByteArray &after);

/// Adds to a plan what became of one file: to be written, the same already, or left out where `after` is an error.
void addWrite(Plan &plan, const QString &path, const FileContent &content, const Result<QByteArray> &after);

/// All of these files into the trash; paths are relative to the corpus. Files that cannot be read are taken too.
Plan planTrash(const QString &root, const QStringList &paths, const FileProgress &progress = {});

} // namespace casebook
