#pragma once

#include "core/corpus/schema.h"
#include "core/exporters/sourceindex.h"
#include "ui/report/briefingplan.h"
#include "ui/typeset/textflow.h"

namespace casebook {

/// Typesets all sources, each once under a number, with what is known of it and links to the cases that cite it.
/// `index` is that of the plan's cases.
void appendAllSources(TextFlow &flow, const SourceIndex &index, const BriefingPlan &plan, const Schema &schema);

/// The name of the anchor of a source in that list, by its position.
QString sourceAnchor(int position);

} // namespace casebook
