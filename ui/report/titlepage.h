#pragma once

#include "ui/report/briefing.h"
#include "ui/report/briefingplan.h"
#include "ui/typeset/textflow.h"

#include <QImage>

namespace casebook {

/// Typesets the first page: title, question, what was selected and how, the state of the corpus, what was left out.
/// `options` are complete: they have a title and a date. A logo that is not null stands on top.
void appendTitlePage(TextFlow &flow, const BriefingOptions &options, const Schema &schema, const BriefingPlan &plan,
                     const QImage &logo);

} // namespace casebook
