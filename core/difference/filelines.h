#pragma once

#include <QByteArrayView>
#include <QList>

namespace casebook {

/// The lines of a file, each with its ending; the last may have none. No bytes are no line.
///
/// A line ends with a line feed; a carriage return before it belongs to the ending. The views are into `bytes`.
QList<QByteArrayView> fileLines(QByteArrayView bytes);

} // namespace casebook
