#include "core/markdown/link.h"
#include "core/sources/copywords.h"
#include "core/sources/linkwords.h"
#include "ui/typeset/casecontext.h"
#include "ui/typeset/cellformat.h"
#include "ui/typeset/inlinetypesetter.h"

#include <QTextTable>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// "blog.example · 2025 · Engineering blog · First-party"
QString describe(const CaseContext &context, const Source &source, const QString &more)
{
    const auto label = [&](QStringView part, const QString &value) {
        return context.schema.valueLabel(
            QString(context.schema.fieldOf(role::sources) + u'.' + context.schema.partOf(role::sources, part)), value);
    };
    const QString host = linkHost(source.url);
    QStringList words = {host.isEmpty() && source.url != source.title ? source.url : host,
                         source.year > 0 ? QString::number(source.year) : QString(), label(u"kind", source.kind),
                         label(u"relation", source.relation), more,
                         // On a screen it is a link, which whoever shows the case adds.
                         context.options.facts && context.flow.style().paper
                             ? copyInDocument(context.options.facts, source.url)
                             : QString()};
    words.removeAll(QString());
    return words.join(u" \u00b7 "_s);
}

/// What became of the link when it was last checked; nothing where it never was.
void appendLinkState(CaseContext &context, const LinkRecord &link, bool behindWords)
{
    if (link.state == LinkState::Unchecked)
        return;
    const TypeStyle &style = context.style();
    QTextCharFormat format = style.mutedFormat();
    if (link.state == LinkState::Dead || link.state == LinkState::Doubtful)
        format.setForeground(style.warning);
    if (behindWords)
        context.flow.text(u" \u00b7 "_s, style.mutedFormat());
    context.flow.text(style.paper ? linkInDocument(link) : linkOnScreen(link, QDate::currentDate()), format);
}

void appendSource(CaseContext &context, QTextTable *table, int row, const Source &source, const QString &more)
{
    const TypeStyle &style = context.style();
    TextFlow &flow = context.flow;
    const qreal above = row > 0 ? 0.6 * context.em() * style.gaps : 0;
    table->cellAt(row, 0).setFormat(CellFormat().padding(0, above, 0, 0));
    table->cellAt(row, 1).setFormat(CellFormat().padding(0, above, 0, 0));

    flow.enterCell(table, row, 0);
    QTextCharFormat number = style.bodyFormat();
    number.setForeground(style.muted);
    flow.beginBlock(0, style.blockFormat(style.body), number);
    number.setAnchor(true);
    number.setAnchorNames({context.anchorOf(row + 1)});
    flow.text(QString::number(row + 1) + u'.', number);

    flow.enterCell(table, row, 1);
    flow.beginParagraph(0);
    const QString title = source.title.isEmpty() ? source.url : source.title;
    const bool opens = linkKind(source.url) == LinkKind::External;
    flow.text(title.simplified(),
              opens ? asLink(style.bodyFormat(), QString::fromLatin1(encodedLink(source.url)), style)
                    : style.bodyFormat());
    const QString words = describe(context, source, more);
    const LinkRecord link = linkOf(context.options.facts, source.url);
    if (words.isEmpty() && link.state == LinkState::Unchecked)
        return;
    flow.beginBlock(0, style.blockFormat(style.mutedFormat().font()), style.mutedFormat());
    flow.text(words, style.mutedFormat());
    appendLinkState(context, link, !words.isEmpty());
    if (!context.options.referenceOf)
        return;
    const auto [reference, address] = context.options.referenceOf(source);
    if (reference.isEmpty())
        return;
    flow.text(u" \u00b7 "_s, style.mutedFormat());
    flow.text(reference, asLink(style.mutedFormat(), address, style));
}

} // namespace

void appendSources(CaseContext &context)
{
    const QList<Source> sources = sourcesOf(context.study, context.schema);
    if (sources.isEmpty())
        return;
    context.markShown(role::sources);
    context.heading(context.schema.fieldLabel(context.schema.fieldOf(role::sources)));
    const Value &value = context.roleValue(role::sources);
    QTextTableFormat format = plainTable({}, CellEdges::None);
    const qreal numbers = (0.9 + 0.55 * static_cast<qreal>(QString::number(sources.size()).size())) * context.em();
    format.setColumnWidthConstraints({QTextLength(QTextLength::FixedLength, numbers), QTextLength()});
    QTextTable *table = context.flow.beginTable(0.5 * context.em(), static_cast<int>(sources.size()), 2, format);
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const Value &record = value.isMap() ? value : value.items().at(static_cast<size_t>(i));
        const QString more =
            context.otherParts(role::sources, record, {u"title"_s, u"url"_s, u"year"_s, u"kind"_s, u"relation"_s});
        appendSource(context, table, static_cast<int>(i), sources.at(i), more);
    }
    context.flow.endTable(table);
}

namespace {

void appendRelatedCase(CaseContext &context, const QString &id)
{
    const TypeStyle &style = context.style();
    QString title = context.options.titleOfCase ? context.options.titleOfCase(id) : QString();
    title.replace(u" \u00b7 "_s, u"\u00a0\u00b7 "_s); // a line does not begin with the dot
    if (title.isEmpty())
        context.flow.text(id, style.bodyFormat());
    else
        context.flow.text(title, asLink(style.bodyFormat(), caseLink(id), style));
}

} // namespace

void appendRelated(CaseContext &context)
{
    const QStringList ids = roleTexts(context.study, context.schema, role::related);
    if (ids.isEmpty())
        return;
    context.markShown(role::related);
    context.heading(context.schema.fieldLabel(context.schema.fieldOf(role::related)));
    const TypeStyle &style = context.style();
    for (qsizetype i = 0; i < ids.size(); ++i) {
        // On a screen a line for each is easier to hit; on paper, where lines are dear, one paragraph holds them all.
        if (i == 0 || !style.paper)
            context.flow.beginParagraph((i == 0 ? 0.5 : 0.1) * context.em());
        else
            context.flow.text(u"; "_s, style.bodyFormat());
        appendRelatedCase(context, ids.at(i));
    }
}

} // namespace casebook
