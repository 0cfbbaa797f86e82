#pragma once

#include "core/provenance/passage.h"
#include "core/provenance/snapshottexts.h"
#include "core/provenance/soughtwords.h"
#include "core/sources/archive.h"

#include <QList>
#include <QString>

#include <stop_token>

namespace casebook {

/// What became of looking for a claim or a quote in the snapshots of its sources.
struct Provenance {
    enum class State {
        NoSnapshot, ///< nowhere to look
        Unreadable, ///< there are snapshots, but none could be read
        NotFound,
        Changed, ///< see Finding
        Found,
    };

    SoughtWords sought;
    State state = State::NoSnapshot;
    int looked = 0;      ///< how many snapshots were looked through
    int without = 0;     ///< how many of the sources have no snapshot that could be read
    int source = 0;      ///< where the passage stands, from 1; or else the first that was looked through; 0: none
    QString url;         ///< of that source, as the case has it
    Snapshot snapshot;   ///< of that source, in which it stands: the latest, unless an older one holds more of it
    QDateTime latest;    ///< when the latest was taken, where it is not that one; else invalid
    Passage passage;     ///< in the snapshot's readable text
    QString passageText; ///< the same in words
    QString trouble;     ///< why a snapshot could not be read, in a sentence; else ""

    bool isKnown() const { return state >= State::NotFound; }
    bool isOlder() const { return latest.isValid(); }
};

/// Looks for all that can be looked for in a case, in the latest snapshot of each source that it may come from, and
/// where that one lacks the words in some older ones. `body` is the case's, parsed. Reads snapshots of the corpus at
/// `root`: not for the window's thread. When it is asked to stop, what is not looked for yet is left out.
QList<Provenance> provenanceOf(const CaseStudy &study, const Schema &schema, const MarkdownNode &body,
                               const QString &root, const Archive &archive, SnapshotTexts &texts,
                               std::stop_token stop = {});

/// "found", "changed", "not-found", "unreadable" or "no-snapshot": what scripts read.
QString provenanceId(Provenance::State state);
/// The outcome in a few words, with a small first letter: "found", "passage found without 40".
QString provenanceWord(const Provenance &provenance);
/// What was looked for where, and what was seen, in lines of plain text. It says nothing of what is true.
QString provenanceInLines(const Provenance &provenance);

} // namespace casebook
