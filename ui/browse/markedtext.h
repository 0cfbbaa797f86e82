#pragma once

#include "core/query/snippet.h"

#include <QByteArray>
#include <QColor>
#include <QFont>
#include <QList>
#include <QPalette>
#include <QRect>

class QPainter;

namespace casebook {

/// Draws single lines of text, cut at the right where they are too long, with the words marked that a query asks for.
class MarkedText {
public:
    /// `sought`: folded words and phrases. The painter must outlive this.
    MarkedText(QPainter *painter, const QPalette &palette, QList<QByteArray> sought)
        : m_painter(painter), m_palette(palette), m_sought(std::move(sought))
    {
    }

    void draw(const QRect &rect, const QFont &font, const QColor &color, const QString &text) const;
    /// "Claims: … the collector ran …"
    void drawSnippet(const QRect &rect, const QFont &font, const QColor &color, const Snippet &snippet) const;

private:
    void drawLine(const QRect &rect, const QFont &font, const QColor &color, const QString &text,
                  const QList<TextPlace> &marks) const;

    QPainter *m_painter;
    QPalette m_palette;
    QList<QByteArray> m_sought;
};

} // namespace casebook
