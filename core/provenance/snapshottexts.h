#pragma once

#include "core/base/result.h"
#include "core/provenance/pagetext.h"
#include "core/provenance/passage.h"
#include "core/sources/snapshot.h"

#include <QCache>
#include <QMutex>
#include <QString>

#include <memory>
#include <stop_token>

namespace casebook {

/// The readable texts of snapshots, and what was found in them: both are kept by the snapshot's SHA-256, since a
/// snapshot never changes. Memory is bounded. Safe to be used by several threads at once.
class SnapshotTexts {
public:
    using Text = std::shared_ptr<const PageText>;

    /// Reads a snapshot of the corpus at `root`, unless it is known. The Error says why there is nothing to read.
    /// Touches the disk, and may take a second (core/sources/readabletext.h); an Error, too, where it is asked to stop.
    Result<Text> textOf(const QString &root, const Snapshot &snapshot, const std::stop_token &stop = {});

    /// What findQuote() or, for words that are not verbatim, findClaim() says of a snapshot; looked for once.
    Result<Passage> passageIn(const QString &root, const Snapshot &snapshot, const QString &words, bool isVerbatim,
                              const std::stop_token &stop = {});

private:
    static constexpr qsizetype mostMegabytes = 64; // of texts with their words
    static constexpr qsizetype mostPassages = 20'000;

    QMutex m_mutex;
    QCache<QByteArray, Text> m_texts{mostMegabytes * 1024};
    QCache<QByteArray, Passage> m_passages{mostPassages};
};

} // namespace casebook
