#include "core/exporters/coverage.h"

#include "core/evidence/evidencefields.h"
#include "core/exporters/casewords.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNames = 6; // in one sentence

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::Export)
};

QString listed(QStringList names, bool either = false)
{
    const qsizetype more = names.size() - mostNames;
    if (more > 1)
        names = names.mid(0, mostNames) << ExportWords::tr("%1 more").arg(more);
    if (names.size() < 2)
        return names.join(QString());
    const QString last = names.takeLast();
    const QString most = names.join(u", "_s);
    return either ? ExportWords::tr("%1 or %2").arg(most, last) : ExportWords::tr("%1 and %2").arg(most, last);
}

class Coverage {
public:
    Coverage(const CaseStudies &cases, const CasesSummary &summary, const Schema &schema, const QDate &today)
        : m_cases(cases), m_summary(summary), m_schema(schema), m_today(today)
    {
    }

    QStringList run()
    {
        addSides();
        addGroups();
        addEvidence();
        addAge();
        addGaps();
        return m_sentences;
    }

private:
    int size() const { return static_cast<int>(m_cases.size()); }

    void addSides()
    {
        if (m_summary.sides.size() < 2)
            return;
        addSide(m_summary.sides.at(0), m_summary.cases.first, 0);
        addSide(m_summary.sides.at(1), m_summary.cases.second, 1);
    }

    /// "Against: 9 of 29 cases; none from Games and Embedded systems."
    void addSide(const QString &label, int count, qsizetype side)
    {
        const QStringList silent = silentIndustries(side);
        if (count == size() || (3 * count >= 2 * size() && silent.isEmpty()))
            return;
        if (count == 0)
            m_sentences.append(ExportWords::tr("%1: no case has a claim on this side.").arg(label));
        else if (silent.isEmpty())
            m_sentences.append(ExportWords::tr("%1: %2 of %3 cases have a claim.").arg(label).arg(count).arg(size()));
        else
            m_sentences.append(ExportWords::tr("%1: %2 of %3 cases have a claim; none from %4.")
                                   .arg(label)
                                   .arg(count)
                                   .arg(size())
                                   .arg(listed(silent, true)));
    }

    /// The industries that cases are from, but none with a claim on a side.
    QStringList silentIndustries(qsizetype side) const
    {
        const QString path = m_schema.fieldOf(role::industry);
        if (path.isEmpty())
            return {};
        const QString wanted = sidesOf({}, m_schema).value(side);
        QMap<QString, bool> speaks; // by label
        for (const CaseStudyPtr &study : m_cases) {
            const QList<Claim> claims = claimsOf(*study, m_schema);
            const bool here =
                std::any_of(claims.begin(), claims.end(), [&](const Claim &claim) { return claim.side == wanted; });
            for (const QString &industry : textsAt(*study, path))
                speaks[m_schema.valueLabel(path, industry)] |= here;
        }
        QStringList silent;
        for (auto it = speaks.constBegin(); it != speaks.constEnd(); ++it) {
            if (!it.value())
                silent.append(it.key());
        }
        return silent;
    }

    void addGroups()
    {
        const QString path = m_schema.fieldOf(role::group);
        QStringList empty;
        for (const Group &group : m_schema.groups) {
            const bool used = std::any_of(m_cases.begin(), m_cases.end(), [&](const CaseStudyPtr &study) {
                return textsAt(*study, path).contains(group.value);
            });
            if (!used)
                empty.append(group.label.isEmpty() ? group.value : group.label);
        }
        if (!empty.isEmpty() && empty.size() < m_schema.groups.size())
            m_sentences.append(ExportWords::tr("No case here stands under %1.").arg(listed(empty, true)));
    }

    void addEvidence()
    {
        if (!m_schema.isComputed(evidenceField))
            return;
        const EvidenceReader reader(m_schema, m_today);
        int strong = 0;
        int measured = 0;
        for (const CaseStudyPtr &study : m_cases) {
            const auto strength = reader.strengthOf(*study);
            strong += strength && strength->level >= EvidenceLevel::FirstHand ? 1 : 0;
            measured += strength && strength->level == EvidenceLevel::Measured ? 1 : 0;
        }
        if (strong < size()) {
            m_sentences.append(ExportWords::tr("%1 of %2 cases rest on no account of those who took part.")
                                   .arg(size() - strong)
                                   .arg(size()));
        }
        if (2 * measured < size())
            m_sentences.append(
                ExportWords::tr("%1 of %2 cases give a figure that they measured.").arg(measured).arg(size()));
    }

    void addAge()
    {
        if (!m_schema.roleField(role::year) || !m_today.isValid())
            return;
        const int years = m_schema.evidence.years > 0 ? m_schema.evidence.years : 5;
        int dated = 0;
        int unknown = 0;
        for (const CaseStudyPtr &study : m_cases) {
            const int year = yearOf(*study, m_schema);
            unknown += year == 0 ? 1 : 0;
            dated += year > 0 && m_today.year() - year >= years ? 1 : 0;
        }
        if (3 * dated >= size())
            m_sentences.append(
                ExportWords::tr("%1 of %2 cases are %3 years old or more.").arg(dated).arg(size()).arg(years));
        if (unknown > 0)
            m_sentences.append(ExportWords::tr("%1 of %2 cases name no year.").arg(unknown).arg(size()));
    }

    void addGaps()
    {
        if (!m_schema.roleField(role::sources))
            return;
        const auto without = std::count_if(m_cases.begin(), m_cases.end(), [this](const CaseStudyPtr &study) {
            return sourcesOf(*study, m_schema).isEmpty();
        });
        if (without > 0)
            m_sentences.append(ExportWords::tr("%1 of %2 cases name no source.").arg(without).arg(size()));
    }

    const CaseStudies &m_cases;
    const CasesSummary &m_summary;
    const Schema &m_schema;
    QDate m_today;
    QStringList m_sentences;
};

} // namespace

QStringList coverageOf(const CaseStudies &cases, const CasesSummary &summary, const Schema &schema, const QDate &today)
{
    return cases.empty() ? QStringList() : Coverage(cases, summary, schema, today).run();
}

} // namespace casebook
