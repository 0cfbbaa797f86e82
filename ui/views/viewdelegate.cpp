#include "ui/views/viewdelegate.h"

#include "ui/edit/colors.h"
#include "ui/theme/drawatend.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/views/viewsmodel.h"

#include <QLocale>
#include <QPainter>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 4;
constexpr int sideSpace = 8;
constexpr int markWidth = 3;

QColor groundOf(const QStyleOptionViewItem &option, bool current)
{
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    return blend(option.palette.color(QPalette::Highlight), option.palette.color(QPalette::Window),
                 current ? 0.16 : hovered ? 0.08 : 0);
}

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, bool current)
{
    const QColor base = option.palette.color(QPalette::Window);
    const QColor accent = option.palette.color(QPalette::Highlight);
    const QRectF box = QRectF(option.rect).adjusted(1.5, 0.5, -1.5, -0.5);
    painter->setPen(Qt::NoPen);
    painter->setBrush(groundOf(option, current));
    painter->drawRoundedRect(box, 3, 3);
    if (current) {
        painter->setBrush(accent);
        painter->drawRoundedRect(QRectF(box.left(), box.top() + 3, markWidth, box.height() - 6), 1.5, 1.5);
    }
    const bool focused = option.widget && option.widget->hasFocus();
    if (focused && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(blend(accent, base, 0.8));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box, 3, 3);
    }
}

} // namespace

QSize ViewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, QFontMetrics(option.font).height() + 2 * padding};
}

void ViewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    const bool current = index.data(ViewsModel::CurrentRole).toBool();
    const bool broken = index.data(ViewsModel::BrokenRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(painter, styled, current);
    const QColor ground = groundOf(styled, current);
    const QColor muted = readable(mutedText(styled.palette), ground);

    QRect line = styled.rect.adjusted(sideSpace + markWidth, 0, -sideSpace, 0);
    painter->setFont(styled.font);
    const int count = index.data(ViewsModel::CountRole).toInt();
    if (broken) {
        const int side = QFontMetrics(styled.font).height();
        icon(u"error"_s).paint(painter, QRect(line.right() - side, line.center().y() - side / 2, side, side));
        line.setRight(line.right() - side - sideSpace);
    } else if (count >= 0) {
        drawAtEnd(painter, line, QLocale().toString(count), muted, sideSpace);
    }
    if (index.data(ViewsModel::ChangedRole).toBool())
        drawAtEnd(painter, line, tr("changed"), readable(styled.palette.color(QPalette::Highlight), ground), sideSpace);
    QFont font = styled.font;
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(broken ? muted : styled.palette.color(QPalette::WindowText));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(styled.text, Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace casebook
