#pragma once

#include <QCoreApplication>

namespace casebook {

/// Words for people in ui/report: ReportWords::tr("...").
struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(Briefing)
};

} // namespace casebook
