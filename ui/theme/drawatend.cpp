#include "ui/theme/drawatend.h"

#include <QPainter>

namespace casebook {

void drawAtEnd(QPainter *painter, QRect &line, const QString &text, const QColor &color, int space)
{
    if (text.isEmpty())
        return;
    painter->setPen(color);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, text);
    line.setRight(line.right() - painter->fontMetrics().horizontalAdvance(text) - space);
}

} // namespace casebook
