#include "ui/typeset/casecontext.h"
#include "ui/typeset/cellformat.h"
#include "ui/typeset/words.h"

#include <QTextTable>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ClaimOfCase {
    Claim claim;
    int number;   ///< from 1, as the file has them
    QString more; ///< parts of the record that the program has no meaning for
};

/// One column: the claims of one side.
struct Side {
    QString value;
    QString label;
    QColor tone;
    QList<ClaimOfCase> claims;
};

/// The two sides that the schema's vocabulary names first, or "for" and "against".
QList<Side> sidesOf(const CaseContext &context)
{
    QList<Side> sides = {{u"for"_s, Words::tr("For"), context.style().forTone, {}},
                         {u"against"_s, Words::tr("Against"), context.style().againstTone, {}}};
    const QString path = context.schema.fieldOf(role::claims) + u'.' + context.schema.partOf(role::claims, u"side");
    const Field *field = context.schema.field(path);
    for (qsizetype i = 0; field && field->vocabulary.size() >= 2 && i < 2; ++i) {
        sides[i].value = field->vocabulary.at(i).id;
        sides[i].label = field->vocabulary.at(i).label;
    }
    return sides;
}

QList<ClaimOfCase> claimsWithMore(const CaseContext &context)
{
    const Value &value = context.roleValue(role::claims);
    const QList<Claim> claims = claimsOf(context.study, context.schema);
    QList<ClaimOfCase> all;
    for (qsizetype i = 0; i < claims.size(); ++i) {
        const Value &record = value.isMap() ? value : value.items().at(static_cast<size_t>(i));
        const QString more =
            context.otherParts(role::claims, record, {u"side"_s, u"reason"_s, u"text"_s, u"source"_s, u"figure"_s});
        if (!claims.at(i).reason.isEmpty() || !claims.at(i).text.isEmpty() || !more.isEmpty())
            all.append({claims.at(i), static_cast<int>(i) + 1, more});
    }
    return all;
}

void appendClaim(CaseContext &context, const ClaimOfCase &item, qreal gap)
{
    const TypeStyle &style = context.style();
    TextFlow &flow = context.flow;
    const QString path = context.schema.fieldOf(role::claims) + u'.' + context.schema.partOf(role::claims, u"reason");
    const QTextCharFormat label = style.labelFormat(style.text);
    const QTextCharFormat body = style.bodyFormat();
    QTextCharFormat last = label;
    if (!item.claim.reason.isEmpty()) {
        flow.beginBlock(gap, style.blockFormat(label.font()), label);
        flow.text(context.schema.valueLabel(path, item.claim.reason), label);
        if (context.evidence) {
            flow.text(u"\u2002"_s, label);
            context.evidenceMark(item.number, style.mutedFormat());
        }
        gap = 0;
    }
    if (!item.claim.text.isEmpty() || item.claim.reason.isEmpty()) {
        flow.beginParagraph(gap);
        flow.text(item.claim.text.simplified(), body);
        last = body;
    }
    context.sourceMark(item.claim.source, last);
    if (context.evidence && item.claim.reason.isEmpty()) {
        flow.text(u"\u2002"_s, last);
        context.evidenceMark(item.number, style.mutedFormat());
    }
    const TextNote note = context.options.noteOfClaim ? context.options.noteOfClaim(item.number) : TextNote();
    if (!note.text.isEmpty()) {
        flow.beginBlock(0, style.blockFormat(style.mutedFormat().font()), style.mutedFormat());
        flow.text(note.text, noteFormat(note, style));
    }
    if (item.more.isEmpty())
        return;
    flow.beginBlock(0, style.blockFormat(style.mutedFormat().font()), style.mutedFormat());
    flow.text(item.more, style.mutedFormat());
}

/// What stands above the claims of a side, in the first row of its column.
void appendSideHead(CaseContext &context, QTextTable *table, int column, const Side &side)
{
    const TypeStyle &style = context.style();
    TextFlow &flow = context.flow;
    table->cellAt(0, column).setFormat(CellFormat().padding(0, 0.5 * context.em(), 0, 0).edge(Edge::Top, 3, side.tone));
    flow.enterCell(table, 0, column);
    QTextCharFormat head = style.labelFormat(side.tone);
    head.setFontPointSize(style.heading.pointSizeF() * 1.05);
    QTextBlockFormat block = style.blockFormat(head.font());
    block.setHeadingLevel(std::clamp(2 + context.options.headingOffset, 1, 6));
    flow.beginBlock(0, block, head);
    flow.text(side.label, head);
    if (!side.claims.isEmpty())
        flow.text(u"\u2002"_s + QString::number(side.claims.size()), style.mutedFormat());
}

