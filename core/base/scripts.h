#pragma once

namespace casebook {

/// Whether a character (a Unicode code point) is of a script that is written without blanks between words: Chinese,
/// Japanese, Thai, Lao, Khmer, Burmese.
bool isOfScriptWithoutBlanks(char32_t character);

} // namespace casebook
