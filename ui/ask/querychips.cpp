#include "ui/ask/querychips.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr double radius = 4; // logical pixels
constexpr double side = 1;   // a chip is that much wider than its text, and leaves some of the blank between two

QColor chipColor(const QueryToken &token, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    if (token.excluded)
        return blend(groupColor(u"red"_s, 0, palette), base, 0.16);
    const bool word = token.termKind == QueryTerm::Kind::Word || token.termKind == QueryTerm::Kind::Phrase;
    if (token.kind == QueryToken::Kind::Term && word)
        return blend(palette.color(QPalette::Text), base, 0.08);
    return blend(palette.color(QPalette::Highlight), base, 0.2);
}

} // namespace

void paintQueryChips(QPainter &painter, const QPalette &palette, const QTextBlock &block, const QPointF &origin,
                     const QList<QueryToken> &tokens)
{
    if (!block.layout() || block.layout()->lineCount() == 0)
        return;
    const QTextLine line = block.layout()->lineAt(0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const QueryToken &token : tokens) {
        if (token.kind != QueryToken::Kind::Term && token.kind != QueryToken::Kind::Sort)
            continue;
        const double from = line.cursorToX(static_cast<int>(token.offset));
        const double to = line.cursorToX(static_cast<int>(token.end()));
        // From right to left where that is how the text runs.
        const QRectF chip(origin.x() + std::min(from, to) - side, origin.y() + line.y() - 1,
                          std::abs(to - from) + 2 * side, line.height() + 2);
        painter.setBrush(chipColor(token, palette));
        painter.drawRoundedRect(chip, radius, radius);
    }
}

} // namespace casebook
