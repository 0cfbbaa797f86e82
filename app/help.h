#pragma once

#include "app/command.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>

namespace casebook {

/// What --help prints for the program as a whole.
QString generalHelp(const QList<QCommandLineOption> &options);

/// What --help prints for one command.
QString helpOf(const Command &command, const QList<QCommandLineOption> &options);

} // namespace casebook
