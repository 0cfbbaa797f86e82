#include "core/store/leftjournal.h"

#include "core/store/corpuspath.h"
#include "core/store/filecontent.h"
#include "core/store/journal.h"
#include "core/store/statefolder.h"
#include "core/store/storeerror.h"
#include "core/store/temporaryfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace casebook {

namespace {

// Both texts, each perhaps grown past what is opened.
constexpr qint64 journalLimit = 16 * caseFileLimit;

Error damaged(const QString &file, const QString &why)
{
    return Error{QCoreApplication::translate("casebook::Store",
                                             "Unsaved text in %1 cannot be offered. %2 Look at it with another "
                                             "program, then remove it.")
                     .arg(file, why)};
}

// What a writer that was killed leaves beside its journal, or before it has one.
void tidy(const QDir &folder)
{
    TemporaryFile::removeLeftovers(folder.path());
    const QStringList locks = folder.entryList({u'*' + journalLockSuffix.toString()}, QDir::Files | QDir::Hidden);
    for (const QString &name : locks) {
        const QString lock = folder.filePath(name);
        const QString journal = lock.chopped(journalLockSuffix.size()) % journalSuffix;
        if (!QFile::exists(journal) && !LockFile::holderOf(lock))
            LockFile(lock).take(); // removed when it is freed, at once
    }
}

bool isSettled(const UnsavedText &unsaved)
{
    const Result<QString> path = corpusPath(unsaved.root, unsaved.path);
    const Result<FileContent> onDisk = path ? readFile(*path) : Result<FileContent>(path.error());
    return onDisk && onDisk->bytes == unsaved.text;
}

void claim(const QString &file, LeftJournals &left)
{
    auto lock = std::make_shared<LockFile>(journalLock(file));
    if (lock->take() != 0)
        return; // its writer is alive, or another window offers it
    const Result<FileContent> content = readFile(file, journalLimit);
    if (!content) {
        if (QFile::exists(file)) // else it was settled meanwhile
            left.damaged.append(content.error());
        return;
    }
    const Result<UnsavedText> unsaved = fromJournal(content->bytes);
    if (!unsaved) {
        left.damaged.append(damaged(file, unsaved.error().message));
        return;
    }
    const LeftJournal journal{file, *unsaved, std::move(lock)};
    if (!isSettled(*unsaved) || !journal.discard())
        left.journals.append(journal);
}

} // namespace

Result<void> LeftJournal::discard() const
{
    if (::unlink(QFile::encodeName(file).constData()) != 0 && errno != ENOENT)
        return storeError(StoreTask::Remove, file, errno);
    return {};
}

LeftJournals claimLeftJournals(const QString &root)
{
    LeftJournals left;
    const QDir folder(corpusStateFolder(root));
    tidy(folder);
    const QStringList names = folder.entryList({u'*' + journalSuffix.toString()}, QDir::Files | QDir::Hidden);
    for (const QString &name : names)
        claim(folder.filePath(name), left);
    std::sort(left.journals.begin(), left.journals.end(),
              [](const LeftJournal &a, const LeftJournal &b) { return a.unsaved.written > b.unsaved.written; });
    return left;
}

} // namespace casebook
