#pragma once

#include <QRect>

class QPaintDevice;
class QWidget;

namespace casebook {

/// Paints the background and border that a line edit has, on `device`, so that what is edited otherwise looks the same.
void paintInputFrame(const QWidget &widget, QPaintDevice *device, const QRect &rect, bool hasFocus);

} // namespace casebook
