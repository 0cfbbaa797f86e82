#pragma once

#include "ui/read/caseview.h"
#include "ui/typeset/casetypesetter.h"

namespace casebook {

/// Fills an empty, prepared document with a case: parses its body and links it with the corpus. Of a body longer than
/// `characterLimit` only the beginning is shown, with a note; 0: no limit.
void typesetCase(QTextDocument *document, const ShownCase &shown, const TypeStyle &style, qsizetype characterLimit);

/// Asks for a printer and prints the case, typeset for paper. The dialog is modal to `window` and answers later.
void printCase(const ShownCase &shown, QWidget *window);

} // namespace casebook
