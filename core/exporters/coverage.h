#pragma once

#include "core/exporters/casessummary.h"

namespace casebook {

/// Sentences that tell a reader where the cases are thin, each with its numbers: which side few speak on, which
/// industries say nothing on it, which groups are empty, how much of the evidence is not first-hand, how old the
/// accounts are, and what has no source or year. Nothing where all is well covered. `summary` has its counts already.
QStringList coverageOf(const CaseStudies &cases, const CasesSummary &summary, const Schema &schema, const QDate &today);

} // namespace casebook
