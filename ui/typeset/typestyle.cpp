#include "ui/typeset/typestyle.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QScreen>

#include <algorithm>
#include <array>
#include <cmath>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal readingPoints = 11.5;

// The first families that this machine has, so that the search for fonts ends early.
QStringList available(const QStringList &families)
{
    QStringList found;
    for (const QString &family : families) {
        if (QFontDatabase::hasFamily(family))
            found.append(family);
    }
    return found;
}

QFont fontOf(const QStringList &families, QFont::StyleHint hint, qreal points)
{
    QFont font;
    if (!families.isEmpty())
        font.setFamilies(families);
    font.setStyleHint(hint);
    font.setPointSizeF(points);
    return font;
}

void setFonts(TypeStyle &style, qreal points)
{
    static const QStringList serif = available(
        {u"Source Serif 4"_s, u"Source Serif Pro"_s, u"Charter"_s, u"Noto Serif"_s, u"Georgia"_s, u"DejaVu Serif"_s});
    static const QStringList sans = available({u"Inter"_s, u"Source Sans 3"_s, u"Source Sans Pro"_s, u"Noto Sans"_s,
                                               u"Segoe UI"_s, u"Helvetica Neue"_s, u"DejaVu Sans"_s});
    static const QStringList mono = available({u"JetBrains Mono"_s, u"Source Code Pro"_s, u"Noto Sans Mono"_s,
                                               u"Menlo"_s, u"Consolas"_s, u"DejaVu Sans Mono"_s});
    style.body = fontOf(serif, QFont::Serif, points);
    style.heading = fontOf(sans, QFont::SansSerif, points);
    style.mono = fontOf(mono, QFont::Monospace, points * 0.86);
    style.mono.setFixedPitch(true);
    const QScreen *screen = QGuiApplication::primaryScreen();
    style.dotsPerInch = screen ? screen->logicalDotsPerInch() : 96;
    style.em = points * style.dotsPerInch / 72;
}

qreal luminance(const QColor &color)
{
    const auto linear = [](qreal part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// As WCAG counts it: 1 for the same colour, 21 for black on white.
qreal contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)}); // by value
    return (high + 0.05) / (low + 0.05);
}

QColor mixed(const QColor &over, const QColor &under, qreal strength)
{
    const auto mix = [strength](float a, float b) { return static_cast<float>(a * strength + b * (1 - strength)); };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

void setColors(TypeStyle &style, const QColor &text, const QColor &page, const QColor &link)
{
    style.text = text;
    style.page = page;
    style.muted = style.readable(mixed(text, page, 0.62));
    style.link = style.readable(link);
    style.rule = mixed(text, page, 0.16);
    style.codeTint = mixed(text, page, 0.055);
    style.quoteTint = mixed(text, page, 0.03);
    style.quoteRule = mixed(text, page, 0.28);
    style.forTone = style.readable(QColor(0x0f, 0x7b, 0x6c));
    style.againstTone = style.readable(QColor(0xb6, 0x4a, 0x16));
    style.warning = style.readable(QColor(0xb5, 0x2a, 0x2a));
    style.warningTint = mixed(style.warning, page, 0.08);
}

} // namespace

TypeStyle TypeStyle::fromPalette(const QPalette &palette, qreal zoom)
{
    TypeStyle style;
    setFonts(style, readingPoints * std::clamp(zoom, 0.3, 5.0));
    setColors(style, palette.color(QPalette::Text), palette.color(QPalette::Base), palette.color(QPalette::Link));
    return style;
}

TypeStyle TypeStyle::forPrint(qreal points)
{
    TypeStyle style;
    style.paper = true;
    setFonts(style, points);
    setColors(style, QColor(0x16, 0x18, 0x1c), Qt::white, QColor(0x1a, 0x4f, 0x8f));
    return style;
}

QTextCharFormat TypeStyle::bodyFormat() const
{
    QTextCharFormat format;
    format.setFont(body);
    format.setForeground(text);
    return format;
}

QTextCharFormat TypeStyle::headingFormat(int level) const
{
    static constexpr std::array<qreal, 6> scales = {1.9, 1.32, 1.12, 1.0, 0.95, 0.9};
    QFont font = heading;
    const int index = std::clamp(level, 1, 6) - 1;
    font.setPointSizeF(heading.pointSizeF() * scales.at(static_cast<size_t>(index)));
    font.setWeight(QFont::Bold);
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(text);
    return format;
}

QTextCharFormat TypeStyle::mutedFormat() const
{
    QFont font = heading;
    font.setPointSizeF(heading.pointSizeF() * 0.88);
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(muted);
    return format;
}

QTextCharFormat TypeStyle::labelFormat(const QColor &tone) const
{
    QTextCharFormat format = mutedFormat();
    format.setFontWeight(QFont::Bold);
    format.setForeground(tone);
    return format;
}

QTextBlockFormat TypeStyle::blockFormat(const QFont &font) const
{
    // Fonts differ in their own height by a quarter, so what is missing is added to it, and a picture's line gets no
    // more.
    const qreal size = font.pointSizeF() * dotsPerInch / 72;
    const qreal wanted = size > 1.25 * em ? 1.25 : leading; // large type needs less
    QTextBlockFormat format;
    format.setLineHeight(std::max(0.0, wanted * size - QFontMetricsF(font).height()),
                         QTextBlockFormat::LineDistanceHeight);
    return format;
}

qreal TypeStyle::lineSurplus() const
{
    return blockFormat(body).lineHeight();
}

QColor TypeStyle::readable(const QColor &tone) const
{
    QColor color = tone;
    for (int step = 0; step < 10 && contrast(color, page) < 4.6; ++step)
        color = mixed(text, color, 0.15);
    return color;
}

QColor TypeStyle::onPage(const QColor &over, qreal strength) const
{
    return mixed(over, page, strength);
}

} // namespace casebook
