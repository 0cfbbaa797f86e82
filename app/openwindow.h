#pragma once

#include "app/console.h"

#include <QStringList>

namespace casebook {

/// Opens the window that a command line without a command asks for, and runs until it is closed. Options of Qt's own,
/// such as -platform and -style, are taken out of the arguments first. Answers the exit status.
int openWindow(int argc, char **argv, Console &console);

} // namespace casebook
