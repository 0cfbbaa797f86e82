#pragma once

#include "ui/edit/markdown/textchange.h"

namespace casebook {

enum class Emphasis {
    Italic,
    Bold,
};

/// Makes what is selected italic or bold, or the word under the cursor, or takes that away where all of it has it. Of
/// several paragraphs each gets marks of its own, behind the marks of lists and quotes. Where only a part of what has
/// it is selected, all of that loses it. Without a word marks are put around the cursor, and taken away where they
/// stand around it with nothing between.
TextChange toggleEmphasis(const SelectedText &source, Emphasis emphasis);

/// The word that a place is in, or at an end of; empty where there is none.
TextSpan wordAt(QStringView text, qsizetype place);

} // namespace casebook
