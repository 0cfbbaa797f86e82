#pragma once

#include "core/base/value.h"

#include <QByteArray>

#include <optional>

namespace casebook {

/// How a YAML scalar is written.
enum class ScalarStyle {
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal, ///< lines below `|`
    Folded,  ///< lines below `>`
};

/// What surrounds a scalar that is to be written.
struct ScalarPlace {
    bool inFlow = false;  ///< between brackets
    qsizetype indent = 2; ///< the column of the lines of a Literal or Folded text
    QByteArray lineBreak = "\n";
    qsizetype width = 80; ///< where lines of a Folded text are broken, in characters
};

/// The scalar in a style, UTF-8; nothing where it would not be read back as the same value of the same type, or might
/// not be by readers of YAML 1.1 (`no`, `1:20`). Numbers, booleans and null are plain only. The lines of a Literal or
/// Folded text stand below its first one, which follows a key or a dash; the last one has no end.
std::optional<QByteArray> writtenScalar(const Value &value, ScalarStyle style, const ScalarPlace &place);

/// The style that a scalar of a file is written in, by its first byte.
ScalarStyle styleOfScalar(char first);

} // namespace casebook
