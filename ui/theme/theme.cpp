#include "ui/theme/theme.h"

#include <QApplication>
#include <QStyle>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array tellingRoles{QPalette::Window, QPalette::Base, QPalette::Text, QPalette::Button, QPalette::Highlight};

struct Tone {
    QStringView name;
    QRgb light; ///< on a light base
    QRgb dark;  ///< on a dark base
};

// Each pair keeps a contrast of at least 4.5:1 with the palettes below (WCAG 2.1, 1.4.3).
constexpr std::array tones{
    Tone{u"blue", 0xff1f63b5, 0xff7db4f5}, Tone{u"teal", 0xff0b7468, 0xff54c9b8},
    Tone{u"orange", 0xffa84a08, 0xfff2a45c}, Tone{u"purple", 0xff7440a8, 0xffc39bf0},
    Tone{u"red", 0xffb3283a, 0xfff58a94}, Tone{u"green", 0xff3c721c, 0xff9fd072},
    Tone{u"gray", 0xff5b636d, 0xffa9b2bd},
};

QPalette makePalette(QRgb window, QRgb base, QRgb alternate, QRgb text, QRgb muted, QRgb button, QRgb accent, QRgb onAccent)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(window));
    palette.setColor(QPalette::Base, QColor(base));
    palette.setColor(QPalette::AlternateBase, QColor(alternate));
    palette.setColor(QPalette::Button, QColor(button));
    palette.setColor(QPalette::ToolTipBase, QColor(base));
    palette.setColor(QPalette::Highlight, QColor(accent));
    palette.setColor(QPalette::HighlightedText, QColor(onAccent));
    palette.setColor(QPalette::Link, QColor(accent));
    palette.setColor(QPalette::LinkVisited, QColor(accent));
    palette.setColor(QPalette::PlaceholderText, QColor(muted));
    palette.setColor(QPalette::BrightText, Qt::white);
    const bool dark = QColor(base).lightness() < 128;
    palette.setColor(QPalette::Light, QColor(button).lighter(dark ? 125 : 105));
    palette.setColor(QPalette::Midlight, QColor(button).lighter(dark ? 115 : 102));
    palette.setColor(QPalette::Mid, QColor(button).darker(dark ? 80 : 120));
    palette.setColor(QPalette::Dark, QColor(button).darker(dark ? 150 : 150));
    palette.setColor(QPalette::Shadow, QColor(dark ? 0xff0b0d0f : 0xff8a9099));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, QColor(text));
        palette.setColor(QPalette::Disabled, role, blend(QColor(text), QColor(window), 0.42));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, blend(QColor(text), QColor(window), 0.2));
    return palette;
}

QPalette lightPalette()
{
    return makePalette(0xfff4f4f2, 0xffffffff, 0xfff8f8f6, 0xff1e2226, 0xff646b73, 0xffeeeeec, 0xff1f63b5, 0xffffffff);
}

QPalette darkPalette()
{
    return makePalette(0xff23262a, 0xff1b1d20, 0xff212428, 0xffe3e5e8, 0xff959ca5, 0xff2e3237, 0xff7db4f5, 0xff10161d);
}

/// Whether the desktop gives no colours of its own, so that the style's are shown.
bool isStylesOwn(const QPalette &palette)
{
    const QPalette standard = QApplication::style()->standardPalette();
    return std::all_of(tellingRoles.begin(), tellingRoles.end(), [&](QPalette::ColorRole role) {
        return palette.color(role) == standard.color(role);
    });
}

/// Slim scroll bars in the palette's colours: the style's are broader than the columns that they serve.
QString scrollBarSheet()
{
    return u"QScrollBar:vertical { width: 11px; background: transparent; border: 0; margin: 0; }"
           "QScrollBar:horizontal { height: 11px; background: transparent; border: 0; margin: 0; }"
           "QScrollBar::handle { background: palette(mid); border-radius: 3px; margin: 2px; }"
           "QScrollBar::handle:vertical { min-height: 28px; }"
           "QScrollBar::handle:horizontal { min-width: 28px; }"
           "QScrollBar::handle:hover { background: palette(dark); }"
           "QScrollBar::handle:disabled { background: transparent; }"
           "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }"
           "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"_s;
}

} // namespace

void applyAppearance(QApplication &application, Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        QApplication::setPalette(QPalette());
        if (const QPalette desktop = QApplication::palette(); isStylesOwn(desktop))
            QApplication::setPalette(isDark(desktop) ? darkPalette() : lightPalette());
        break;
    case Appearance::Light:
        QApplication::setPalette(lightPalette());
        break;
    case Appearance::Dark:
        QApplication::setPalette(darkPalette());
        break;
    }
    application.setStyleSheet(scrollBarSheet());
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

QColor groupColor(const QString &name, int position, const QPalette &palette)
{
    const auto found = std::find_if(tones.begin(), tones.end(), [&](const Tone &tone) { return tone.name == name; });
    // The last, gray, is for those who ask for it.
    const Tone &tone = found != tones.end() ? *found : tones[static_cast<std::size_t>(position) % (tones.size() - 1)];
    return QColor(isDark(palette) ? tone.dark : tone.light);
}

QColor mutedText(const QPalette &palette)
{
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.68);
}

QColor ruleColor(const QPalette &palette)
{
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.16);
}

QColor blend(const QColor &over, const QColor &under, double strength)
{
    const auto mix = [strength](int a, int b) { return static_cast<int>(a * strength + b * (1 - strength) + 0.5); };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue())};
}

} // namespace casebook
