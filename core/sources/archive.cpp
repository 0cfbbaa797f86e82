#include "core/sources/archive.h"

#include "core/base/filebytes.h"
#include "core/importers/sourceaddress.h"
#include "core/sources/archiveindex.h"
#include "core/store/corpuspath.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 indexSizeLimit = 256 * 1024 * 1024;
constexpr qint64 snapshotReadLimit = 256 * 1024 * 1024;
constexpr int mostProblems = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("Archive", text);
}

Error damaged(const Snapshot &snapshot)
{
    return Error{
        tr("%1 does not hold any more what was received from %2: its SHA-256 is another one. Get the file back "
           "from a backup or from git, or move it away and keep the page again.")
            .arg(snapshot.path, snapshot.url)};
}

} // namespace

Archive Archive::parse(const QByteArray &index)
{
    Archive archive;
    int line = 0;
    for (qsizetype at = 0; at < index.size();) {
        const qsizetype end = index.indexOf('\n', at);
        const qsizetype next = end < 0 ? index.size() : end;
        QByteArrayView text = QByteArrayView(index).sliced(at, next - at);
        at = next + 1;
        ++line;
        if (text.endsWith('\r'))
            text.chop(1);
        if (text.trimmed().isEmpty() || text.startsWith('#'))
            continue;
        QString fault;
        if (const std::optional<Snapshot> look = readIndexLine(text, fault))
            archive.add(*look);
        else if (archive.m_problems.size() < mostProblems)
            archive.m_problems.append({Severity::Warning, line, 1, fault});
    }
    return archive;
}

Archive Archive::read(const QString &root)
{
    const Result<QString> path = corpusPath(root, QString::fromUtf16(archiveIndexPath));
    if (!path || !QFileInfo::exists(*path))
        return {};
    const Result<FileBytes> file = readFileBytes(*path, indexSizeLimit);
    if (file && file->stamp.size <= indexSizeLimit)
        return parse(file->bytes);
    Archive archive;
    archive.m_problems.append(
        {Severity::Error, 0, 0, file ? tr("The index of the archive is too large to be read.") : file.error().message});
    return archive;
}

void Archive::add(const Snapshot &look)
{
    QList<qsizetype> &positions = m_byPage[addressKey(look.url)];
    for (const qsizetype position : std::as_const(positions)) {
        Snapshot &known = m_snapshots[position];
        if (known.sha256 != look.sha256)
            continue;
        known.checked = std::max(known.checked, look.taken);
        if (look.taken < known.taken) { // lines of one address are in order, but not those of its spellings
            const QDateTime checked = known.checked;
            known = look;
            known.checked = checked;
        }
        return;
    }
    positions.append(m_snapshots.size());
    m_snapshots.append(look);
}

bool Archive::has(const QString &url) const
{
    return m_byPage.contains(addressKey(url));
}

QList<Snapshot> Archive::snapshotsOf(const QString &url) const
{
    QList<Snapshot> found;
    const QList<qsizetype> positions = m_byPage.value(addressKey(url));
    for (const qsizetype position : positions)
        found.append(m_snapshots.at(position));
    std::stable_sort(found.begin(), found.end(),
                     [](const Snapshot &a, const Snapshot &b) { return a.checked > b.checked; });
    return found;
}

Snapshot Archive::latestOf(const QString &url) const
{
    return snapshotsOf(url).value(0);
}

Result<QByteArray> snapshotBytes(const QString &root, const Snapshot &snapshot)
{
    const Result<QString> path = corpusPath(root, snapshot.path);
    if (!path)
        return path.error();
    const Result<FileBytes> file = readFileBytes(*path, snapshotReadLimit);
    if (!file)
        return file.error();
    const QByteArray sum = QCryptographicHash::hash(file->bytes, QCryptographicHash::Sha256).toHex();
    if (file->stamp.size != file->bytes.size() || sum != snapshot.sha256)
        return damaged(snapshot);
    return file->bytes;
}

} // namespace casebook
