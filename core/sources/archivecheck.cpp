#include "core/sources/archivecheck.h"

#include <QSet>

namespace casebook {

QList<FileProblem> indexProblems(const Archive &archive)
{
    QList<FileProblem> problems;
    for (const Problem &problem : archive.problems())
        problems.append({QString::fromUtf16(archiveIndexPath), problem});
    return problems;
}

QList<FileProblem> archiveProblems(const QString &root, const Archive &archive)
{
    QList<FileProblem> problems = indexProblems(archive);
    QSet<QString> checked; // pages may share a file
    for (const Snapshot &snapshot : archive.snapshots()) {
        if (checked.contains(snapshot.path))
            continue;
        checked.insert(snapshot.path);
        if (const Result<QByteArray> bytes = snapshotBytes(root, snapshot); !bytes)
            problems.append({snapshot.path, {Severity::Error, 0, 0, bytes.error().message}});
    }
    return problems;
}

} // namespace casebook
