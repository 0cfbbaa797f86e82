#pragma once

#include "core/corpus/corpus.h"
#include "core/exporters/sourceindex.h"
#include "ui/report/briefingplan.h"
#include "ui/typeset/textflow.h"

namespace casebook {

/// Typesets `count` of all sources, from the one at `first` on, each once under a number, with what is known of it and
/// links to the cases that cite it; above the first, the title. `index` is that of the plan's cases.
void appendAllSources(TextFlow &flow, const SourceIndex &index, const BriefingPlan &plan, const Corpus &corpus,
                      int first, int count);

/// The name of the anchor of a source in that list, by its position.
QString sourceAnchor(int position);

} // namespace casebook
