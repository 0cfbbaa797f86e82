#pragma once

#include "ui/edit/markdown/textchange.h"

namespace casebook {

enum class ListKind {
    Bullets,
    Numbers,
};

/// Makes a quote of the paragraphs that the selection or the cursor touches, or takes one level of quoting away where
/// all of their lines have it.
TextChange toggleQuote(const SelectedText &source);

/// Makes items of a list of the lines that are selected, or of the paragraph that the cursor is in; takes the marks
/// away where all of them have marks of that kind, and replaces marks of the other kind.
TextChange toggleList(const SelectedText &source, ListKind kind);

/// Makes headings of a level from 1 to 6 of the lines that the selection or the cursor touches; takes that away where
/// all of them have the level. 0: takes any level away.
TextChange toggleHeading(const SelectedText &source, int level);

} // namespace casebook
