#pragma once

#include <QTextEdit>

class QPalette;

namespace casebook {

/// A whole line of a text on a coloured ground, however many lines of the screen it takes. Where the colours of its words
/// could not be read on the ground, they are those of plain text. The cursor of what is returned stands in the line.
QTextEdit::ExtraSelection tintedLine(const QTextBlock &block, const QColor &ground, const QPalette &palette);

} // namespace casebook
