#include "ui/edit/tintedline.h"

#include "ui/edit/colors.h"
#include "ui/theme/theme.h"

#include <QPalette>
#include <QTextBlock>

namespace casebook {

QTextEdit::ExtraSelection tintedLine(const QTextBlock &block, const QColor &ground, const QPalette &palette)
{
    QTextEdit::ExtraSelection line;
    line.cursor = QTextCursor(block);
    // With the line's end: else the ground would not reach the edge. The last one has none, and then only its first
    // line on the screen could.
    if (block.next().isValid()) {
        line.cursor.setPosition(block.next().position());
        line.cursor.setPosition(block.position(), QTextCursor::KeepAnchor);
    }
    line.format.setBackground(ground);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    // What stands back is read worst.
    if (contrast(mutedText(palette), ground) < 4.5)
        line.format.setForeground(palette.color(QPalette::Text));
    return line;
}

} // namespace casebook
