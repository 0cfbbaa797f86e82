#pragma once

#include <QStringView>

class QPlainTextEdit;

namespace casebook {

/// How many characters stand in a row without a blank or the end of a line, at most.
qsizetype longestWord(QStringView text);

/// Lets an editor break lines anywhere if it is about to get a text with a very long word, such as the data of a
/// picture: where it looks for the ends of words, Qt takes time in proportion to the square of that word's length.
void wrapFor(QPlainTextEdit &editor, QStringView text);
/// To be called when the editor's text has become another one: words are kept whole again, where none is that long.
void wrapAnew(QPlainTextEdit &editor, QStringView text);

} // namespace casebook