void appendNoClaims(CaseContext &context, const Side &side, qreal gap)
{
    const TypeStyle &style = context.style();
    context.flow.beginBlock(gap, style.blockFormat(style.mutedFormat().font()), style.mutedFormat());
    context.flow.text(Words::tr("No argument %1 is recorded.").arg(side.label.toLower()), style.mutedFormat());
}

constexpr qreal gapAboveFirst = 0.45; // em
constexpr qreal gapAboveNext = 0.85;

void appendSide(CaseContext &context, QTextTable *table, int column, const Side &side)
{
    appendSideHead(context, table, column, side);
    if (side.claims.isEmpty())
        appendNoClaims(context, side, gapAboveFirst * context.em());
    qreal gap = gapAboveFirst * context.em();
    for (const ClaimOfCase &claim : side.claims) {
        appendClaim(context, claim, gap);
        gap = gapAboveNext * context.em();
    }
}

/// A column whose claims have a row each: a page can end between two rows, where it could not in two long cells, whose
/// lines stand at different heights.
void appendSideInRows(CaseContext &context, QTextTable *table, int column, const Side &side)
{
    appendSideHead(context, table, column, side);
    for (int row = 1; row < table->rows(); ++row) {
        const qreal gap = (row == 1 ? gapAboveFirst : gapAboveNext) * context.em() * context.style().gaps;
        table->cellAt(row, column).setFormat(CellFormat().padding(0, gap, 0, 0));
        context.flow.enterCell(table, row, column);
        if (row <= side.claims.size())
            appendClaim(context, side.claims.at(row - 1), 0);
        else if (row == 1)
            appendNoClaims(context, side, 0);
    }
}

/// Whether two columns would be too narrow to be read: about 20 characters each.
bool isNarrow(const CaseContext &context)
{
    constexpr qreal narrowest = 25; // em
    const qreal width = context.flow.document()->textWidth();
    return width > 0 && width < narrowest * context.em();
}

void appendSidesBelowEachOther(CaseContext &context, const QList<Side> &sides)
{
    for (const Side &side : sides) {
        QTextTable *table = context.flow.beginTable(1.5 * context.em(), 1, 1, plainTable({100}));
        appendSide(context, table, 0, side);
        context.flow.endTable(table);
    }
}

qsizetype lengthOf(const Side &side)
{
    qsizetype length = 0;
    for (const ClaimOfCase &item : side.claims)
        length += item.claim.text.size() + item.more.size() + 40; // and its reason
    return length;
}

/// Two equal columns and the space between; a side that has nothing to say needs less room, and so does one on paper
/// that has little to say beside the other.
QList<qreal> columnsFor(const QList<Side> &sides, bool paper)
{
    constexpr qsizetype muchMore = 3;
    constexpr qreal space = 5;
    const qsizetype first = lengthOf(sides.at(0));
    const qsizetype second = lengthOf(sides.at(1));
    const auto sized = [](qreal narrow, bool firstIsNarrow) {
        const qreal wide = 100 - space - narrow;
        return firstIsNarrow ? QList<qreal>{narrow, space, wide} : QList<qreal>{wide, space, narrow};
    };
    if (first == 0 || second == 0)
        return sized(paper ? 27 : 32, first == 0);
    if (paper && std::max(first, second) > muchMore * std::min(first, second))
        return sized(36, first < second);
    return sized((100 - space) / 2, true);
}

} // namespace

void appendClaims(CaseContext &context)
{
    const QList<ClaimOfCase> claims = claimsWithMore(context);
    if (claims.isEmpty())
        return;
    context.markShown(role::claims);
    QList<Side> sides = sidesOf(context);
    QList<ClaimOfCase> others;
    for (const ClaimOfCase &item : claims) {
        const auto side =
            std::find_if(sides.begin(), sides.end(), [&](const Side &one) { return one.value == item.claim.side; });
        (side == sides.end() ? others : side->claims).append(item);
    }
    if (isNarrow(context)) {
        appendSidesBelowEachOther(context, sides);
    } else {
        const bool inRows = context.style().paper;
        const auto claimRows = static_cast<int>(std::max(sides.at(0).claims.size(), sides.at(1).claims.size()));
        const int rows = inRows ? 1 + std::max(1, claimRows) : 1;
        const auto append = inRows ? appendSideInRows : appendSide;
        QTextTable *table = context.flow.beginTable(1.5 * context.em(), rows, 3, plainTable(columnsFor(sides, inRows)));
        append(context, table, 0, sides.at(0));
        append(context, table, 2, sides.at(1));
        context.flow.endTable(table);
    }
    if (others.isEmpty())
        return;
    context.flow.beginBlock(1.2 * context.em(), context.style().blockFormat(context.style().heading),
                            context.style().labelFormat(context.style().muted));
    context.flow.text(Words::tr("On neither side"), context.style().labelFormat(context.style().muted));
    for (const ClaimOfCase &item : others)
        appendClaim(context, item, 0.6 * context.em());
}

} // namespace casebook
