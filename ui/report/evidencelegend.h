#pragma once

#include "core/corpus/schema.h"
#include "ui/report/briefingplan.h"

#include <QDate>
#include <QTextCharFormat>

namespace casebook {

class TextFlow;

/// Appends what the words for evidence mean, each with the number of the plan's cases that it is said of: the strongest
/// first, then what weakens evidence. Levels that no case has are left out. `today` is what ages are counted to.
void appendEvidenceLegend(TextFlow &flow, const QTextCharFormat &chars, const BriefingPlan &plan, const Schema &schema,
                          const QDate &today);

} // namespace casebook
