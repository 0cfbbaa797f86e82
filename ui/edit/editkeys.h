#pragma once

class QTextCursor;

namespace casebook {

// What the keys of the source editor do to the text. Each is one step of undo.

/// Two blanks a level: the step that front matter and lists are written in.
inline constexpr int indentWidth = 2;

/// Tab: indents the selected lines, or the line of a list where the cursor is on its mark; elsewhere blanks up to the
/// next multiple of indentWidth.
void insertTab(QTextCursor cursor);

/// Shift+Tab: takes one level off every line that the selection or the cursor touches.
void removeIndent(QTextCursor cursor);

/// Enter: a new line with the indentation of the one that the cursor is on.
void insertLine(QTextCursor cursor);

} // namespace casebook
