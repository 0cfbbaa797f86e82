#include "core/corpus/fieldtexts.h"

#include "core/evidence/evidencefields.h"
#include "core/sources/linkfields.h"

#include <algorithm>

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

/// Every text in a value, however deep.
void appendAll(const Value &value, QStringList &texts)
{
    if (value.isScalar())
        value.appendTexts(texts);
    for (const Value &item : value.items())
        appendAll(item, texts);
    for (const auto &[key, part] : value.entries())
        appendAll(part, texts);
}

QStringList textsOfRecord(const CaseStudy &study, const QString &id)
{
    QStringList texts;
    appendAll(study.fields[id], texts);
    texts.removeDuplicates();
    return texts;
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

FieldTexts::FieldTexts(QString path, const Schema &schema, const QDate &today, SourceFactsPtr facts)
    : m_path(std::move(path))
{
    const Field *field = schema.field(m_path);
    m_isRecord = field && field->isRecord();
    if (!schema.isComputed(m_path))
        return;
    if (m_path == evidenceField || m_path == weakenedField)
        m_evidence.emplace(schema, today);
    else if (isSourceField(m_path))
        m_freshness.emplace(schema, std::move(facts), today);
}

QStringList FieldTexts::ofSources(const CaseStudy &study) const
{
    QStringList texts;
    if (m_path == linkField) {
        for (const LinkState state : m_freshness->linksOf(study))
            texts.append(linkStateId(state));
    } else {
        for (const Need need : m_freshness->needsOf(study))
            texts.append(needId(need));
    }
    return texts;
}

/// The worst state is the smallest number.
std::optional<double> FieldTexts::rankOfSources(const CaseStudy &study) const
{
    if (m_path == needsField)
        return static_cast<double>(m_freshness->needsOf(study).size());
    const QList<LinkState> order = linkStates();
    std::optional<double> worst;
    for (const LinkState state : m_freshness->linksOf(study)) {
        const auto rank = static_cast<double>(order.indexOf(state));
        worst = std::min(rank, worst.value_or(rank));
    }
    return worst;
}

QStringList FieldTexts::of(const CaseStudy &study) const
{
    if (m_isRecord)
        return textsOfRecord(study, m_path);
    if (!isComputedIn(study))
        return textsAt(study, m_path);
    if (m_freshness)
        return ofSources(study);
    const std::optional<Strength> strength = m_evidence->strengthOf(study);
    if (!strength)
        return {};
    return m_path == evidenceField ? QStringList(levelId(strength->level)) : weaknessesOf(*strength);
}

bool FieldTexts::hasRanks() const
{
    return m_freshness || (m_evidence && m_path == evidenceField);
}

std::optional<double> FieldTexts::rankOf(const CaseStudy &study) const
{
    if (m_freshness)
        return isComputedIn(study) ? rankOfSources(study) : std::nullopt;
    if (!isComputedIn(study))
        return rankOfLevel(textsAt(study, m_path).value(0));
    const std::optional<Strength> strength = m_evidence->strengthOf(study);
    return strength ? std::optional<double>(strength->rank()) : std::nullopt;
}

} // namespace casebook
