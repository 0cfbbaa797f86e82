#pragma once

#include "core/sources/readabletext.h"

namespace casebook {

/// What there is to read in a PDF, by poppler's pdftotext: a process of its own, so that a hostile file can neither
/// crash this one nor use it up. It gets twenty seconds and 2 GiB of memory, and is ended at once where it is asked to
/// stop. The Error says what is wrong, also where the program is missing. Blocks; any thread but the window's.
Result<ReadableText> readPdf(const QByteArray &bytes, const std::stop_token &stop = {});

/// Plain text as paragraphs, between which lines are empty; a form feed ends one too. The lines of a paragraph are
/// joined, words that a line's end divided with a hyphen stay divided.
MarkdownNode paragraphsOf(const QString &text);

} // namespace casebook
