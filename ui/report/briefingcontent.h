#pragma once

#include "core/exporters/sourceindex.h"
#include "ui/report/briefing.h"
#include "ui/report/briefingplan.h"
#include "ui/report/pagegeometry.h"

#include <QSet>

namespace casebook {

/// What a briefing is made of. Nothing in it changes while it is laid out, so that several threads can read it; it
/// holds no font, as those must not be shared.
struct BriefingContent {
    const Corpus &corpus;
    BriefingPlan plan;
    BriefingOptions options; ///< complete: with a title and a date
    PageGeometry geometry;
    QSet<QString> addresses; ///< of the cases in the document
    SourceIndex sourceIndex;
    QString target = {}; ///< the file that is to be written, as errors call it
};

} // namespace casebook
