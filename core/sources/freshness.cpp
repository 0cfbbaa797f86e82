#include "core/sources/freshness.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int reviewMonths = 12;

struct NeedText {
    Need need;
    QStringView id;
    const char *label;
    const char *definition;
};

constexpr std::array needTexts{
    // In the order of Need.
    NeedText{Need::DeadLink, u"dead-link", QT_TRANSLATE_NOOP("Freshness", "Dead link"),
             QT_TRANSLATE_NOOP("Freshness", "One of its sources is gone: find another address or an archived copy.")},
    NeedText{Need::Review, u"review", QT_TRANSLATE_NOOP("Freshness", "Review"),
             QT_TRANSLATE_NOOP("Freshness", "No curator has looked at it for a year: see whether it still holds.")},
    NeedText{Need::Snapshot, u"snapshot", QT_TRANSLATE_NOOP("Freshness", "Snapshot"),
             QT_TRANSLATE_NOOP("Freshness", "Of one of its sources no copy is kept: keep one while it is there.")},
};

const NeedText &textOf(Need need)
{
    return needTexts[static_cast<std::size_t>(need)];
}

QString translate(const char *text)
{
    return QCoreApplication::translate("Freshness", text);
}

QString inWords(const QDate &date)
{
    return QLocale(QLocale::English).toString(date, u"d MMMM yyyy"_s);
}

} // namespace

QList<Need> allNeeds()
{
    return {Need::DeadLink, Need::Review, Need::Snapshot};
}

QString needId(Need need)
{
    return textOf(need).id.toString();
}

QString needLabel(Need need)
{
    return translate(textOf(need).label);
}

QString needDefinition(Need need)
{
    return translate(textOf(need).definition);
}

FreshnessReader::FreshnessReader(const Schema &schema, SourceFactsPtr facts, const QDate &today)
    : m_schema(schema),
      m_facts(facts ? std::move(facts) : std::make_shared<SourceFacts>()),
      m_reviewed(schema.fieldOf(role::reviewed)),
      m_oldest(today.isValid() ? today.addMonths(-reviewMonths) : QDate())
{
}

QList<LinkState> FreshnessReader::linksOf(const CaseStudy &study) const
{
    QList<LinkState> states;
    for (const QString &address : webAddresses(study, m_schema)) {
        const auto record = m_facts->links.constFind(address);
        const LinkState state = record == m_facts->links.constEnd() ? LinkState::Unchecked : record->state;
        if (!states.contains(state))
            states.append(state);
    }
    return states;
}

/// Invalid where there is none that can be read.
QDate FreshnessReader::reviewOf(const CaseStudy &study) const
{
    return QDate::fromString(study.fields[m_reviewed].toText().left(10), Qt::ISODate);
}

bool FreshnessReader::needsReview(const CaseStudy &study) const
{
    if (m_reviewed.isEmpty() || !m_oldest.isValid())
        return false;
    const QDate reviewed = reviewOf(study);
    return !reviewed.isValid() || reviewed < m_oldest;
}

QList<Need> FreshnessReader::needsOf(const CaseStudy &study) const
{
    if (study.fields.isEmpty())
        return {};
    const QStringList addresses = webAddresses(study, m_schema);
    const auto isDead = [this](const QString &address) {
        const auto record = m_facts->links.constFind(address);
        return record != m_facts->links.constEnd() && record->state == LinkState::Dead;
    };
    const auto isKept = [this](const QString &address) { return m_facts->hasSnapshot(address); };
    QList<Need> needs;
    if (std::any_of(addresses.begin(), addresses.end(), isDead))
        needs.append(Need::DeadLink);
    if (needsReview(study))
        needs.append(Need::Review);
    if (!std::all_of(addresses.begin(), addresses.end(), isKept))
        needs.append(Need::Snapshot);
    return needs;
}

QString FreshnessReader::reasonOf(Need need, const CaseStudy &study) const
{
    const QStringList addresses = webAddresses(study, m_schema);
    switch (need) {
    case Need::DeadLink: {
        QStringList dead;
        for (const QString &address : addresses) {
            if (m_facts->link(address).state == LinkState::Dead)
                dead.append(address);
        }
        return translate("Gone: %1.").arg(dead.join(u", "_s));
    }
    case Need::Review: {
        const QDate reviewed = reviewOf(study);
        return reviewed.isValid() ? translate("Last reviewed on %1, more than a year ago.").arg(inWords(reviewed))
                                  : translate("Nobody has put down a review yet.");
    }
    case Need::Snapshot:
        break;
    }
    const auto missing = std::count_if(addresses.begin(), addresses.end(),
                                       [this](const QString &address) { return !m_facts->hasSnapshot(address); });
    return translate("Sources without a snapshot: %1 of %2.").arg(missing).arg(addresses.size());
}

QStringList FreshnessReader::reasonsOf(const CaseStudy &study) const
{
    QStringList reasons;
    for (const Need need : needsOf(study))
        reasons.append(reasonOf(need, study));
    return reasons;
}

} // namespace casebook
