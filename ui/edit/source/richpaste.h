#pragma once

#include "ui/edit/markdown/textchange.h"

#include <optional>

class QMimeData;

namespace casebook {

/// What a paste of rich text changes in a body: its Markdown in the place of the selection, within the line where it is
/// no more than one paragraph, else as blocks. Nothing where there is no rich text, or none that differs from plain
/// text: then the plain text is to be pasted. So is HTML that is code with its colours, or that is too long.
std::optional<TextChange> richPaste(const QMimeData &data, const SelectedText &body);

} // namespace casebook
