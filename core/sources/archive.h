#pragma once

#include "core/base/problem.h"
#include "core/base/result.h"
#include "core/sources/snapshot.h"

#include <QHash>
#include <QList>

namespace casebook {

/// The snapshots of a corpus, as archive/index.tsv tells them. A plain value; safe to copy to another thread.
///
/// Addresses are compared by addressKey(): http or https, "www.", a closing slash and a fragment make no difference.
class Archive {
public:
    /// An empty one.
    Archive() = default;
    /// Reads the index of the corpus at `root` (absolute). Where there is none the archive is empty; lines that cannot
    /// be used are problems. No snapshot is read. Touches the disk; any thread.
    static Archive read(const QString &root);
    /// The same, of an index's bytes.
    static Archive parse(const QByteArray &index);

    bool isEmpty() const { return m_snapshots.isEmpty(); }
    /// Whether a copy of a page is kept.
    bool has(const QString &url) const;
    /// The snapshots of a page, the latest first. Looks at the page that found the same bytes are one snapshot.
    QList<Snapshot> snapshotsOf(const QString &url) const;
    /// The latest of them; an invalid `taken` where there is none.
    Snapshot latestOf(const QString &url) const;
    /// All of them, in the order of the index.
    const QList<Snapshot> &snapshots() const { return m_snapshots; }
    /// What is wrong with the index, with its lines.
    const Problems &problems() const { return m_problems; }

private:
    void add(const Snapshot &look);

    QList<Snapshot> m_snapshots;
    QHash<QString, QList<qsizetype>> m_byPage; ///< positions in m_snapshots, by addressKey()
    Problems m_problems;
};

/// The folder of snapshots and its index, relative to a corpus.
inline constexpr char16_t archiveFolder[] = u"archive";
inline constexpr char16_t archiveIndexPath[] = u"archive/index.tsv";

/// The bytes of a snapshot. An Error where the file is not there, leads out of the corpus, or does not hold what was
/// stored any more (its SHA-256 is another one): a snapshot is evidence only while it is what was received. Any thread.
Result<QByteArray> snapshotBytes(const QString &root, const Snapshot &snapshot);

} // namespace casebook
