#include "ui/edit/colors.h"

#include "ui/theme/theme.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace casebook {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor &text, const QColor &background)
{
    const double a = luminance(text);
    const double b = luminance(background);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor readable(const QColor &wish, const QColor &background)
{
    // Towards whichever end is further from the background.
    const QColor end = luminance(background) < 0.18 ? QColor(Qt::white) : QColor(Qt::black);
    QColor color = wish;
    for (double share = 0.05; contrast(color, background) < 4.5 && share <= 1.0; share += 0.05)
        color = blend(end, wish, share);
    return color;
}

QColor warningColor(const QPalette &palette)
{
    return readable(QColor(0xd9, 0x82, 0x0b), palette.color(QPalette::Base));
}

QColor errorColor(const QPalette &palette)
{
    return readable(QColor(0xd6, 0x33, 0x3f), palette.color(QPalette::Base));
}

} // namespace casebook
