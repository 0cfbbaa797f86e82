#pragma once

#include "core/corpus/corpus.h"
#include "core/exporters/selectionreport.h"
#include "ui/report/briefing.h"
#include "ui/typeset/textflow.h"

namespace casebook {

/// Typesets how the selection came about: for each condition of the query how many cases it left out, and the names of
/// those cases with the conditions that they do not meet, so that a reader can judge the selection. At most 400 names.
void appendSelection(TextFlow &flow, const SelectionReport &report, const BriefingOptions &options,
                     const Corpus &corpus);

} // namespace casebook
