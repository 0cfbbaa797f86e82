#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"
#include "core/evidence/evidence.h"

#include <QDate>
#include <QStringList>

namespace casebook {

/// The claims of some cases on the two sides of a question: the first two that the vocabulary of sides has.
struct SideCounts {
    int first = 0; ///< "for" in the usual vocabulary
    int second = 0;

    int sum() const { return first + second; }
    bool operator==(const SideCounts &) const = default;
};

/// A reason, and the claims that give it.
struct ReasonRow {
    QString label;
    QList<SideCounts> groups; ///< in the order of the groups
    SideCounts total;
};

/// A claim that stands out, with its case.
struct StrongClaim {
    int position = 0; ///< of the case in the list that was given
    Claim claim;
    QString reason;   ///< its label; may be empty
    QString strength; ///< in words; empty where the corpus has no evidence
};

/// What many cases say together: numbers that anybody can count again, and no judgement.
struct CasesSummary {
    QStringList sides;        ///< labels of the two sides; empty where the schema has no claims
    SideCounts claims;        ///< all of them
    SideCounts cases;         ///< that have at least one claim on the side
    QList<ReasonRow> reasons; ///< the most frequent first
    QList<StrongClaim> first; ///< the strongest on either side, by computed evidence
    QList<StrongClaim> second;
    QStringList coverage; ///< sentences about where the cases are few or one-sided
};

/// Sums cases up. `groups` are the labels of the groups and `groupOf` has the group of each case. At most `most` claims
/// of each side are picked: the strongest evidence first, then the newest, one a case and one a reason as far as there
/// are enough.
CasesSummary summarize(const CaseStudies &cases, const QStringList &groups, const std::vector<int> &groupOf,
                       const Schema &schema, const QDate &today, int most);

} // namespace casebook
