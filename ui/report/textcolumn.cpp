#include "ui/report/textcolumn.h"

#include "ui/report/keeprules.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace casebook {

namespace {

// Clips stay clear of neighbouring lines by so much (pixels); what touches a clip would be drawn.
constexpr qreal clearance = 0.3;

qreal lineTop(const QTextBlock &block, int position)
{
    const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
    return originOf(block).y() + (line.isValid() ? line.y() : 0);
}

} // namespace

QPointF originOf(const QTextBlock &block)
{
    return block.document()->documentLayout()->blockBoundingRect(block).topLeft();
}

TextColumn::TextColumn(QTextDocument &document) : m_document(document)
{
    mendBreaks();
}

QList<PageSlice> TextColumn::look(qreal pageHeight)
{
    const KeepRules rules(m_document, pageHeight);
    m_looked = paginate(rules.stretches(), rules.repeatedHeads(), pageHeight);
    m_lookedAt = pageHeight;
    return m_looked;
}

QList<PageSlice> TextColumn::cut(qreal pageHeight, bool moreFollows)
{
    return settle([&] {
        if (!m_looked.isEmpty() && !moreFollows && m_lookedAt == pageHeight)
            return std::exchange(m_looked, {});
        const KeepRules rules(m_document, pageHeight);
        return paginate(rules.stretches(), rules.repeatedHeads(), pageHeight, moreFollows);
    });
}

QList<PageSlice> TextColumn::cutBelow(qreal used, qreal pageHeight, bool moreFollows)
{
    return settle([&] { return slicesBelow(used, pageHeight, moreFollows); });
}

qreal TextColumn::topOfRows() const
{
    const KeepRules rules(m_document, 0);
    if (!rules.repeatedHeads().isEmpty())
        return rules.repeatedHeads().first().headBottom;
    qreal top = std::numeric_limits<qreal>::infinity();
    for (const Stretch &stretch : rules.stretches())
        top = std::min(top, stretch.top);
    return std::isfinite(top) ? top : 0;
}

// What is taken is one more thing above the text that nothing may cut.
QList<PageSlice> TextColumn::slicesBelow(qreal used, qreal pageHeight, bool moreFollows) const
{
    const KeepRules rules(m_document, pageHeight);
    QList<Stretch> stretches = rules.stretches();
    QList<RepeatedHead> heads = rules.repeatedHeads();
    for (Stretch &stretch : stretches) {
        stretch.top += used;
        stretch.bottom += used;
    }
    for (RepeatedHead &head : heads)
        head = {head.top + used, head.headBottom + used, head.bottom + used};
    stretches.append({0, used, breakcost::line});
    QList<PageSlice> slices = paginate(std::move(stretches), heads, pageHeight, moreFollows);
    for (PageSlice &slice : slices) {
        slice.top = std::max(0.0, slice.top - used);
        slice.bottom = std::max(0.0, slice.bottom - used);
        slice.headTop = std::max(0.0, slice.headTop - used);
        slice.headBottom = std::max(0.0, slice.headBottom - used);
    }
    return slices;
}

QList<PageSlice> TextColumn::settle(const std::function<QList<PageSlice>()> &slice)
{
    // Qt gives the lines of a paragraph of thousands of characters other heights when it is split: then what is below
    // moves, and the places to cut at have to be found anew. What has been split already stays as it is.
    constexpr int mostRounds = 8;
    constexpr qreal unmoved = 0.1; // pixels
    QList<PageSlice> slices;
    for (int round = 0; round < mostRounds; ++round) {
        const qreal height = m_document.documentLayout()->documentSize().height();
        slices = slice();
        split(slices);
        if (std::abs(m_document.documentLayout()->documentSize().height() - height) < unmoved)
            break;
    }
    return slices;
}

