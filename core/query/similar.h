#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <atomic>

namespace casebook {

/// Why a case is like another one.
struct SimilarReason {
    enum class Kind {
        Related, ///< one of them names the other
        Field,   ///< both have these `values` at `path`
        Words,   ///< both hold these words or runs of words, folded
    };

    Kind kind = Kind::Field;
    QString path;
    QStringList values; ///< what counts most first
    double share = 0;   ///< of the score

    bool operator==(const SimilarReason &) const = default;
};

/// A case that is like another one.
struct SimilarCase {
    QString id;
    double score = 0;             ///< the higher the more alike; 1 would be the case itself
    QList<SimilarReason> reasons; ///< what counts most first; never empty
};

/// The cases that are most like the one of an id, best first, at most `most` of them.
///
/// Half of the score is what their choices, lists and organizations share, half what their words share; both count the
/// more the fewer cases have it, so that what every case has says nothing, and words the less the more common they are
/// in English (core/query/commonwords.h). Cases that name each other come nearer.
/// Deterministic. Reads every case, on all cores; any thread. Empty where there is no such case, or where `cancelled`
/// has become true.
QList<SimilarCase> similarCases(const CaseStudies &cases, const Schema &schema, const QString &id, int most = 10,
                                const std::atomic<bool> *cancelled = nullptr);

/// The reasons as one line for people: "From: Go · Reason: Latency · words: garbage collector, tail".
QString reasonsLine(const SimilarCase &similar, const Schema &schema);

} // namespace casebook
