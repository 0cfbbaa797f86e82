#include "ui/typeset/casecontext.h"
#include "ui/typeset/cellformat.h"
#include "ui/typeset/inlinetypesetter.h"
#include "ui/typeset/words.h"

#include <QTextTable>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostProblems = 20; // there is a list of all of them elsewhere

/// The label of the case's group, small and in the group's colour.
void appendGroup(CaseContext &context)
{
    const QStringList values = roleTexts(context.study, context.schema, role::group);
    const Group *group = values.isEmpty() ? nullptr : context.schema.group(values.first());
    if (!group)
        return;
    context.markShown(role::group);
    const TypeStyle &style = context.style();
    const QTextCharFormat chars = style.labelFormat(context.accent);
    context.flow.beginBlock(0, style.blockFormat(chars.font()), chars);
    context.flow.text(group->label.isEmpty() ? group->value : group->label, chars);
}

void appendTitle(CaseContext &context)
{
    const TypeStyle &style = context.style();
    const int level = std::clamp(1 + context.options.headingOffset, 1, 6);
    QTextCharFormat chars = style.headingFormat(level);
    QTextBlockFormat block = style.blockFormat(chars.font());
    block.setHeadingLevel(level);
    context.flow.beginBlock(0.1 * context.em(), block, chars);
    context.flow.text(context.study.title.simplified(), chars);
    context.markShown(role::title);
}

void appendOrganization(CaseContext &context)
{
    const QString organization = roleText(context.study, context.schema, role::organization);
    if (organization.isEmpty())
        return;
    context.markShown(role::organization);
    const TypeStyle &style = context.style();
    QTextCharFormat chars = style.mutedFormat();
    chars.setFontPointSize(style.body.pointSizeF() * 1.15);
    chars.setForeground(style.text);
    context.flow.beginBlock(0.05 * context.em(), style.blockFormat(chars.font()), chars);
    context.flow.text(organization, chars);
}

QString fromTo(const CaseContext &context)
{
    const QString from = roleText(context.study, context.schema, role::from);
    const QString to = roleText(context.study, context.schema, role::to);
    if (from.isEmpty() || to.isEmpty())
        return from.isEmpty() ? to : Words::tr("from %1").arg(from);
    return from + u" → " + to;
}

QString labelled(const CaseContext &context, QStringView roleName)
{
    QStringList labels;
    for (const QString &value : roleTexts(context.study, context.schema, roleName))
        labels.append(context.schema.valueLabel(context.schema.fieldOf(roleName), value));
    return labels.join(u", "_s);
}

/// "2 people, 4 months": the label behind its number, as one says it; before it where that would not read well.
QString effort(const CaseContext &context)
{
    const Value &value = context.roleValue(role::effort);
    const QString field = context.schema.fieldOf(role::effort);
    if (!value.isMap())
        return valueInWords(context.schema, field, value);
    QStringList parts;
    for (const auto &[key, part] : value.entries()) {
        if (part.isEmpty())
            continue;
        const QString label = context.schema.fieldLabel(QString(field + u'.' + key)).toLower();
        const bool counts = part.isNumber() && part.toNumber() != 1;
        const QString words =
            part.isNumber() ? numberInWords(part) : valueInWords(context.schema, field + u'.' + key, part);
        parts.append(counts ? QString(words + u' ' + label) : QString(label + u": " + words));
    }
    return parts.join(u", "_s);
}

/// "Go → Rust · 2020 · In production · Communications · 2 people · First-hand, dated"
void appendFactsLine(CaseContext &context)
{
    QStringList facts = {fromTo(context), roleText(context.study, context.schema, role::year),
                         labelled(context, role::stage), labelled(context, role::industry), effort(context)};
    facts.removeAll(QString());
    for (QStringView name : {role::from, role::to, role::year, role::stage, role::industry, role::effort}) {
        const Value &value = context.roleValue(name);
        if (!value.toTexts().isEmpty() || QStringView(name) == role::effort)
            context.markShown(name);
    }
    if (facts.isEmpty() && !context.evidence)
        return;
    const TypeStyle &style = context.style();
    const QTextCharFormat chars = style.mutedFormat();
    context.flow.beginBlock(0.35 * context.em(), style.blockFormat(chars.font()), chars);
    if (context.evidence)
        facts.append(QString());
    context.flow.text(facts.join(u" \u00b7 "_s), chars);
    if (context.evidence)
        context.evidenceMark(0, chars);
}

void appendProblem(CaseContext &context, const Problem &problem, const QTextCharFormat &chars)
{
    const TypeStyle &style = context.style();
    TextFlow &flow = context.flow;
    flow.beginBlock(0.25 * context.em(), style.blockFormat(chars.font()), chars);
    const QString severity = problem.severity == Severity::Error ? Words::tr("Error") : Words::tr("Warning");
    QTextCharFormat label = style.labelFormat(style.warning);
    if (problem.line > 0) {
        label = asLink(label, problemLinkPrefix + QString::number(problem.line), style);
        label.setForeground(style.warning);
    }
    flow.text(problem.line > 0 ? Words::tr("%1, line %2").arg(severity).arg(problem.line) : severity, label);
    flow.text(u"\u2002"_s + problem.message, chars);
}

} // namespace

void appendCaseHeader(CaseContext &context)
{
    appendGroup(context);
    appendTitle(context);
    appendOrganization(context);
    appendFactsLine(context);
}

void appendProblems(CaseContext &context, const Problems &problems)
{
    if (problems.isEmpty())
        return;
    const TypeStyle &style = context.style();
    TextFlow &flow = context.flow;
    QTextTable *box = flow.beginTable(1.1 * context.em(), 1, 1, plainTable({100}));
    box->cellAt(0, 0).setFormat(CellFormat()
                                    .padding(context.em(), 0.6 * context.em(), context.em(), 0.5 * context.em())
                                    .edge(Edge::Left, 3, style.warning)
                                    .background(style.warningTint));
    flow.enterCell(box, 0, 0);
    QTextCharFormat chars = style.mutedFormat();
    chars.setForeground(style.text);
    for (const Problem &problem : problems.first(std::min(problems.size(), mostProblems)))
        appendProblem(context, problem, chars);
    if (problems.size() > mostProblems) {
        flow.beginBlock(0.25 * context.em(), style.blockFormat(chars.font()), chars);
        flow.text(Words::tr("and %1 more").arg(problems.size() - mostProblems), chars);
    }
    flow.endTable(box);
}

} // namespace casebook
