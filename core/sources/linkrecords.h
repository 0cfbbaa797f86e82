#pragma once

#include "core/base/result.h"
#include "core/sources/linkrecord.h"
#include "core/store/systemcalls.h"

#include <QHash>

namespace casebook {

/// What is known of addresses, by LinkRecord::url.
using LinkRecords = QHash<QString, LinkRecord>;

/// What was kept of earlier looks at the addresses of a corpus.
struct KeptLinks {
    LinkRecords records;
    QString message; ///< a sentence for people where the file is damaged or cannot be read, and so is ignored; else ""
};

/// The file that keeps the records of the corpus at `root`: one for each corpus, by its real path, in the cache folder,
/// since all of it can be found out again. It need not exist.
QString linkRecordsPath(const QString &root);

/// Reads that file. Where there is none, nothing is known, which needs no message. Any thread.
KeptLinks readLinkRecords(const QString &root);

/// Adds records to that file and answers all that it holds then. Other processes may do the same at the same time:
/// nobody's records are lost. Any thread; waits for others to be done with it, seconds at most.
///
/// Of two records of an address the later one stays; but where nothing could be learnt (Unreachable), what was known
/// before does. The records are taken for fresh: see addFreshRecords(). A damaged file is replaced.
Result<LinkRecords> addLinkRecords(const QString &root, const LinkRecordList &records,
                                   SystemCalls &calls = SystemCalls::real());

/// Puts a record among others, by that rule.
void addLinkRecord(LinkRecords &records, const LinkRecord &record);
/// The same for some that were found out just now. What others say of these addresses that is of tomorrow or later was
/// put down while a clock was wrong, and goes.
void addFreshRecords(LinkRecords &records, const LinkRecordList &fresh);

} // namespace casebook
