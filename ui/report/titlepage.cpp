#include "ui/report/titlepage.h"

#include "core/evidence/evidencefields.h"
#include "ui/report/evidencelegend.h"
#include "ui/report/grouptone.h"
#include "ui/report/reportwords.h"
#include "ui/typeset/cellformat.h"
#include "ui/typeset/inlineobjects.h"

#include <QTextTable>

#include <functional>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal titlePoints = 30;
constexpr qreal longestBar = 0.3;    // of the text's width
constexpr qsizetype mostGroups = 12; // what is more is counted, so that the title stays a page
constexpr qsizetype mostOmitted = 5;

/// The table of facts below the title: a label and what it is about, row by row.
class FactTable {
public:
    using Fill = std::function<void()>;

    explicit FactTable(TextFlow &flow) : m_flow(flow) {}

    /// `fill` appends to the flow, which is in the row's right cell.
    void add(const QString &label, Fill fill) { m_rows.append({label, std::move(fill)}); }
    void addText(const QString &label, const QString &text)
    {
        if (!text.isEmpty())
            add(label, [this, text] { line(text, 0); });
    }
    void line(const QString &text, qreal gap)
    {
        m_flow.beginBlock(gap, m_flow.style().blockFormat(chars().font()), chars());
        m_flow.text(text, chars());
    }
    QTextCharFormat chars() const
    {
        QTextCharFormat format = m_flow.style().mutedFormat();
        format.setFontPointSize(m_flow.style().heading.pointSizeF() * 0.95);
        format.setForeground(m_flow.style().text);
        return format;
    }

    void append(qreal gap)
    {
        const TypeStyle &style = m_flow.style();
        QTextTable *table = m_flow.beginTable(gap, static_cast<int>(m_rows.size()), 2, plainTable({22, 78}));
        for (int row = 0; row < table->rows(); ++row) {
            CellFormat look;
            look.padding(0, 0.6 * style.em, 0.6 * style.em, 0.5 * style.em).edge(Edge::Top, 0.7, style.rule);
            if (row + 1 == table->rows())
                look.edge(Edge::Bottom, 0.7, style.rule);
            table->cellAt(row, 0).setFormat(look);
            table->cellAt(row, 1).setFormat(look);
            QTextCharFormat label = chars();
            label.setForeground(style.muted);
            m_flow.enterCell(table, row, 0);
            m_flow.beginBlock(0, style.blockFormat(label.font()), label);
            m_flow.text(m_rows.at(row).label, label);
            m_flow.enterCell(table, row, 1);
            m_rows.at(row).fill();
        }
        m_flow.endTable(table);
    }

private:
    struct Row {
        QString label;
        Fill fill;
    };

    TextFlow &m_flow;
    QList<Row> m_rows;
};

QTextCharFormat sized(QTextCharFormat format, qreal points)
{
    format.setFontPointSize(points);
    return format;
}

void appendTitle(TextFlow &flow, const BriefingOptions &options, const Schema &schema)
{
    const TypeStyle &style = flow.style();
    const QTextCharFormat label = style.labelFormat(style.muted);
    flow.beginBlock(0, style.blockFormat(label.font()), label);
    flow.text(options.title == schema.name ? ReportWords::tr("Briefing")
                                           : ReportWords::tr("Briefing from %1").arg(schema.name),
              label);

    QTextCharFormat title = sized(style.headingFormat(1), titlePoints);
    QTextBlockFormat block = style.blockFormat(title.font());
    block.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
    flow.beginBlock(0.2 * style.em, block, title);
    flow.text(options.title, title);

    const QTextCharFormat lead = sized(style.bodyFormat(), style.body.pointSizeF() * 1.25);
    const QString text = options.question.isEmpty() ? schema.description : options.question;
    if (text.isEmpty())
        return;
    flow.beginBlock(0.9 * style.em, style.blockFormat(lead.font()), lead);
    flow.text(text.simplified(), lead);
}

/// At most as wide as a third of the text and as high as six lines.
void appendLogo(TextFlow &flow, const QImage &logo)
{
    const TypeStyle &style = flow.style();
    const qreal width = textWidthOf(flow.document()) / 3;
    const qreal scale = std::min({1.0, width / logo.width(), 9 * style.em / logo.height()});
    flow.beginBlock(0, style.blockFormat(style.body), style.bodyFormat());
    flow.text(QString(QChar::ObjectReplacementCharacter),
              InlineObjects::picture(logo, scale, 0, ReportWords::tr("Logo")));
    QTextBlockFormat space = style.blockFormat(style.body);
    flow.beginBlock(4 * style.em, space, style.bodyFormat());
}

