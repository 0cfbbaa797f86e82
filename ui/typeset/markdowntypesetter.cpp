#include "ui/typeset/markdowntypesetter.h"

#include "ui/typeset/cellformat.h"
#include "ui/typeset/inlineobjects.h"
#include "ui/typeset/inlinetypesetter.h"
#include "ui/typeset/tabletypesetter.h"
#include "ui/typeset/words.h"

#include <QLocale>
#include <QTextTable>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// Each table inside a table doubles the work of layout; indents run off the page.
constexpr int deepestBox = 4;
constexpr int deepestIndent = 8;

// Tabs have no width of their own in a document: code gets its columns as spaces.
QString withoutTabs(const QString &code)
{
    if (!code.contains(u'\t'))
        return code;
    QString out;
    qsizetype column = 0;
    for (QChar c : code) {
        const qsizetype width = c == u'\t' ? 4 - column % 4 : 1;
        out += c == u'\t' ? QString(width, u' ') : QString(c);
        column = c == u'\n' ? 0 : column + width;
    }
    return out;
}

bool isPictureAlone(const MarkdownNode &block)
{
    return block.kind == MarkdownKind::Paragraph && block.children.size() == 1
        && block.children.front().kind == MarkdownKind::Image;
}

// What layout has to do for a block, in characters of plain text. Containers are counted by what is in them.
qsizetype costOf(const MarkdownNode &block)
{
    switch (block.kind) {
    case MarkdownKind::Paragraph:
    case MarkdownKind::Heading:
        return plainText(block).size() + 20;
    case MarkdownKind::CodeBlock:
        return block.text.size() + 60;
    case MarkdownKind::Table:
        return plainText(block).size() + 30 * block.columns.size() * static_cast<qsizetype>(block.children.size());
    case MarkdownKind::BlockQuote:
    case MarkdownKind::ThematicBreak:
        return 60;
    default:
        return 10;
    }
}

QTextTableFormat boxFormat()
{
    return plainTable({100});
}

} // namespace

MarkdownTypesetter::MarkdownTypesetter(TextFlow &flow, const MarkdownOptions &options)
    : m_flow(flow), m_options(options)
{
    InlineObjects::install(flow.document());
}

void MarkdownTypesetter::append(const MarkdownNode &document, qreal gap)
{
    m_firstGap = gap;
    appendBlocks(document.children, false);
}

void MarkdownTypesetter::appendBlocks(const std::vector<MarkdownNode> &blocks, bool tight)
{
    for (const MarkdownNode &block : blocks) {
        if (m_full)
            return;
        const qsizetype room = m_options.characterLimit - m_characters;
        m_characters += costOf(block);
        m_full = m_options.characterLimit > 0 && m_characters > m_options.characterLimit;
        if (!m_full)
            appendBlock(block, tight);
        else
            appendEnd(block, room);
    }
}

// As much as there is room for of the block that is too much, and a note.
void MarkdownTypesetter::appendEnd(const MarkdownNode &block, qsizetype room)
{
    const TypeStyle &style = m_flow.style();
    if (block.kind == MarkdownKind::CodeBlock || block.kind == MarkdownKind::Paragraph) {
        MarkdownNode part{.kind = block.kind, .line = block.line, .text = block.text.left(room)};
        if (block.kind == MarkdownKind::Paragraph)
            part.children.push_back({.kind = MarkdownKind::Text, .text = plainText(block).left(room)});
        appendBlock(part, false);
    }
    m_flow.beginBlock(style.em, style.blockFormat(style.heading), style.mutedFormat());
    m_flow.text(Words::tr("The text goes on; it is too long to be shown here in full."), style.mutedFormat());
}

void MarkdownTypesetter::appendBlock(const MarkdownNode &block, bool tight)
{
    switch (block.kind) {
    case MarkdownKind::Heading:
        return appendHeading(block);
    case MarkdownKind::BlockQuote:
        return appendQuote(block);
    case MarkdownKind::List:
        return appendList(block);
    case MarkdownKind::CodeBlock:
        return appendCode(block);
    case MarkdownKind::ThematicBreak:
        return appendRule(block);
    case MarkdownKind::Table:
        appendMarkdownTable(m_flow, m_options, block, gapAbove(0.9 * m_flow.style().em));
        return;
    default:
        return appendParagraph(block, tight);
    }
}

