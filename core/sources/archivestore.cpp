#include "core/sources/archivestore.h"

#include "core/base/filebytes.h"
#include "core/sources/archive.h"
#include "core/sources/archiveindex.h"
#include "core/store/corpuspath.h"
#include "core/store/fileoperations.h"
#include "core/store/replacefile.h"
#include "core/store/savefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 indexSizeLimit = 256 * 1024 * 1024;
constexpr int mostTries = 20; // where somebody else writes the index at the same time

// The index goes last: the last pattern that fits counts.
constexpr char attributes[] = "# Pages stay as they were received; both sides' lines of the index are kept.\n"
                              "* -text\n"
                              "index.tsv text eol=lf merge=union\n";

QString tr(const char *text)
{
    return QCoreApplication::translate("Archive", text);
}

Result<void> writeAttributes(const QString &root, SystemCalls &calls)
{
    const Result<QString> path = corpusPath(root, u"archive/.gitattributes"_s);
    if (!path)
        return path.error();
    return QFileInfo::exists(*path) ? Result<void>() : replaceFile(*path, attributes, calls);
}

// A file of that name is there: it is the same page, or it is damaged.
Result<void> checkStored(const QString &root, const Snapshot &snapshot)
{
    const Result<QByteArray> stored = snapshotBytes(root, snapshot);
    return stored ? Result<void>() : stored.error();
}

Result<void> writeBytes(const QString &root, const Snapshot &snapshot, const QByteArray &bytes, SystemCalls &calls)
{
    const Result<QString> path = corpusPath(root, snapshot.path);
    if (!path)
        return path.error();
    if (QFileInfo::exists(*path))
        return checkStored(root, snapshot);
    const Result<QString> made = createFile(root, snapshot.path, bytes, calls);
    if (made)
        return {};
    // Another process may have stored the same page in the meantime.
    return QFileInfo::exists(*path) ? checkStored(root, snapshot) : made.error();
}

Result<void> addLine(const QString &root, const QByteArray &line, SystemCalls &calls)
{
    const QString indexPath = QString::fromUtf16(archiveIndexPath);
    const Result<QString> path = corpusPath(root, indexPath);
    if (!path)
        return path.error();
    for (int i = 0; i < mostTries; ++i) {
        if (!QFileInfo::exists(*path)) {
            const Result<QString> made = createFile(root, indexPath, withIndexLine({}, line), calls);
            if (made || !QFileInfo::exists(*path))
                return made ? Result<void>() : made.error();
        }
        const Result<FileContent> index = readFile(*path, indexSizeLimit);
        if (!index)
            return index.error();
        const Result<SaveOutcome> saved = saveFile(*path, withIndexLine(index->bytes, line), index->hash, calls);
        if (!saved)
            return saved.error();
        if (saved->kind == SaveOutcome::Kind::Saved)
            return {};
    }
    return Error{tr("%1 keeps being changed by another program. Try again when it has ended.").arg(*path)};
}

// One that holds the same bytes, of this page or of another one; its path is empty where there is none.
Snapshot sameBytes(const Archive &archive, const QByteArray &sha256)
{
    for (const Snapshot &snapshot : archive.snapshots()) {
        if (snapshot.sha256 == sha256)
            return snapshot;
    }
    return {};
}

} // namespace

Result<KeptSnapshot> keepSnapshot(const QString &root, const Snapshot &look, const QByteArray &bytes,
                                  SystemCalls &calls)
{
    const Archive archive = Archive::read(root);
    KeptSnapshot kept{look, true};
    Snapshot &snapshot = kept.snapshot;
    snapshot.size = bytes.size();
    snapshot.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    const Snapshot same = sameBytes(archive, snapshot.sha256);
    snapshot.path = same.path.isEmpty() ? snapshotPath(snapshot.sha256, snapshot.type) : same.path;
    const QList<Snapshot> before = archive.snapshotsOf(snapshot.url);
    for (const Snapshot &known : before) {
        if (known.sha256 == snapshot.sha256)
            kept.isNew = false;
    }
    const QByteArray line = indexLine(snapshot);
    QString fault;
    if (!readIndexLine(line.chopped(1), fault))
        return Error{tr("This page cannot be entered in the index of the archive. %1").arg(fault)};
    if (auto written = writeBytes(root, snapshot, bytes, calls); !written)
        return written.error();
    if (auto written = writeAttributes(root, calls); !written)
        return written.error();
    if (auto added = addLine(root, line, calls); !added)
        return added.error();
    if (snapshot.finalUrl.isEmpty())
        snapshot.finalUrl = snapshot.url;
    snapshot.checked = snapshot.taken;
    return kept;
}

} // namespace casebook
