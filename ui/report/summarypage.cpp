#include "ui/report/summarypage.h"

#include "ui/report/grouptone.h"
#include "ui/report/partpage.h"
#include "ui/report/reportwords.h"
#include "ui/typeset/casetypesetter.h"

#include <QTextTable>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostGroups = 4; // columns; with more there is but the total

class SummaryPage {
public:
    SummaryPage(TextFlow &flow, const CasesSummary &summary, const BriefingPlan &plan, const Schema &schema,
                const SummarySize &size)
        : m_page(flow), m_summary(summary), m_plan(plan), m_schema(schema), m_size(size)
    {
    }

    void append()
    {
        m_page.title(ReportWords::tr("Summary"));
        if (m_summary.claims.sum() > 0) {
            m_page.lead(counts());
            appendReasons();
            appendStrongest();
        }
        appendCoverage();
    }

private:
    /// "Claims for: 90, in 22 of 29 cases. Claims against: 33, in 11 of 29 cases."
    QString counts() const
    {
        const auto cases = static_cast<int>(m_plan.cases.size());
        const auto side = [&](qsizetype number, int claims, int in) {
            return ReportWords::tr("Claims %1: %2, in %3 of %4 cases.")
                .arg(m_summary.sides.at(number).toLower())
                .arg(claims)
                .arg(in)
                .arg(cases);
        };
        return side(0, m_summary.claims.first, m_summary.cases.first) + u' '
            + side(1, m_summary.claims.second, m_summary.cases.second);
    }

    bool showsGroups() const { return m_plan.groups.size() > 1 && m_plan.groups.size() <= mostGroups; }

    void appendReasons()
    {
        if (m_summary.reasons.isEmpty())
            return;
        m_page.heading(ReportWords::tr("Reasons, and how many claims give them"));
        const qsizetype groups = showsGroups() ? m_plan.groups.size() : 0;
        const qsizetype shown =
            m_summary.reasons.size() > m_size.reasons + 1 ? m_size.reasons : m_summary.reasons.size();
        const bool hasRest = shown < m_summary.reasons.size();
        QList<qreal> shares{28};
        for (qsizetype i = 0; i <= groups; ++i)
            shares.append(72.0 / static_cast<qreal>(groups + 1));
        QTextTable *table = m_page.beginTable(static_cast<int>(shown) + (hasRest ? 2 : 1), shares, m_page.style().text);
        appendHead(table, groups);
        for (qsizetype row = 0; row < shown; ++row)
            appendRow(table, static_cast<int>(row) + 1, m_summary.reasons.at(row), groups);
        if (hasRest)
            appendRow(table, static_cast<int>(shown) + 1, rest(shown, groups), groups);
        m_page.endTable(table);
    }

    void appendHead(QTextTable *table, qsizetype groups)
    {
        m_page.cell(table, 0, 0, m_page.head());
        m_page.flow().text(
            ReportWords::tr("Claims %1 / %2").arg(m_summary.sides.at(0).toLower(), m_summary.sides.at(1).toLower()),
            m_page.head());
        for (qsizetype column = 0; column < groups; ++column) {
            const BriefingGroup &group = m_plan.groups.at(column);
            QTextCharFormat chars = m_page.head();
            chars.setForeground(groupTone(group.color, group.position));
            m_page.cell(table, 0, static_cast<int>(column) + 1, chars, Qt::AlignRight);
            m_page.flow().text(groupLabel(group.label), chars);
        }
        m_page.cell(table, 0, static_cast<int>(groups) + 1, m_page.head(), Qt::AlignRight);
        m_page.flow().text(ReportWords::tr("All"), m_page.head());
    }

    ReasonRow rest(qsizetype from, qsizetype groups) const
    {
        ReasonRow sum{ReportWords::tr("%1 other reasons").arg(m_summary.reasons.size() - from),
                      QList<SideCounts>(std::max<qsizetype>(groups, m_plan.groups.size()), SideCounts()),
                      {}};
        const auto add = [](SideCounts &to, const SideCounts &counts) {
            to.first += counts.first;
            to.second += counts.second;
        };
        for (qsizetype i = from; i < m_summary.reasons.size(); ++i) {
            add(sum.total, m_summary.reasons.at(i).total);
            for (qsizetype group = 0; group < m_summary.reasons.at(i).groups.size(); ++group)
                add(sum.groups[group], m_summary.reasons.at(i).groups.at(group));
        }
        return sum;
    }