/// "11 Migrating to Rust" with a bar, a line for each group.
void appendCounts(TextFlow &flow, FactTable &facts, const BriefingPlan &plan)
{
    const TypeStyle &style = flow.style();
    std::size_t most = 1;
    for (const BriefingGroup &group : plan.groups)
        most = std::max(most, group.cases.size());
    const QTextCharFormat chars = facts.chars();
    const QTextBlockFormat block = style.blockFormat(chars.font());
    const qsizetype shown = plan.groups.size() > mostGroups + 1 ? mostGroups : plan.groups.size();
    QTextTable *table = flow.beginTable(0.5 * style.em, static_cast<int>(shown), 2, plainTable({46, 54}, CellEdges::None));
    for (int row = 0; row < table->rows(); ++row) {
        const BriefingGroup &group = plan.groups.at(row);
        flow.enterCell(table, row, 0);
        flow.beginBlock(0, block, chars);
        flow.text(group.label.isEmpty() ? ReportWords::tr("(none)") : group.label, chars);
        flow.enterCell(table, row, 1);
        flow.beginBlock(0, block, chars);
        const qreal share = static_cast<qreal>(group.cases.size()) / static_cast<qreal>(most);
        flow.text(
            QString(QChar::ObjectReplacementCharacter),
            InlineObjects::bar(share * longestBar, 0.6 * style.em, groupTone(group.color, group.position), chars));
        flow.text(u"\u2002"_s + QString::number(group.cases.size()), chars);
    }
    flow.endTable(table);
    if (shown < plan.groups.size())
        facts.line(ReportWords::tr("and %1 more groups").arg(plan.groups.size() - shown), 0);
}

QString caseCount(const BriefingPlan &plan)
{
    const auto cases = static_cast<int>(plan.cases.size());
    if (cases == plan.corpusSize)
        return cases == 1 ? ReportWords::tr("1, all that the corpus holds")
                          : ReportWords::tr("%1, all that the corpus holds").arg(cases);
    return ReportWords::tr("%1 of %2 in the corpus").arg(cases).arg(plan.corpusSize);
}

QString corpusState(const Schema &schema, const BriefingPlan &plan)
{
    QStringList parts = {schema.name,
                         plan.corpusSize == 1 ? ReportWords::tr("1 case study")
                                              : ReportWords::tr("%1 case studies").arg(plan.corpusSize)};
    if (plan.newestReview.isValid())
        parts.append(ReportWords::tr("newest review on %1").arg(dateInWords(plan.newestReview)));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void appendOmitted(TextFlow &flow, FactTable &facts, const BriefingPlan &plan)
{
    const TypeStyle &style = flow.style();
    QTextCharFormat why = facts.chars();
    why.setForeground(style.muted);
    qreal gap = 0;
    const qsizetype shown = plan.omitted.size() > mostOmitted + 1 ? mostOmitted : plan.omitted.size();
    for (const OmittedCase &omitted : plan.omitted.first(shown)) {
        flow.beginBlock(gap, style.blockFormat(why.font()), facts.chars());
        flow.text(omitted.name, facts.chars());
        flow.text(u"\u2002"_s + omitted.path + u": " + omitted.reason, why);
        gap = 0.3 * style.em;
    }
    if (shown < plan.omitted.size())
        facts.line(ReportWords::tr("and %1 more").arg(plan.omitted.size() - shown), gap);
}

} // namespace

void appendTitlePage(TextFlow &flow, const BriefingOptions &options, const Schema &schema, const BriefingPlan &plan,
                     const QImage &logo)
{
    InlineObjects::install(flow.document());
    if (!logo.isNull())
        appendLogo(flow, logo);
    appendTitle(flow, options, schema);
    FactTable facts(flow);
    facts.add(ReportWords::tr("Cases"), [&] {
        facts.line(caseCount(plan), 0);
        if (plan.showsGroups())
            appendCounts(flow, facts, plan);
    });
    facts.addText(ReportWords::tr("Selection"),
                  options.selection.isEmpty() ? ReportWords::tr("All cases") : options.selection);
    if (!options.query.isEmpty()) {
        facts.add(ReportWords::tr("As a query"), [&] {
            QTextCharFormat chars = facts.chars();
            chars.setFont(flow.style().mono);
            flow.beginBlock(0, flow.style().blockFormat(chars.font()), chars);
            flow.text(options.query, chars);
        });
    }
    if (schema.isComputed(evidenceField)) {
        facts.add(ReportWords::tr("Evidence"),
                  [&] { appendEvidenceLegend(flow, facts.chars(), plan, schema, options.date); });
    }
    facts.addText(ReportWords::tr("Corpus"), corpusState(schema, plan));
    facts.addText(ReportWords::tr("Date"), dateInWords(options.date));
    if (!plan.omitted.isEmpty())
        facts.add(ReportWords::tr("Left out"), [&] { appendOmitted(flow, facts, plan); });
    facts.append(3 * flow.style().em);
}

} // namespace casebook
