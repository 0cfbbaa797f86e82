#pragma once

#include "ui/edit/findtext.h"

class QPlainTextEdit;

namespace casebook {

/// Replaces what is selected, if it is a place of `text` as findText() finds them; false where it is none.
bool replaceSelected(QPlainTextEdit &editor, const QString &text, const QString &replacement, FindOptions options);

/// Replaces every place of `text`, as one step of undo; answers how many. What was put in place is not searched again.
int replaceAll(QPlainTextEdit &editor, const QString &text, const QString &replacement, FindOptions options);

} // namespace casebook
