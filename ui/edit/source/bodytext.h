#pragma once

#include "ui/edit/markdown/textchange.h"

class QPlainTextEdit;
class QTextBlock;
class QTextCursor;
class QTextDocument;

namespace casebook {

// Front matter and body in the document of a SourceEditor, as its highlighter sees them: front matter without an end
// goes on to the end of the text.

/// Whether a line is in the body.
bool isInBody(const QTextBlock &line);
/// Whether all that is selected, or the cursor, is in the body.
bool isInBody(const QTextCursor &cursor);
/// Whether a line is inside of a block of code, between its fences.
bool isInCode(const QTextBlock &line);
/// The first line of the body; invalid where there is none.
QTextBlock firstBodyLine(const QTextDocument &document);

/// The body and what is selected of it; only where isInBody(cursor).
SelectedText selectedBody(const QPlainTextEdit &editor);
/// Makes a change of selectedBody(), as one step of undo, and shows the selection.
void changeBody(QPlainTextEdit &editor, const TextChange &change);

} // namespace casebook
