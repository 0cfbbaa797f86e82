#include "ui/palette/palettedelegate.h"

#include "ui/browse/casedelegate.h"
#include "ui/palette/palettemodel.h"
#include "ui/theme/drawatend.h"

#include <QPainter>
#include <QTextLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 5;
constexpr int sideSpace = 10;
constexpr int iconSide = 16;

/// The ranges of letters that are drawn otherwise, in a text that is text, two blanks and detail.
QList<QTextLayout::FormatRange> formatsOf(const QList<int> &letters, qsizetype detailStart, qsizetype size,
                                          const QColor &mutedColor)
{
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat muted;
    muted.setForeground(mutedColor);
    if (detailStart < size)
        formats.append({static_cast<int>(detailStart), static_cast<int>(size - detailStart), muted});
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    for (const int letter : letters) {
        if (letter < size)
            formats.append({letter, 1, bold});
    }
    return formats;
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, std::max(QFontMetrics(option.font).height(), iconSide) + 2 * padding};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    const QColor ground = rowBackground(styled.palette, styled.state.testFlag(QStyle::State_Selected), true, false);
    const QColor muted = mutedRowText(styled.palette, ground);
    painter->save();
    painter->fillRect(styled.rect, ground);
    QRect line = styled.rect.adjusted(sideSpace, 0, -sideSpace, 0);
    styled.icon.paint(painter, QRect(line.left(), line.center().y() - iconSide / 2, iconSide, iconSide));
    line.setLeft(line.left() + iconSide + sideSpace);
    painter->setFont(styled.font);

    // Kinds stand below each other, so that they can be read as a column.
    const QFontMetrics metrics(styled.font);
    QRect kind = line;
    drawAtEnd(painter, kind, index.data(PaletteModel::KindTextRole).toString(), muted, sideSpace);
    line.setRight(line.right() - metrics.averageCharWidth() * 8 - sideSpace);
    drawAtEnd(painter, line, index.data(PaletteModel::NoteRole).toString(), styled.palette.color(QPalette::Text),
              sideSpace);

    const QString text = index.data().toString();
    const QString detail = index.data(PaletteModel::DetailRole).toString();
    const QString both = detail.isEmpty() ? text : QString(text + u"  "_s + detail);
    const QString shown = metrics.elidedText(both, Qt::ElideRight, line.width() - 2 * metrics.averageCharWidth());
    QTextLayout layout(shown, styled.font);
    layout.setFormats(formatsOf(index.data(PaletteModel::LettersRole).value<QList<int>>(),
                                std::min(text.size(), shown.size()), shown.size(), muted));
    layout.beginLayout();
    QTextLine textLine = layout.createLine();
    textLine.setLineWidth(100'000);
    layout.endLayout();
    painter->setPen(styled.palette.color(QPalette::Text));
    painter->setClipRect(line);
    layout.draw(painter, QPointF(line.left(), line.top() + (line.height() - textLine.height()) / 2));
    painter->restore();
}

} // namespace casebook
