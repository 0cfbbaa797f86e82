#include "ui/report/evidencelegend.h"

#include "core/evidence/evidence.h"
#include "ui/report/reportwords.h"
#include "ui/typeset/cellformat.h"
#include "ui/typeset/textflow.h"

#include <QTextTable>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct Line {
    QString name;
    QString text;
};

/// "Measured 5" with what that means; at the end what is said behind a comma.
QList<Line> linesOf(const BriefingPlan &plan, const Schema &schema, const QDate &today)
{
    QList<Strength> strengths;
    const EvidenceReader reader(schema, today);
    for (const CaseStudyPtr &study : plan.cases) {
        if (const auto strength = reader.strengthOf(*study))
            strengths.append(*strength);
    }
    QList<Line> lines;
    for (const EvidenceLevel level :
         {EvidenceLevel::Measured, EvidenceLevel::FirstHand, EvidenceLevel::Reported, EvidenceLevel::Hypothetical}) {
        const auto count = std::count_if(strengths.begin(), strengths.end(),
                                         [level](const Strength &strength) { return strength.level == level; });
        if (count > 0)
            lines.append({levelLabel(level) + u"\u2002"_s + QString::number(count), levelDefinition(level)});
    }
    if (!lines.isEmpty()) {
        lines.append(
            {ReportWords::tr("Weakened"),
             ReportWords::tr("Dated: told %1 years or more before. Old: %2 or more. Undated, unsourced: nobody "
                             "can tell when, or from where. Interested source: it has something to sell or "
                             "people to win.")
                 .arg(schema.evidence.years)
                 .arg(2 * schema.evidence.years)});
    }
    return lines;
}

} // namespace

void appendEvidenceLegend(TextFlow &flow, const QTextCharFormat &chars, const BriefingPlan &plan, const Schema &schema,
                          const QDate &today)
{
    const QList<Line> lines = linesOf(plan, schema, today);
    if (lines.isEmpty())
        return;
    const TypeStyle &style = flow.style();
    const QTextBlockFormat block = style.blockFormat(chars.font());
    QTextCharFormat meaning = chars;
    meaning.setForeground(style.muted);
    QTextTable *table = flow.beginTable(0, static_cast<int>(lines.size()), 2, plainTable({30, 70}, CellEdges::None));
    for (int row = 0; row < table->rows(); ++row) {
        flow.enterCell(table, row, 0);
        flow.beginBlock(0, block, chars);
        flow.text(lines.at(row).name, chars);
        flow.enterCell(table, row, 1);
        flow.beginBlock(0, block, meaning);
        flow.text(lines.at(row).text, meaning);
    }
    flow.endTable(table);
}

} // namespace casebook