qreal MarkdownTypesetter::gapAbove(qreal wanted)
{
    if (m_firstGap >= 0)
        wanted = std::exchange(m_firstGap, -1.0);
    else if (m_afterHeading)
        wanted = std::min(wanted, 0.4 * m_flow.style().em);
    m_afterHeading = false;
    return wanted;
}

void MarkdownTypesetter::beginBlock(const MarkdownNode &source, qreal gap, QTextBlockFormat format,
                                    const QTextCharFormat &chars)
{
    format.setProperty(sourceLineProperty, source.line);
    if (m_marker.isEmpty()) {
        m_flow.beginBlock(gap, format, chars);
        return;
    }
    // The number ends a little before the text, which hangs from the step's edge.
    const qreal space = 0.55 * m_flow.style().em;
    format.setTextIndent(-m_markerStep);
    format.setTabPositions({QTextOption::Tab(m_markerStep - space, QTextOption::RightTab),
                            QTextOption::Tab(m_markerStep, QTextOption::LeftTab)});
    m_flow.beginBlock(gap, format, chars);
    QTextCharFormat marker = m_flow.style().bodyFormat();
    marker.setForeground(m_flow.style().muted);
    m_flow.text(u'\t' + std::exchange(m_marker, QString()) + u'\t', marker);
}

void MarkdownTypesetter::appendParagraph(const MarkdownNode &block, bool tight)
{
    const TypeStyle &style = m_flow.style();
    const qreal gap = gapAbove((tight ? 0.15 : 0.75) * style.em);
    if (isPictureAlone(block)) {
        const MarkdownNode &image = block.children.front();
        const Result<QImage> loaded =
            m_options.images ? m_options.images->image(image.url) : Error{Words::tr("pictures are not shown here")};
        if (!loaded)
            return appendPlaceholder(block, loaded.error().message, gap);
    }
    beginBlock(block, gap, style.blockFormat(style.body), style.bodyFormat());
    InlineTypesetter(m_flow, m_options).append(block.children, style.bodyFormat());
}

void MarkdownTypesetter::appendPlaceholder(const MarkdownNode &paragraph, const QString &reason, qreal gap)
{
    const TypeStyle &style = m_flow.style();
    const MarkdownNode &image = paragraph.children.front();
    QTextTable *box = m_flow.beginTable(gap, 1, 1, boxFormat());
    box->cellAt(0, 0).setFormat(CellFormat().padding(0.7 * style.em, style.em).allEdges(1, style.rule));
    m_flow.enterCell(box, 0, 0);
    beginBlock(paragraph, 0, style.blockFormat(style.heading), style.labelFormat(style.muted));
    m_flow.text(image.text.isEmpty() ? Words::tr("Picture not shown")
                                     : Words::tr("Picture not shown: %1").arg(image.text),
                style.labelFormat(style.muted));
    m_flow.beginBlock(0.1 * style.em, style.blockFormat(style.heading), style.mutedFormat());
    m_flow.text(reason.isEmpty() ? image.url : QString(image.url + u" – " + reason), style.mutedFormat());
    m_flow.endTable(box);
}

void MarkdownTypesetter::appendHeading(const MarkdownNode &block)
{
    static constexpr std::array<qreal, 6> gaps = {1.8, 1.7, 1.35, 1.1, 1.0, 1.0};
    const TypeStyle &style = m_flow.style();
    const int level = std::clamp(block.level + m_options.headingOffset + m_flow.depth(), 1, 6);
    QTextCharFormat chars = style.headingFormat(level);
    QTextBlockFormat format = style.blockFormat(chars.font());
    format.setHeadingLevel(level);
    beginBlock(block, gapAbove(gaps.at(static_cast<size_t>(level - 1)) * style.em), format, chars);
    if (const QString name = anchorName(plainText(block).trimmed()); !name.isEmpty()) {
        chars.setAnchor(true);
        chars.setAnchorNames({m_options.anchorPrefix + name});
    }
    InlineTypesetter(m_flow, m_options).append(block.children, chars);
    m_afterHeading = true;
}

