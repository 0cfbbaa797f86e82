#pragma once

#include <QIcon>
#include <QString>

namespace casebook {

/// One of our action icons (resources/icons/actions), drawn in the palette's text colour at every paint, so that it
/// follows a change from light to dark. `name` is the file's name without .svg; unknown names give an empty icon.
QIcon icon(const QString &name);

/// The program's own icon.
QIcon programIcon();

} // namespace casebook
