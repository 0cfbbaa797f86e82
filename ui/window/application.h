#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace casebook {

/// What the command line asks the window to show.
struct WindowRequest {
    QString corpus; ///< a folder; empty: the welcome page
    QString filter;
    QString view; ///< the id of a saved view, which the filter narrows further; may be empty
    QString caseId;
    QString bundled; ///< the bundled corpus, to be offered; may be empty
};

/// Opens the window and runs until it is closed; answers the exit status.
int runWindow(QApplication &application, const WindowRequest &request);

} // namespace casebook
