#pragma once

#include "core/corpus/schema.h"
#include "core/exporters/casessummary.h"
#include "ui/report/briefingplan.h"
#include "ui/typeset/textflow.h"

namespace casebook {

/// How much of it a summary shows, so that it fits a page.
struct SummarySize {
    qsizetype reasons = 12; ///< rows; the others are summed up in one
    qsizetype claims = 5;   ///< on each side
};

/// From the most to the least: the first that fits is the one to take.
QList<SummarySize> summarySizes();

/// What the cases of a plan say together, with as many claims of each side as any size shows.
CasesSummary summaryOf(const BriefingPlan &plan, const Schema &schema, const QDate &today);

/// Typesets the summary: how many claims on each side, reasons by group as a matrix of counts, the
/// strongest arguments with links to their cases, and where the cases are thin. A corpus without claims has but the
/// last.
void appendSummary(TextFlow &flow, const CasesSummary &summary, const BriefingPlan &plan, const Schema &schema,
                   const SummarySize &size);

/// Whether there is anything to say.
bool isWorthAPage(const CasesSummary &summary);

} // namespace casebook
