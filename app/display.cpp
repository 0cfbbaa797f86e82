#include "app/display.h"

#include "app/command.h"

namespace casebook {

Result<void> checkDisplay()
{
    // A platform that was asked for by name may well need neither.
    for (const char *name : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return {};
    }
    return Error{CommandText::tr("There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
                                 "Without one, \"casebook export -o cases.pdf\" writes the cases to a file, "
                                 "\"casebook list\" prints them, and \"casebook --help\" tells what else there is.")};
}

} // namespace casebook
