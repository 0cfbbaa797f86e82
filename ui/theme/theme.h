#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace casebook {

/// What a person has chosen: the desktop's colours, or ours.
enum class Appearance {
    System, ///< the desktop's; where it has none, ours, light or dark as the desktop is
    Light,
    Dark,
};

/// Gives the program its colours. System takes back what Light or Dark have set.
void applyAppearance(QApplication &application, Appearance appearance);

/// Whether text is lighter than its background: Qt 6.4 does not tell otherwise.
bool isDark(const QPalette &palette);

/// The tone of a group's colour name (see Group::color) that can be read on the palette's base. An unknown or empty name
/// takes the colour at `position` (from 0) of a fixed round.
QColor groupColor(const QString &name, int position, const QPalette &palette);

/// Text that stands back: between the palette's text and its base.
QColor mutedText(const QPalette &palette);

/// A thin line between areas.
QColor ruleColor(const QPalette &palette);

/// `over` laid on `under` with a strength from 0 to 1.
QColor blend(const QColor &over, const QColor &under, double strength);

} // namespace casebook
