#include "ui/browse/casedelegate.h"

#include "ui/browse/casetreemodel.h"
#include "ui/browse/markedtext.h"
#include "ui/edit/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 7;     // logical pixels, above and below the two lines
constexpr int sideMargin = 10;
constexpr int barWidth = 3;   // the group's colour
constexpr int lineGap = 2;

QFont boldFont(const QFont &font)
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

QFont smallFont(const QFont &font)
{
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 0.92);
    return small;
}

/// The background of a row as its state asks for.
QColor backgroundOf(const QStyleOptionViewItem &option)
{
    const bool focused = option.widget && option.widget->hasFocus();
    return rowBackground(option.palette, option.state.testFlag(QStyle::State_Selected), focused,
                         option.state.testFlag(QStyle::State_MouseOver));
}

QColor colorOf(const QModelIndex &index, const QPalette &palette)
{
    const int group = index.parent().isValid() ? index.parent().row() : index.row();
    return groupColor(index.data(CaseTreeModel::GroupColorRole).toString(), group, palette);
}

void drawText(QPainter *painter, const QRect &rect, const QFont &font, const QColor &color, const QString &text)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

/// A count in a rounded box of the group's colour; returns its width.
int drawCount(QPainter *painter, const QRect &line, const QFont &font, const QColor &color, const QColor &base, int count)
{
    painter->setFont(font);
    const QString text = QLocale().toString(count);
    const int width = std::max(painter->fontMetrics().horizontalAdvance(text) + 14, line.height());
    const QRectF box(line.right() - width + 1, line.center().y() - line.height() / 2.0 + 1, width, line.height() - 1);
    painter->setPen(Qt::NoPen);
    const QColor ground = blend(color, base, 0.16);
    painter->setBrush(ground);
    painter->drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter->setPen(readable(color, ground));
    painter->drawText(box, Qt::AlignCenter, text);
    return width;
}

/// The lines of a row: `count` of them, in the middle.
struct Lines {
    QRect first;
    QRect second;
    QRect third;

    Lines(const QRect &rect, const QFont &font, int count)
    {
        const int height = QFontMetrics(font).height();
        const int top = rect.top() + (rect.height() - count * (height + lineGap) + lineGap) / 2;
        first = QRect(rect.left(), top, rect.width(), height);
        second = first.translated(0, height + lineGap);
        third = second.translated(0, height + lineGap);
    }
};

/// Organization and title on one line. A long organization leaves room for the title, by which its cases differ.
void drawNames(const MarkedText &text, const QRect &line, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString organization = index.data(CaseTreeModel::OrganizationRole).toString();
    const QString title = index.data().toString();
    const QFont bold = boldFont(option.font);
    const QColor color = option.palette.color(QPalette::Text);
    if (organization.isEmpty()) {
        text.draw(line, bold, color, title);
        return;
    }
    const QFontMetrics metrics(bold);
    const int gap = metrics.horizontalAdvance(u"  "_s);
    const int left = line.width() - gap - QFontMetrics(option.font).horizontalAdvance(title);
    QRect name = line;
    name.setWidth(std::min(metrics.horizontalAdvance(organization) + 1, std::max(left, line.width() * 3 / 5)));
    text.draw(name, bold, color, organization);
    QRect rest = line;
    rest.setLeft(name.right() + 1 + gap);
    if (rest.width() > 20)
        text.draw(rest, option.font, color, title);
}

} // namespace

QColor rowBackground(const QPalette &palette, bool selected, bool active, bool hovered)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor highlight = palette.color(QPalette::Highlight);
    if (selected)
        return blend(highlight, base, active ? 0.2 : 0.12);
    return hovered ? blend(highlight, base, 0.06) : base;
}

QColor mutedRowText(const QPalette &palette, const QColor &background)
{
    return readable(mutedText(palette), background);
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = index.data(CaseTreeModel::SoughtRole).value<QList<QByteArray>>().isEmpty() ? 2 : 3;
    return {200, lines * (QFontMetrics(option.font).height() + lineGap) - lineGap + 2 * margin};
}

void CaseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(styled.rect, backgroundOf(styled));
    if (index.parent().isValid())
        paintCase(painter, styled, index);
    else
        paintGroup(painter, styled, index);
    painter->restore();
}

void CaseDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QColor base = backgroundOf(option);
    const QColor color = readable(colorOf(index, option.palette), base);
    const QRect content = option.rect.adjusted(2, 0, -sideMargin, 0);
    const QString description = index.data(CaseTreeModel::DetailRole).toString().simplified();
    Lines lines(content, option.font, description.isEmpty() ? 1 : 2);
    const int count = drawCount(painter, lines.first, smallFont(boldFont(option.font)), color, base,
                                index.data(CaseTreeModel::CountRole).toInt());
    lines.first.setRight(lines.first.right() - count - 8);
    drawText(painter, lines.first, boldFont(option.font), color, index.data().toString());
    if (!description.isEmpty())
        drawText(painter, lines.second, smallFont(option.font), mutedRowText(option.palette, base), description);
    painter->setPen(ruleColor(option.palette));
    painter->drawLine(QPointF(option.rect.left(), option.rect.bottom() + 0.5), QPointF(option.rect.right(), option.rect.bottom() + 0.5));
}

void CaseDelegate::paintCase(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->fillRect(QRect(option.rect.left(), option.rect.top() + margin, barWidth, option.rect.height() - 2 * margin),
                      colorOf(index, option.palette));
    QRect content = option.rect.adjusted(sideMargin + barWidth, 0, -sideMargin, 0);
    if (index.data(CaseTreeModel::ProblemRole).toBool()) {
        const int size = QFontMetrics(option.font).height();
        icon(u"warning"_s).paint(painter, QRect(content.right() - size, content.center().y() - size / 2, size, size));
        content.setRight(content.right() - size - 6);
    }
    const Snippet snippet = index.data(CaseTreeModel::SnippetRole).value<Snippet>();
    const Lines lines(content, option.font, snippet.isEmpty() ? 2 : 3);
    const MarkedText text(painter, option.palette, index.data(CaseTreeModel::SoughtRole).value<QList<QByteArray>>());
    const QColor muted = mutedRowText(option.palette, backgroundOf(option));
    drawNames(text, lines.first, option, index);
    text.draw(lines.second, smallFont(option.font), muted, index.data(CaseTreeModel::DetailRole).toString());
    if (!snippet.isEmpty())
        text.drawSnippet(lines.third, smallFont(option.font), muted, snippet);
}

} // namespace casebook
