#pragma once

#include <QByteArray>

namespace casebook {

/// What a page draws, with its colours turned into shades of grey of the same lightness; pictures are not in it. Both
/// ways compressed, as Qt writes it. Exceptions of libqpdf pass through.
QByteArray greyContents(const QByteArray &contents);

} // namespace casebook
