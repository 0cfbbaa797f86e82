#pragma once

class QColor;
class QPainter;
class QRect;
class QString;

namespace casebook {

/// Writes a text at the right end of a line, with the painter's font, and cuts that end off the line, with `space`
/// logical pixels before it. An empty text changes nothing.
void drawAtEnd(QPainter *painter, QRect &line, const QString &text, const QColor &color, int space);

} // namespace casebook
