#pragma once

#include "core/corpus/schema.h"
#include "ui/report/briefingplan.h"
#include "ui/typeset/textflow.h"

namespace casebook {

/// Typesets the page that opens a group: its name, what it stands for, and a table of its cases to compare them by:
/// from and to, year, and how many claims each has on either side, where the schema has such roles. Of the table, the
/// head and `count` rows from the one at `first` on; what stands above it comes with the first one.
void appendGroupPage(TextFlow &flow, const BriefingGroup &group, const BriefingPlan &plan, const Schema &schema,
                     int first, int count);

} // namespace casebook
