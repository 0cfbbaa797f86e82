#include "core/evidence/evidence.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

const EvidenceRule &gatheringRule(QStringView id)
{
    const auto rules = evidenceRules();
    return *std::find_if(rules.begin(), rules.end(), [id](const EvidenceRule &rule) { return rule.id == id; });
}

/// "measured 3, first-hand 6"
QString countsOf(const QList<Strength> &strengths)
{
    QStringList counts;
    for (const EvidenceLevel level :
         {EvidenceLevel::Measured, EvidenceLevel::FirstHand, EvidenceLevel::Reported, EvidenceLevel::Hypothetical}) {
        const auto count = std::count_if(strengths.begin(), strengths.end(),
                                         [level](const Strength &strength) { return strength.level == level; });
        if (count > 0)
            counts.append(levelLabel(level).toLower() + u' ' + QString::number(count));
    }
    return counts.join(u", "_s);
}

} // namespace

QList<EvidenceStep> CaseEvidence::steps() const
{
    QList<EvidenceStep> steps = stepsOf(strength);
    const QList<Strength> all = claims + figures;
    if (all.isEmpty()) {
        const EvidenceRule &rule = gatheringRule(u"best-source");
        steps.prepend({rule.id.toString(), {}, ruleReason(rule)});
    } else if (all.size() > 1) {
        const EvidenceRule &rule = gatheringRule(u"strongest");
        steps.prepend({rule.id.toString(), {}, ruleReason(rule).arg(countsOf(all))});
    }
    return steps;
}

} // namespace casebook
