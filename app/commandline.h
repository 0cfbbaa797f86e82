#pragma once

#include "app/command.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace casebook {

/// What a command line asks for.
struct Request {
    enum class Kind {
        Window,  ///< opens the window on invocation's corpus, filter and operand (an id)
        Command, ///< runs invocation.command
        Help,    ///< of invocation.command, or of the program where that is null
        Version,
    };
    Kind kind = Kind::Window;
    Invocation invocation;
};

/// Reads the arguments, the program's own name left out. Options may stand before or after the command; "--" ends them,
/// and what follows is no command. The Error says what is wrong with the usage.
Result<Request> readCommandLine(const QStringList &arguments);

/// The command that the arguments name, or null; the rest of them need not make sense.
const Command *commandIn(const QStringList &arguments);

/// Runs anything but the window: prints help or the version, or runs the command, and sees the output written.
ExitStatus runRequest(const Request &request, Console &console);

/// Tells a person what is wrong with the usage and where the help is.
ExitStatus refuseUsage(const Error &error, const Command *command, Console &console);

} // namespace casebook
