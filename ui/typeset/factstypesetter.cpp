#include "core/markdown/link.h"
#include "ui/typeset/casecontext.h"
#include "ui/typeset/cellformat.h"
#include "ui/typeset/inlinetypesetter.h"

#include <QTextTable>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct Fact {
    QString field;
    const Value *value;
};

/// Fields of the schema in its order, then the keys that it does not know, in the order of the file.
QList<Fact> factsToShow(const CaseContext &context)
{
    QList<Fact> facts;
    QSet<QString> listed = context.shown;
    const auto add = [&](const QString &field, const Value &value) {
        if (listed.contains(field) || value.isEmpty())
            return;
        listed.insert(field);
        facts.append({field, &value});
    };
    for (const Field &field : context.schema.fields)
        add(field.id, context.study.fields[field.id]);
    for (const auto &[key, value] : context.study.fields.entries())
        add(key, value);
    return facts;
}

void appendTags(CaseContext &context, const QStringList &tags)
{
    QTextCharFormat chip = context.style().mutedFormat();
    chip.setBackground(context.style().codeTint);
    chip.setForeground(context.style().text);
    for (const QString &tag : tags) {
        context.flow.text(u"\u00a0"_s + tag + u"\u00a0"_s, chip);
        context.flow.text(u"  "_s, context.style().mutedFormat());
    }
}

void appendValue(CaseContext &context, const Fact &fact, const QTextCharFormat &chars)
{
    const QStringList texts = fact.value->toTexts();
    if (fact.field == context.schema.fieldOf(role::tags))
        return appendTags(context, texts);
    const bool isAddress = fact.value->isScalar() && linkKind(fact.value->toText()) == LinkKind::External;
    if (isAddress)
        context.flow.text(texts.first(),
                          asLink(chars, QString::fromLatin1(encodedLink(texts.first())), context.style()));
    else
        context.flow.text(valueInWords(context.schema, fact.field, *fact.value), chars);
}

void appendFact(CaseContext &context, QTextTable *table, int row, const Fact &fact)
{
    const TypeStyle &style = context.style();
    TextFlow &flow = context.flow;
    const QTextCharFormat label = style.mutedFormat();
    QTextCharFormat chars = label;
    chars.setForeground(style.text);
    CellFormat look;
    look.padding(0, 0.32 * context.em(), context.em(), 0.26 * context.em()).edge(Edge::Bottom, 1, style.rule);
    if (row == 0)
        look.edge(Edge::Top, 1, style.rule);
    for (int column : {0, 1}) {
        table->cellAt(row, column).setFormat(look);
        flow.enterCell(table, row, column);
        flow.beginBlock(0, style.blockFormat(label.font()), column == 0 ? label : chars);
        if (column == 0)
            flow.text(context.schema.fieldLabel(fact.field), label);
        else
            appendValue(context, fact, chars);
    }
}

} // namespace

void appendFacts(CaseContext &context)
{
    const QList<Fact> facts = factsToShow(context);
    if (facts.isEmpty())
        return;
    QTextTable *table =
        context.flow.beginTable(1.6 * context.em(), static_cast<int>(facts.size()), 2, plainTable({26, 74}));
    for (qsizetype i = 0; i < facts.size(); ++i)
        appendFact(context, table, static_cast<int>(i), facts.at(i));
    context.flow.endTable(table);
}

} // namespace casebook
