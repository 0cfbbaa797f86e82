#include "core/curate/filestep.h"

#include "core/store/corpuspath.h"
#include "core/store/filecontent.h"
#include "core/store/fileoperations.h"
#include "core/store/savefile.h"
#include "core/store/storeerror.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace casebook {

namespace {

const QByteArray unknownContent = "unknown"; // in the place of a hash

QString translate(const char *text)
{
    return QCoreApplication::translate("FileStep", text);
}

StoreTask taskOf(FileStep::Kind kind)
{
    switch (kind) {
    case FileStep::Kind::Write:
        return StoreTask::Save;
    case FileStep::Kind::Create:
        return StoreTask::Create;
    case FileStep::Kind::Rename:
        return StoreTask::Rename;
    case FileStep::Kind::Trash:
        return StoreTask::Trash;
    case FileStep::Kind::Restore:
        return StoreTask::Restore;
    }
    return StoreTask::Save;
}

Error changedError(FileStep::Kind kind, const QString &path)
{
    return storeError(taskOf(kind), path,
                      translate("It is not what it was: it has been changed since. It is left as it is now."));
}

bool isThere(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() || file.isSymLink();
}

/// Whether the file, in the corpus or in the trash, holds what the step expects.
Result<void> checkContent(const QString &root, const FileStep &step)
{
    const Result<QString> path = corpusPath(root, step.path);
    if (!path)
        return path.error();
    const QString place = step.kind == FileStep::Kind::Restore ? step.other : *path;
    if (!isThere(place))
        return storeError(taskOf(step.kind), *path, ENOENT);
    if (step.expected.isEmpty())
        return {};
    const Result<FileContent> content = readFile(place);
    if (!content)
        return content.error();
    if (content->hash != step.expected)
        return changedError(step.kind, *path);
    return {};
}

Result<FileStep> write(const QString &root, const FileStep &step, SystemCalls &calls)
{
    const Result<QString> path = corpusPath(root, step.path);
    if (!path)
        return path.error();
    const Result<FileContent> before = readFile(*path);
    if (!before)
        return isThere(*path) ? before.error() : storeError(StoreTask::Save, *path, ENOENT);
    if (!step.expected.isEmpty() && before->hash != step.expected)
        return changedError(step.kind, *path);
    const Result<SaveOutcome> saved = saveFile(*path, step.bytes, before->hash, calls);
    if (!saved)
        return saved.error();
    if (saved->kind == SaveOutcome::Kind::Conflict)
        return changedError(step.kind, *path);
    if (saved->kind == SaveOutcome::Kind::Deleted)
        return storeError(StoreTask::Save, *path, ENOENT);
    return FileStep{FileStep::Kind::Write, step.path, {}, contentHash(step.bytes), before->bytes};
}

Result<FileStep> create(const QString &root, const FileStep &step, SystemCalls &calls)
{
    if (const Result<QString> made = createFile(root, step.path, step.bytes, calls); !made)
        return made.error();
    return FileStep{FileStep::Kind::Trash, step.path, {}, contentHash(step.bytes), {}};
}

Result<FileStep> rename(const QString &root, const FileStep &step, SystemCalls &calls)
{
    if (const Result<QString> renamed = renameFile(root, step.path, step.other, calls); !renamed)
        return renamed.error();
    return FileStep{FileStep::Kind::Rename, step.other, step.path, step.expected, {}};
}

Result<FileStep> trash(const QString &root, const FileStep &step)
{
    const Result<QString> path = corpusPath(root, step.path);
    const bool linked = path && QFileInfo(*path).isSymLink();
    const Result<QString> place = moveToTrash(root, step.path);
    if (!place)
        return place.error();
    // A link does not lead anywhere from the trash: what it holds there cannot be looked at.
    return FileStep{FileStep::Kind::Restore, step.path, *place, linked ? QByteArray() : step.expected, {}};
}

Result<FileStep> restore(const QString &root, const FileStep &step, SystemCalls &calls)
{
    if (const Result<QString> restored = restoreFromTrash(root, step.other, step.path, calls); !restored)
        return restored.error();
    return FileStep{FileStep::Kind::Trash, step.path, {}, step.expected, {}};
}

/// The hash of what a path would hold; empty where nothing would be there, unknownContent where it cannot be read.
QByteArray thoughtOf(const QString &path, const ThoughtOfFiles &files)
{
    if (const auto known = files.constFind(path); known != files.constEnd())
        return *known;
    if (!isThere(path))
        return {};
    const Result<FileContent> content = readFile(path);
    return content ? content->hash : unknownContent;
}

void thinkOf(const FileStep &step, const QString &path, const QString &other, ThoughtOfFiles &files)
{
    switch (step.kind) {
    case FileStep::Kind::Write:
    case FileStep::Kind::Create:
        files.insert(path, contentHash(step.bytes));
        break;
    case FileStep::Kind::Rename:
        files.insert(other, thoughtOf(path, files));
        files.insert(path, {});
        break;
    case FileStep::Kind::Trash:
        files.insert(path, {});
        break;
    case FileStep::Kind::Restore:
        files.insert(path, step.expected.isEmpty() ? unknownContent : step.expected);
        break;
    }
}

Result<FileStep> perform(const QString &root, const FileStep &step, SystemCalls &calls)
{
    if (step.kind == FileStep::Kind::Write)
        return write(root, step, calls);
    if (step.kind == FileStep::Kind::Create)
        return create(root, step, calls);
    if (const Result<void> expected = checkContent(root, step); !expected)
        return expected.error();
    if (step.kind == FileStep::Kind::Rename)
        return rename(root, step, calls);
    if (step.kind == FileStep::Kind::Trash)
        return trash(root, step);
    return restore(root, step, calls);
}

} // namespace

Result<void> checkStep(const QString &root, const FileStep &step, ThoughtOfFiles &files)
{
    const bool makes = step.kind == FileStep::Kind::Create || step.kind == FileStep::Kind::Restore;
    const Result<QString> path = corpusPath(root, step.path);
    const Result<QString> other = step.kind == FileStep::Kind::Rename ? corpusPath(root, step.other) : path;
    if (!path || !other)
        return path ? other.error() : path.error();
    const QByteArray before = thoughtOf(*path, files);
    if (makes != before.isEmpty())
        return storeError(taskOf(step.kind), *path, makes ? EEXIST : ENOENT);
    if (*other != *path && !thoughtOf(*other, files).isEmpty())
        return storeError(taskOf(step.kind), *other, EEXIST);
    if (!makes && !step.expected.isEmpty() && before != step.expected)
        return changedError(step.kind, *path);
    if (step.kind == FileStep::Kind::Restore) {
        if (const Result<void> kept = checkContent(root, step); !kept)
            return kept;
    }
    thinkOf(step, *path, *other, files);
    return {};
}

Result<FileStep> performStep(const QString &root, const FileStep &step, SystemCalls &calls)
{
    const bool isRename = step.kind == FileStep::Kind::Rename;
    const QString made = missingFolder(root, isRename ? step.other : step.path);
    Result<FileStep> inverse = perform(root, step, calls);
    if (inverse) {
        inverse->madeFolder = made;
        removeEmptyFolders(root, step.path.left(std::max<qsizetype>(step.path.lastIndexOf(u'/'), 0)), step.madeFolder,
                           calls);
    }
    return inverse;
}

} // namespace casebook
