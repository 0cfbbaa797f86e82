#pragma once

#include "ui/typeset/markdowntypesetter.h"

namespace casebook {

/// Appends a Markdown table: a tinted head, thin rules between rows, columns aligned as written. A table too large for
/// layout becomes lines of text, one a row, with nothing left out.
void appendMarkdownTable(TextFlow &flow, const MarkdownOptions &options, const MarkdownNode &table, qreal gap);

} // namespace casebook
