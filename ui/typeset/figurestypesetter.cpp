#include "ui/typeset/casecontext.h"
#include "ui/typeset/cellformat.h"
#include "ui/typeset/inlineobjects.h"
#include "ui/typeset/words.h"

#include <QLocale>
#include <QTextTable>

#include <algorithm>
#include <cmath>
#include <optional>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal longestBar = 0.46; // of the text's width; what is right of it is for the number

/// What a bar can show: a number that is not negative.
std::optional<double> quantity(const Value &value)
{
    bool isNumber = value.isNumber();
    const double number = isNumber ? value.toNumber() : value.toText().toDouble(&isNumber);
    return isNumber && std::isfinite(number) && number >= 0 ? std::optional(number) : std::nullopt;
}

QString withUnit(const Value &value, const QString &unit)
{
    return unit.isEmpty() ? numberInWords(value) : QString(numberInWords(value) + u'\u00a0' + unit);
}

QString rounded(double number)
{
    return QLocale(QLocale::English)
        .toString(number, 'f', number < 10 && std::round(number * 10) != std::round(number) * 10 ? 1 : 0);
}

/// How the value changed, as plain arithmetic tells: "×10", "÷2.5", "+25 %", "−40 %".
QString change(double before, double after)
{
    if (before <= 0 || after <= 0 || before == after)
        return {};
    if (after >= 2 * before)
        return u'×' + rounded(after / before);
    if (before >= 2 * after)
        return u'÷' + rounded(before / after);
    const double percent = std::abs(after - before) / before * 100;
    return (after > before ? u'+' : u'−') + rounded(percent) + u"\u00a0%";
}

class FigureTypesetter {
public:
    FigureTypesetter(CaseContext &context, const Figure &figure)
        : m_context(context), m_figure(figure), m_before(quantity(figure.before)), m_after(quantity(figure.after))
    {
    }

    void append(qreal gap, const QString &more)
    {
        const TypeStyle &style = m_context.style();
        m_context.flow.beginParagraph(gap);
        m_context.flow.text(m_figure.what, style.bodyFormat());
        m_context.sourceMark(m_figure.source, style.bodyFormat());
        if (!more.isEmpty())
            m_context.flow.text(u"\u2002"_s + more, style.mutedFormat());
        appendRows();
    }

private:
    void appendRows()
    {
        if (m_figure.before.isEmpty() && m_figure.after.isEmpty())
            return;
        const bool both = !m_figure.before.isEmpty() && !m_figure.after.isEmpty();
        QTextTableFormat format = plainTable({}, CellEdges::None);
        format.setColumnWidthConstraints({QTextLength(QTextLength::FixedLength, 4.4 * m_context.em()), QTextLength()});
        QTextTable *table = m_context.flow.beginTable(0.25 * m_context.em(), both ? 2 : 1, 2, format);
        int row = 0;
        if (!m_figure.before.isEmpty())
            appendRow(table, row++, Words::tr("before"), m_figure.before, m_before, m_context.style().quoteRule);
        if (!m_figure.after.isEmpty())
            appendRow(table, row, both ? Words::tr("after") : QString(), m_figure.after, m_after, m_context.accent);
        m_context.flow.endTable(table);
    }

    void appendRow(QTextTable *table, int row, const QString &name, const Value &value, std::optional<double> number,
                   const QColor &color)
    {
        const TypeStyle &style = m_context.style();
        TextFlow &flow = m_context.flow;
        const QTextCharFormat muted = style.mutedFormat();
        const bool isAfter = row + 1 == table->rows();
        QTextCharFormat chars = muted;
        chars.setForeground(style.text);
        if (isAfter)
            chars.setFontWeight(QFont::Bold);
        if (name.isEmpty())
            table->mergeCells(row, 0, 1, 2);
        flow.enterCell(table, row, 0);
        flow.beginBlock(0, style.blockFormat(muted.font()), muted);
        flow.text(name, muted);
        if (!name.isEmpty()) {
            flow.enterCell(table, row, 1);
            flow.beginBlock(0, style.blockFormat(muted.font()), muted);
        }
        if (const double longest = std::max(m_before.value_or(0), m_after.value_or(0));
            number && m_before && m_after && longest > 0) {
            flow.text(QString(QChar::ObjectReplacementCharacter),
                      InlineObjects::bar(*number / longest * longestBar, 0.62 * m_context.em(), color, chars));
            flow.text(u"\u2002"_s, chars);
        }
        flow.text(withUnit(value, m_figure.unit), chars);
        if (const QString words = isAfter && m_before && m_after ? change(*m_before, *m_after) : QString();
            !words.isEmpty())
            flow.text(u"\u2002"_s + words, muted);
    }

    CaseContext &m_context;
    const Figure &m_figure;
    std::optional<double> m_before;
    std::optional<double> m_after;
};

} // namespace

void appendFigures(CaseContext &context)
{
    const Value &value = context.roleValue(role::figures);
    const QList<Figure> figures = figuresOf(context.study, context.schema);
    qreal gap = 0.45 * context.em();
    bool first = true;
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const Figure &figure = figures.at(i);
        const Value &record = value.isMap() ? value : value.items().at(static_cast<size_t>(i));
        if (!record.isMap())
            continue;
        if (std::exchange(first, false)) {
            InlineObjects::install(context.flow.document());
            context.heading(context.schema.fieldLabel(context.schema.fieldOf(role::figures)));
            context.markShown(role::figures);
        }
        FigureTypesetter(context, figure)
            .append(gap,
                    context.otherParts(role::figures, record,
                                       {u"what"_s, u"before"_s, u"after"_s, u"unit"_s, u"source"_s}));
        gap = context.em();
    }
}

} // namespace casebook
