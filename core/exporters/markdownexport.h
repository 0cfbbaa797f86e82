#pragma once

#include "core/exporters/textformat.h"

namespace casebook {

/// One Markdown document: the corpus and the selection, a list of the groups, then each group under a heading of level
/// 1 with its cases (caseMarkdown()). Links between cases lead to their headings. Broken cases are named at the end.
bool writeMarkdown(const ExportContent &content, const ExportSink &sink);

} // namespace casebook
