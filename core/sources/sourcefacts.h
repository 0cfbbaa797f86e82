#pragma once

#include "core/corpus/casestudy.h"
#include "core/sources/linkrecords.h"

#include <memory>

namespace casebook {

/// What is known of the pages that a corpus cites, besides what its case studies say. Never changes once shared, so any
/// thread may read it.
struct SourceFacts {
    LinkRecords links;                   ///< what the last look at each address has shown
    QHash<QString, QDateTime> snapshots; ///< by page: when it was last seen to be its latest snapshot, in UTC

    /// The record of an address, as it stands in a case study; unchecked where there is none.
    LinkRecord link(const QString &url) const;
    /// Whether a copy of a page is kept, however its address is written (addressKey()).
    bool hasSnapshot(const QString &url) const;
    /// When that was last seen to be what the page holds, in UTC; invalid where there is none.
    QDateTime snapshotOf(const QString &url) const;
    void addSnapshot(const QString &url, const QDateTime &taken);

    /// What an address is looked up by: blanks around it make no difference.
    static QString sourceKey(const QString &url) { return url.trimmed(); }

    bool operator==(const SourceFacts &) const = default;
};

/// Null: nothing is known.
using SourceFactsPtr = std::shared_ptr<const SourceFacts>;

/// SourceFacts::link(), or unchecked where nothing is known.
LinkRecord linkOf(const SourceFactsPtr &facts, const QString &url);

/// All that is kept of the sources of the corpus at `root`. `message`, where given, gets a sentence for people if some
/// of it cannot be read. Any thread.
SourceFactsPtr readSourceFacts(const QString &root, QString *message = nullptr);

/// The web addresses (http and https) of a case's sources, in order, each once: what can be checked and fetched.
QStringList webAddresses(const CaseStudy &study, const Schema &schema);

/// Whether an address is one of the web, with a host.
bool isWebAddress(QStringView url);

} // namespace casebook
