#pragma once

#include "core/exporters/textformat.h"

namespace casebook {

/// The sources of the cases as BibTeX, each address once: @misc with title, year, url and a note that names kind,
/// relation, since when a copy is kept and the cases that cite it. Keys are of ASCII letters and digits, made of
/// organization, year and a word of the title, and none stands twice. A source without address and title is left out.
bool writeBibtex(const ExportContent &content, const ExportSink &sink);

/// A text for a field in braces: what TeX would take for a command is written so that it prints as it is. Everything
/// else stays UTF-8.
QString bibtexText(const QString &text);

} // namespace casebook