void TextColumn::mendBreaks()
{
    // A word that goes to the next line may push another one over the end of that: again, but not for ever.
    constexpr int mostRounds = 8;
    QList<int> spaces = spacesBeforeTornWords();
    for (int round = 0; round < mostRounds && !spaces.isEmpty(); ++round) {
        QTextCursor cursor(&m_document);
        cursor.beginEditBlock();
        for (int position : std::as_const(spaces)) {
            cursor.setPosition(position + 1);
            cursor.setPosition(position, QTextCursor::KeepAnchor);
            cursor.insertText(QString(QChar::LineSeparator), cursor.charFormat());
        }
        cursor.endEditBlock();
        spaces = spacesBeforeTornWords();
    }
}

QList<int> TextColumn::spacesBeforeTornWords() const
{
    QList<int> spaces;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        if (!text.contains(u"++"))
            continue;
        for (int i = 1; i < block.layout()->lineCount(); ++i) {
            const qsizetype start = block.layout()->lineAt(i).textStart();
            if (text.at(start) != u'+' || text.at(start - 1) == u' ')
                continue;
            const qsizetype space = text.lastIndexOf(u' ', start - 1);
            if (space > block.layout()->lineAt(i - 1).textStart()) {
                spaces.append(block.position() + static_cast<int>(space));
                break; // what is below is about to move
            }
        }
    }
    return spaces;
}

void TextColumn::split(const QList<PageSlice> &slices)
{
    QList<int> positions;
    for (QTextBlock block = m_document.begin(); slices.size() > 1 && block.isValid(); block = block.next()) {
        const QTextLayout *layout = block.layout();
        const qreal top = originOf(block).y();
        const auto middleOf = [&](int line) {
            return top + layout->lineAt(line).y() + layout->lineAt(line).height() / 2;
        };
        const auto pageOf = [&](int line) {
            return std::upper_bound(slices.begin(), slices.end() - 1, middleOf(line),
                                    [](qreal y, const PageSlice &slice) { return y < slice.bottom; });
        };
        for (int line = 1; line < layout->lineCount(); ++line) {
            if (pageOf(line) != pageOf(line - 1))
                positions.append(block.position() + layout->lineAt(line).textStart());
        }
    }
    // From the last to the first: a split moves what is behind it.
    std::for_each(positions.crbegin(), positions.crend(), [this](int position) {
        QTextCursor cursor(&m_document);
        cursor.setPosition(position);
        // A break that was written there would leave an empty line at the end of the upper part.
        if (m_document.characterAt(position - 1) == QChar::LineSeparator)
            cursor.setPosition(position - 1, QTextCursor::KeepAnchor);
        QTextBlockFormat format = cursor.blockFormat();
        format.setTopMargin(0);
        format.setTextIndent(0);
        format.setHeadingLevel(0);
        cursor.insertBlock(format);
    });
}

void TextColumn::draw(QPainter &painter, const PageSlice &slice, QPointF place, qreal bleed) const
{
    const qreal width = m_document.textWidth();
    const auto drawPart = [&](qreal top, qreal bottom, QPointF corner) {
        painter.save();
        painter.translate(corner - QPointF(0, top));
        const QRectF clip(-bleed, top + clearance, width + 2 * bleed, bottom - top - 2 * clearance);
        painter.setClipRect(QRectF(-bleed, top - clearance, width + 2 * bleed, bottom - top + 2 * clearance));
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = clip;
        m_document.documentLayout()->draw(&painter, context);
        painter.restore();
    };
    if (slice.headHeight() > 0)
        drawPart(slice.headTop, slice.headBottom, place);
    drawPart(slice.top, slice.bottom, place + QPointF(0, slice.headHeight()));
}

QList<ColumnAnchor> TextColumn::anchors() const
{
    QList<ColumnAnchor> anchors;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            for (const QString &name : it.fragment().charFormat().anchorNames())
                anchors.append({name, lineTop(block, it.fragment().position())});
        }
    }
    return anchors;
}

QList<ColumnHeading> TextColumn::headings() const
{
    QList<ColumnHeading> headings;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level > 0 && m_document.frameAt(block.position()) == m_document.rootFrame())
            headings.append({block.text().simplified(), level, originOf(block).y()});
    }
    return headings;
}

} // namespace casebook