    void appendRow(QTextTable *table, int row, const ReasonRow &reason, qsizetype groups)
    {
        m_page.cell(table, row, 0, m_page.small());
        m_page.flow().text(reason.label, m_page.small());
        for (qsizetype column = 0; column < groups; ++column)
            appendCounts(table, row, static_cast<int>(column) + 1, reason.groups.at(column));
        appendCounts(table, row, static_cast<int>(groups) + 1, reason.total);
    }

    /// "5 / 2", each number in the colour of its side, nothing as a dash.
    void appendCounts(QTextTable *table, int row, int column, const SideCounts &counts)
    {
        const TypeStyle &style = m_page.style();
        m_page.cell(table, row, column, m_page.small(), Qt::AlignRight);
        const auto append = [&](int count, const QColor &tone) {
            QTextCharFormat chars = m_page.small();
            chars.setForeground(count > 0 ? tone : style.muted);
            m_page.flow().text(count > 0 ? QString::number(count) : u"–"_s, chars);
        };
        append(counts.first, style.forTone);
        m_page.flow().text(u" / "_s, m_page.smallMuted());
        append(counts.second, style.againstTone);
    }

    void appendStrongest()
    {
        const qsizetype rows = std::min(m_size.claims, std::max(m_summary.first.size(), m_summary.second.size()));
        if (rows == 0)
            return;
        m_page.heading(ReportWords::tr("The strongest arguments"));
        const TypeStyle &style = m_page.style();
        QTextTable *table = m_page.beginTable(static_cast<int>(rows) + 1, {50, 50}, style.text);
        for (int side : {0, 1}) {
            QTextCharFormat chars = m_page.head();
            chars.setForeground(side == 0 ? style.forTone : style.againstTone);
            m_page.cell(table, 0, side, chars);
            m_page.flow().text(m_summary.sides.at(side), chars);
            const QList<StrongClaim> &claims = side == 0 ? m_summary.first : m_summary.second;
            for (qsizetype row = 0; row < std::min(rows, claims.size()); ++row)
                appendClaim(table, static_cast<int>(row) + 1, side, claims.at(row));
        }
        m_page.endTable(table);
        if (m_schema.isComputed(u"evidence"))
            m_page.note(
                ReportWords::tr("By the strength of their evidence, then the newest; one from each case and for "
                                "each reason as far as there are enough."),
                0.3 * style.em);
    }

    void appendClaim(QTextTable *table, int row, int side, const StrongClaim &strong)
    {
        const CaseStudy &study = *m_plan.cases.at(static_cast<size_t>(strong.position));
        m_page.cell(table, row, side, m_page.small());
        TextFlow &flow = m_page.flow();
        if (!strong.reason.isEmpty()) {
            QTextCharFormat bold = m_page.small();
            bold.setFontWeight(QFont::Bold);
            flow.text(strong.reason + u". "_s, bold);
        }
        flow.text(strong.claim.text.simplified() + u' ', m_page.small());
        QTextCharFormat link = linkedTo(m_page.smallMuted(), caseLink(study.id));
        link.setForeground(m_page.style().link);
        flow.text(caseName(study, m_schema), link);
        if (!strong.strength.isEmpty())
            flow.text(u" · "_s + strong.strength.toLower(), m_page.smallMuted());
    }

    void appendCoverage()
    {
        if (m_summary.coverage.isEmpty())
            return;
        m_page.heading(ReportWords::tr("Where this is thin"));
        qreal gap = 0.4 * m_page.style().em;
        for (const QString &sentence : m_summary.coverage) {
            m_page.note(u"– "_s + sentence, gap);
            gap = 0.1 * m_page.style().em;
        }
    }

    PartPage m_page;
    const CasesSummary &m_summary;
    const BriefingPlan &m_plan;
    const Schema &m_schema;
    SummarySize m_size;
};

} // namespace

QList<SummarySize> summarySizes()
{
    return {{12, 5}, {10, 4}, {8, 4}, {10, 3}, {8, 3}, {6, 3}, {8, 2}, {5, 2}, {4, 1}};
}

CasesSummary summaryOf(const BriefingPlan &plan, const Schema &schema, const QDate &today)
{
    QStringList groups;
    for (const BriefingGroup &group : plan.groups)
        groups.append(group.label);
    return summarize(plan.cases, groups, plan.groupOf, schema, today, static_cast<int>(summarySizes().first().claims));
}

bool isWorthAPage(const CasesSummary &summary)
{
    return summary.claims.sum() > 0 || !summary.coverage.isEmpty();
}

void appendSummary(TextFlow &flow, const CasesSummary &summary, const BriefingPlan &plan, const Schema &schema,
                   const SummarySize &size)
{
    SummaryPage(flow, summary, plan, schema, size).append();
}

} // namespace casebook
