#include "ui/browse/markedtext.h"

#include "ui/theme/matchcolors.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QList<QTextLayout::FormatRange> rangesOf(const QList<TextPlace> &marks, const QPalette &palette, qsizetype length)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const TextPlace &mark : marks) {
        if (mark.start >= length)
            break;
        QTextCharFormat format;
        format.setBackground(matchColor(palette));
        format.setForeground(palette.color(QPalette::Text));
        ranges.append(
            {static_cast<int>(mark.start), static_cast<int>(std::min(mark.end(), length) - mark.start), format});
    }
    return ranges;
}

} // namespace

void MarkedText::drawLine(const QRect &rect, const QFont &font, const QColor &color, const QString &text,
                          const QList<TextPlace> &marks) const
{
    m_painter->setFont(font);
    m_painter->setPen(color);
    const QString elided = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    if (marks.isEmpty()) {
        m_painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, elided);
        return;
    }
    QTextLayout layout(elided, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    // What was cut off ends in "…", which is no part of a match.
    layout.setFormats(rangesOf(marks, m_palette, elided == text ? text.size() : elided.size() - 1));
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const double top = rect.top() + (rect.height() - layout.boundingRect().height()) / 2;
    layout.draw(m_painter, QPointF(rect.left(), top));
}

void MarkedText::draw(const QRect &rect, const QFont &font, const QColor &color, const QString &text) const
{
    drawLine(rect, font, color, text, matchPlaces(text, m_sought, 50));
}

void MarkedText::drawSnippet(const QRect &rect, const QFont &font, const QColor &color, const Snippet &snippet) const
{
    const QString label = snippet.label + u": "_s;
    QList<TextPlace> marks = snippet.marks;
    for (TextPlace &mark : marks)
        mark.start += label.size();
    drawLine(rect, font, color, label + snippet.text, marks);
}

} // namespace casebook