void MarkdownTypesetter::appendQuote(const MarkdownNode &block)
{
    const TypeStyle &style = m_flow.style();
    if (m_flow.depth() >= deepestBox)
        return appendBlocks(block.children, false);
    const qreal gap = gapAbove(0.9 * style.em);
    QTextTable *box = m_flow.beginTable(gap, 1, 1, boxFormat());
    box->cellAt(0, 0).setFormat(
        CellFormat()
            .padding(style.em, 0.55 * style.em, style.em, 0.55 * style.em - 0.7 * style.lineSurplus())
            .edge(Edge::Left, 3, style.quoteRule)
            .background(style.quoteTint));
    m_flow.enterCell(box, 0, 0);
    ++m_quotes;
    appendBlocks(block.children, false);
    --m_quotes;
    appendQuoteNote(block);
    m_flow.endTable(box);
    m_afterHeading = false;
}

void MarkdownTypesetter::appendQuoteNote(const MarkdownNode &block)
{
    const TextNote note = m_options.noteOfQuote && m_quotes == 0 ? m_options.noteOfQuote(block.line) : TextNote();
    if (note.text.isEmpty())
        return;
    const TypeStyle &style = m_flow.style();
    m_flow.beginBlock(0.3 * style.em, style.blockFormat(style.mutedFormat().font()), style.mutedFormat());
    m_flow.text(note.text, noteFormat(note, style));
}

void MarkdownTypesetter::appendCode(const MarkdownNode &block)
{
    const TypeStyle &style = m_flow.style();
    const qreal gap = gapAbove(0.9 * style.em);
    QTextCharFormat chars;
    chars.setFont(style.mono);
    chars.setForeground(style.text);
    QString code = withoutTabs(block.text);
    if (code.endsWith(u'\n'))
        code.chop(1);
    code.replace(u'\n', QChar::LineSeparator);
    QTextTable *box = m_flow.beginTable(gap, 1, 1, plainTable({100}, CellEdges::None));
    box->cellAt(0, 0).setFormat(CellFormat().padding(0.7 * style.em, 0.9 * style.em).background(style.codeTint));
    m_flow.enterCell(box, 0, 0);
    m_marker.clear();
    beginBlock(block, 0, style.blockFormat(style.mono), chars);
    m_flow.text(code, chars);
    m_flow.endTable(box);
}

void MarkdownTypesetter::appendList(const MarkdownNode &list)
{
    const TypeStyle &style = m_flow.style();
    const qsizetype digits =
        list.ordered ? QString::number(list.start + static_cast<qint64>(list.children.size()) - 1).size() : 1;
    const qreal step = (1.0 + 0.6 * static_cast<qreal>(digits)) * style.em;
    const bool indented = ++m_lists <= deepestIndent;
    const qreal outer = m_flow.indent();
    if (indented)
        m_flow.setIndent(outer + step);
    m_firstGap = gapAbove((list.tight && m_lists > 1 ? 0.15 : list.tight ? 0.6 : 0.75) * style.em);
    qint64 number = list.start;
    for (const MarkdownNode &item : list.children) {
        const QString marker =
            list.ordered ? QString(QString::number(number++) + u'.') : (m_lists % 2 ? u"•"_s : u"–"_s);
        appendItem(item, marker, step, list.tight);
        if (m_full)
            break;
    }
    m_flow.setIndent(outer);
    --m_lists;
}

void MarkdownTypesetter::appendItem(const MarkdownNode &item, const QString &marker, qreal step, bool tight)
{
    const TypeStyle &style = m_flow.style();
    m_marker = marker;
    m_markerStep = step;
    const bool startsWithText = !item.children.empty()
        && (item.children.front().kind == MarkdownKind::Paragraph
            || item.children.front().kind == MarkdownKind::Heading);
    if (!startsWithText) {
        beginBlock(item, gapAbove((tight ? 0.15 : 0.75) * style.em), style.blockFormat(style.body), style.bodyFormat());
        m_afterHeading = true;
    }
    appendBlocks(item.children, tight);
    m_marker.clear();
}

void MarkdownTypesetter::appendRule(const MarkdownNode &block)
{
    const TypeStyle &style = m_flow.style();
    QTextTable *rule = m_flow.beginTable(gapAbove(1.3 * style.em), 1, 3, plainTable({30, 40, 30}));
    rule->cellAt(0, 1).setFormat(CellFormat().edge(Edge::Top, 1, style.quoteRule));
    QTextBlockFormat thin;
    thin.setLineHeight(1, QTextBlockFormat::FixedHeight);
    for (int column = 0; column < 3; ++column) {
        m_flow.enterCell(rule, 0, column);
        beginBlock(block, 0, thin, style.mutedFormat());
    }
    m_flow.endTable(rule);
}

} // namespace casebook
