#include "app/commandline.h"
#include "app/display.h"
#include "app/openwindow.h"
#include "app/selection.h"
#include "core/base/texts.h"

#include <QGuiApplication>
#include <QLoggingCategory>

#include <clocale>
#include <csignal>
#include <cstring>
#include <langinfo.h>
#include <memory>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// Names and output are UTF-8 whatever the locale. Qt switches to it by itself, but with a warning on stderr.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// A command needs no display. One that lays text out needs fonts, and those the offscreen platform has too.
std::unique_ptr<QCoreApplication> makeApplication(const Invocation &invocation, int &argc, char **argv)
{
    const Command *command = invocation.command;
    if (!command || !command->drawsText || !command->drawsText(invocation))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Without a session Qt warns of the folder for sockets that it does not find, and nobody needs here.
    QLoggingCategory::setFilterRules(u"default.warning=false"_s);
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    useUtf8();
    QCoreApplication::setOrganizationName(u"casebook"_s);
    QCoreApplication::setApplicationName(u"casebook"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CASEBOOK_VERSION));

    const QStringList arguments = argumentsOf(argc, argv);
    Console console;
    const Result<Request> request = readCommandLine(arguments);
    const bool window = request ? request->kind == Request::Kind::Window : !commandIn(arguments);
    const Result<void> display = checkDisplay();
    if (window && display) // arguments that we cannot read may be Qt's own
        return openWindow(argc, argv, console);
    if (!request)
        return static_cast<int>(refuseUsage(request.error(), commandIn(arguments), console));
    if (window)
        return static_cast<int>(fail(display.error(), console));

    std::signal(SIGPIPE, SIG_IGN); // Console sees the error instead
    const auto application = makeApplication(request->invocation, argc, argv);
    installTexts();
    return static_cast<int>(runRequest(*request, console));
}
