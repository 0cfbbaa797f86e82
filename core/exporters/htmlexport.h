#pragma once

#include "core/exporters/textformat.h"

namespace casebook {

/// One HTML page that needs nothing else: contents, then the groups with their cases (caseHtml()), light and dark as
/// the reader's system is, with a field that filters the cases offline. It fetches nothing and may not: see
/// htmlPolicy(). Without scripts the page is whole and the field is hidden. Broken cases are named at the end.
bool writeHtml(const ExportContent &content, const ExportSink &sink);

} // namespace casebook
