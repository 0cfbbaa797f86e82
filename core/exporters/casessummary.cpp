#include "core/exporters/casessummary.h"

#include "core/exporters/casewords.h"
#include "core/exporters/coverage.h"

#include <QSet>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// A claim with what it is ranked by.
struct Candidate {
    StrongClaim claim;
    int rank = 0;
    int year = 0;
};

class Summarizer {
public:
    Summarizer(const CaseStudies &cases, qsizetype groups, const std::vector<int> &groupOf, const Schema &schema,
               const QDate &today)
        : m_cases(cases), m_groups(groups), m_groupOf(groupOf), m_schema(schema), m_evidence(schema, today)
    {
        const QStringList sides = sidesOf({}, schema);
        m_sides = sides.size() >= 2 ? sides.mid(0, 2) : QStringList{u"for"_s, u"against"_s};
    }

    CasesSummary run(int most)
    {
        CasesSummary summary;
        if (!m_schema.roleField(role::claims))
            return summary;
        for (const QString &side : std::as_const(m_sides))
            summary.sides.append(labelFromId(labelOf(u"side", side)));
        for (size_t i = 0; i < m_cases.size(); ++i)
            addCase(summary, static_cast<int>(i));
        for (const QString &reason : std::as_const(m_reasonOrder))
            summary.reasons.append(m_reasons.value(reason));
        std::stable_sort(summary.reasons.begin(), summary.reasons.end(),
                         [](const ReasonRow &a, const ReasonRow &b) { return a.total.sum() > b.total.sum(); });
        summary.first = strongest(m_candidates[0], most);
        summary.second = strongest(m_candidates[1], most);
        return summary;
    }

private:
    QString labelOf(QStringView part, const QString &value) const
    {
        return value.isEmpty() ? QString() : partLabel(m_schema, role::claims, part, value);
    }

    void addCase(CasesSummary &summary, int position)
    {
        const CaseStudy &study = *m_cases[static_cast<size_t>(position)];
        const QList<Claim> claims = claimsOf(study, m_schema);
        const auto evidence = m_evidence.read(study);
        SideCounts here;
        for (qsizetype i = 0; i < claims.size(); ++i) {
            const auto side = m_sides.indexOf(claims.at(i).side);
            if (side < 0)
                continue;
            int SideCounts::*count = side == 0 ? &SideCounts::first : &SideCounts::second;
            ++(here.*count);
            ++(summary.claims.*count);
            countReason(claims.at(i), m_groupOf[static_cast<size_t>(position)], count);
            addCandidate(side, position, claims.at(i), evidence ? &evidence->claims.at(i) : nullptr);
        }
        summary.cases.first += here.first > 0 ? 1 : 0;
        summary.cases.second += here.second > 0 ? 1 : 0;
    }

    void countReason(const Claim &claim, int group, int SideCounts::*count)
    {
        if (claim.reason.isEmpty())
            return;
        if (!m_reasons.contains(claim.reason)) {
            m_reasonOrder.append(claim.reason);
            m_reasons.insert(claim.reason,
                             {labelOf(u"reason", claim.reason), QList<SideCounts>(m_groups, SideCounts()), {}});
        }
        ReasonRow &row = m_reasons[claim.reason];
        ++(row.groups[group].*count);
        ++(row.total.*count);
    }

    void addCandidate(qsizetype side, int position, const Claim &claim, const Strength *strength)
    {
        const CaseStudy &study = *m_cases[static_cast<size_t>(position)];
        Candidate candidate{{position, claim, labelOf(u"reason", claim.reason), {}}, claim.source > 0 ? 1 : 0, 0};
        candidate.year = yearOf(study, m_schema);
        if (strength) {
            candidate.claim.strength = wordOf(*strength);
            candidate.rank = 1000 + strength->rank();
            candidate.year = std::max<int>(candidate.year, strength->year);
        }
        m_candidates[side].append(candidate);
    }

    /// In two rounds: first one of each case and each reason, then whatever is left.
    static QList<StrongClaim> strongest(QList<Candidate> candidates, int most)
    {
        std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
            return a.rank != b.rank ? a.rank > b.rank : a.year > b.year;
        });
        QList<StrongClaim> chosen;
        QSet<int> cases;
        QSet<QString> reasons;
        QList<Candidate> rest;
        for (const Candidate &candidate : std::as_const(candidates)) {
            const StrongClaim &claim = candidate.claim;
            const bool repeats = cases.contains(claim.position) || reasons.contains(claim.reason);
            if (repeats || chosen.size() >= most) {
                rest.append(candidate);
                continue;
            }
            cases.insert(claim.position);
            reasons.insert(claim.reason);
            chosen.append(claim);
        }
        for (const Candidate &candidate : std::as_const(rest)) {
            if (chosen.size() < most)
                chosen.append(candidate.claim);
        }
        return chosen;
    }

    const CaseStudies &m_cases;
    qsizetype m_groups;
    const std::vector<int> &m_groupOf;
    const Schema &m_schema;
    EvidenceReader m_evidence;
    QStringList m_sides;
    QHash<QString, ReasonRow> m_reasons; ///< by the reason's id
    QStringList m_reasonOrder;
    QList<Candidate> m_candidates[2];
};

} // namespace

CasesSummary summarize(const CaseStudies &cases, const QStringList &groups, const std::vector<int> &groupOf,
                       const Schema &schema, const QDate &today, int most)
{
    CasesSummary summary = Summarizer(cases, groups.size(), groupOf, schema, today).run(most);
    summary.coverage = coverageOf(cases, summary, schema, today);
    return summary;
}

} // namespace casebook
