#include "core/corpus/fieldtexts.h"

#include "core/evidence/evidencefields.h"

namespace casebook {

namespace {

QStringList weaknessesOf(const Strength &strength)
{
    QStringList ids;
    const auto rules = evidenceRules();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if ((strength.rules & (1U << i)) != 0 && rules[i].kind == EvidenceRule::Kind::Weakens)
            ids.append(rules[i].id.toString());
    }
    return ids;
}

/// The level that a case's own key names.
std::optional<double> rankOfLevel(const QString &id)
{
    for (const EvidenceLevel level :
         {EvidenceLevel::Hypothetical, EvidenceLevel::Reported, EvidenceLevel::FirstHand, EvidenceLevel::Measured}) {
        if (levelId(level) == id)
            return Strength{level, 0, 0, 0}.rank();
    }
    return std::nullopt;
}

} // namespace

FieldTexts::FieldTexts(QString path, const Schema &schema, const QDate &today) : m_path(std::move(path))
{
    if (schema.isComputed(m_path) && (m_path == evidenceField || m_path == weakenedField))
        m_evidence.emplace(schema, today);
}

QStringList FieldTexts::of(const CaseStudy &study) const
{
    if (!isComputedIn(study))
        return textsAt(study, m_path);
    const std::optional<Strength> strength = m_evidence->strengthOf(study);
    if (!strength)
        return {};
    return m_path == evidenceField ? QStringList(levelId(strength->level)) : weaknessesOf(*strength);
}

bool FieldTexts::hasRanks() const
{
    return m_evidence && m_path == evidenceField;
}

std::optional<double> FieldTexts::rankOf(const CaseStudy &study) const
{
    if (!isComputedIn(study))
        return rankOfLevel(textsAt(study, m_path).value(0));
    const std::optional<Strength> strength = m_evidence->strengthOf(study);
    return strength ? std::optional<double>(strength->rank()) : std::nullopt;
}

} // namespace casebook
