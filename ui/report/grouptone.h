#pragma once

#include <QColor>
#include <QString>

namespace casebook {

/// The colour of a group on paper: of its name (see Group::color), or, where that is unknown or empty, of its position
/// (from 0) in a fixed round.
QColor groupTone(const QString &name, int position);

} // namespace casebook
