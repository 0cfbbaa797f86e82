#pragma once

#include "core/base/result.h"
#include "core/sources/snapshot.h"
#include "core/store/systemcalls.h"

#include <QByteArray>
#include <QString>

namespace casebook {

/// What became of a page that was to be kept.
struct KeptSnapshot {
    Snapshot snapshot;
    bool isNew = false; ///< false: the same bytes were kept of this page before, and only the look is recorded
};

/// Keeps what was received in the archive of the corpus at `root`. `look` says of what page, when and how it was
/// received; its sum, size and path are worked out here.
///
/// The bytes become a file of their own unless the archive has a file with the same ones; then the look gets a line in
/// the index. No snapshot is ever changed or replaced: a stored file that does not hold what it should is an Error. The
/// first one adds archive/.gitattributes, so that git neither changes line ends in stored pages nor stops at two lines
/// added to the index. An Error leaves the index as it was; a file without a line in the index means nothing. Blocks
/// until all is on the disk. Any thread; may run in several processes at once.
Result<KeptSnapshot> keepSnapshot(const QString &root, const Snapshot &look, const QByteArray &bytes,
                                  SystemCalls &calls = SystemCalls::real());

} // namespace casebook
