#include "ui/similar/similardelegate.h"

#include "ui/browse/casedelegate.h"

#include <QPainter>

namespace casebook {

namespace {

constexpr int margin = 4; // logical pixels above and below the lines
constexpr int sideMargin = 12;

} // namespace

QSize SimilarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 2 * QFontMetrics(option.font).height() + 2 * margin};
}

void SimilarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool focused = option.widget && option.widget->hasFocus();
    const QPalette &palette = option.palette;
    painter->save();
    const QColor ground = rowBackground(palette, option.state.testFlag(QStyle::State_Selected), focused,
                                        option.state.testFlag(QStyle::State_MouseOver));
    painter->fillRect(option.rect, ground);
    const QFontMetrics metrics(option.font);
    QRect line = option.rect.adjusted(sideMargin, margin, -sideMargin, 0);
    line.setHeight(metrics.height());
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(index.data().toString(), Qt::ElideRight, line.width()));
    line.translate(0, metrics.height());
    painter->setPen(mutedRowText(palette, ground));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(index.data(ReasonsRole).toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace casebook
