#pragma once

#include "core/query/queryreading.h"

#include <QList>

class QPainter;
class QPalette;
class QPointF;
class QTextBlock;

namespace casebook {

/// Paints a rounded background behind each condition of a query that was understood, in the colour of what it does:
/// conditions on fields in the accent colour, what is excluded in red, words in gray. The text itself is painted over
/// it. `origin` is where the block's text begins.
void paintQueryChips(QPainter &painter, const QPalette &palette, const QTextBlock &block, const QPointF &origin,
                     const QList<QueryToken> &tokens);

} // namespace casebook
