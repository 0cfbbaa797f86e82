#include "ui/report/grouppage.h"

#include "ui/report/grouptone.h"
#include "ui/report/reportwords.h"
#include "ui/typeset/casetypesetter.h"
#include "ui/typeset/cellformat.h"

#include <QTextTable>

#include <algorithm>
#include <functional>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct OverviewColumn {
    QString label;
    qreal share = 0; ///< percent of the width
    bool isNumber = false;
    std::function<QString(const CaseStudy &)> text;
};

QString fromTo(const CaseStudy &study, const Schema &schema)
{
    const QString from = roleText(study, schema, role::from);
    const QString to = roleText(study, schema, role::to);
    if (from.isEmpty() || to.isEmpty())
        return from + to;
    return from + u" → " + to;
}

/// The values of the sides, in the order of their vocabulary.
QStringList sidesOf(const Schema &schema)
{
    const QString path = schema.fieldOf(role::claims) + u'.' + schema.partOf(role::claims, u"side");
    QStringList sides;
    if (const Field *field = schema.field(path)) {
        for (const Term &term : field->vocabulary)
            sides.append(term.id);
    }
    return sides.size() >= 2 ? sides.mid(0, 2) : QStringList{u"for"_s, u"against"_s};
}

QString countOf(const CaseStudy &study, const Schema &schema, const QString &side)
{
    const QList<Claim> claims = claimsOf(study, schema);
    const auto count =
        std::count_if(claims.begin(), claims.end(), [&](const Claim &claim) { return claim.side == side; });
    return count > 0 ? QString::number(count) : u"–"_s;
}

/// The columns that the schema has something for, in shares that add up to 100.
QList<OverviewColumn> columnsOf(const Schema &schema)
{
    QList<OverviewColumn> columns;
    if (!schema.fieldOf(role::from).isEmpty() || !schema.fieldOf(role::to).isEmpty())
        columns.append(
            {ReportWords::tr("From → to"), 27, false, [&](const CaseStudy &study) { return fromTo(study, schema); }});
    if (const Field *year = schema.roleField(role::year))
        columns.append({year->label, 9, true, [&](const CaseStudy &study) {
                            const int number = yearOf(study, schema);
                            return number > 0 ? QString::number(number) : QString();
                        }});
    if (const Field *claims = schema.roleField(role::claims)) {
        const QString path = claims->id + u'.' + schema.partOf(role::claims, u"side");
        for (const QString &side : sidesOf(schema)) {
            columns.append({labelFromId(schema.valueLabel(path, side)), 10, true,
                            [&schema, side](const CaseStudy &study) { return countOf(study, schema, side); }});
        }
    }
    qreal rest = 100;
    for (const OverviewColumn &column : columns)
        rest -= column.share;
    columns.prepend(
        {ReportWords::tr("Case"), rest, false, [&](const CaseStudy &study) { return caseName(study, schema); }});
    return columns;
}

class Overview {
public:
    Overview(TextFlow &flow, const QColor &tone, const Schema &schema)
        : m_flow(flow), m_tone(tone), m_columns(columnsOf(schema))
    {
        m_text = flow.style().mutedFormat();
        m_text.setForeground(flow.style().text);
        m_head = flow.style().labelFormat(flow.style().muted);
    }

    void append(const BriefingGroup &group, const BriefingPlan &plan, int first, int count)
    {
        QList<qreal> shares;
        for (const OverviewColumn &column : m_columns)
            shares.append(column.share);
        QTextTableFormat format = plainTable(shares);
        format.setHeaderRowCount(1);
        QTextTable *table =
            m_flow.beginTable(2 * m_flow.style().em, count + 1, static_cast<int>(m_columns.size()), format);
        for (int column = 0; column < table->columns(); ++column)
            appendCell(table, 0, column, m_columns.at(column).label, m_head);
        for (int row = 0; row < count; ++row) {
            const auto number = static_cast<size_t>(group.cases.at(static_cast<size_t>(first + row)));
            appendCase(table, row + 1, *plan.cases.at(number));
        }
        m_flow.endTable(table);
    }

private:
    void appendCase(QTextTable *table, int row, const CaseStudy &study)
    {
        for (int column = 0; column < table->columns(); ++column) {
            QTextCharFormat chars = m_text;
            if (column == 0) {
                chars.setAnchor(true);
                chars.setAnchorHref(caseLink(study.id));
            }
            appendCell(table, row, column, m_columns.at(column).text(study), chars);
        }
    }

    void appendCell(QTextTable *table, int row, int column, const QString &text, const QTextCharFormat &chars)
    {
        const TypeStyle &style = m_flow.style();
        CellFormat look;
        look.padding(0, 0.35 * style.em, column + 1 < table->columns() ? 0.6 * style.em : 0, 0.3 * style.em);
        if (row == 0)
            look.edge(Edge::Top, 2, m_tone).alignment(QTextCharFormat::AlignBottom);
        look.edge(Edge::Bottom, 0.7, row == 0 ? style.quoteRule : style.rule);
        table->cellAt(row, column).setFormat(look);
        m_flow.enterCell(table, row, column);
        QTextBlockFormat block = style.blockFormat(chars.font());
        if (m_columns.at(column).isNumber)
            block.setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
        m_flow.beginBlock(0, block, chars);
        m_flow.text(text, chars);
    }

    TextFlow &m_flow;
    QColor m_tone;
    QList<OverviewColumn> m_columns;
    QTextCharFormat m_text;
    QTextCharFormat m_head;
};

void appendOpening(TextFlow &flow, const BriefingGroup &group, const QColor &tone)
{
    const TypeStyle &style = flow.style();
    QTextCharFormat title = style.headingFormat(1);
    title.setFontPointSize(style.heading.pointSizeF() * 2.3);
    title.setForeground(tone);
    QTextBlockFormat block = style.blockFormat(title.font());
    block.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
    block.setHeadingLevel(1);
    flow.beginBlock(0, block, title);
    flow.text(group.label.isEmpty() ? ReportWords::tr("(none)") : group.label, title);
    if (!group.description.isEmpty()) {
        QTextCharFormat lead = style.bodyFormat();
        lead.setFontPointSize(style.body.pointSizeF() * 1.15);
        flow.beginBlock(0.7 * style.em, style.blockFormat(lead.font()), lead);
        flow.text(group.description.simplified(), lead);
    }
}

} // namespace

void appendGroupPage(TextFlow &flow, const BriefingGroup &group, const BriefingPlan &plan, const Schema &schema,
                     int first, int count)
{
    const QColor tone = groupTone(group.color, group.position);
    if (first == 0)
        appendOpening(flow, group, tone);
    Overview(flow, tone, schema).append(group, plan, first, count);
}

} // namespace casebook
