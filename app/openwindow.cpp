#include "app/openwindow.h"

#include "app/commandline.h"
#include "app/corpuschoice.h"
#include "app/selection.h"
#include "ui/window/application.h"

#include <QApplication>
#include <QFileInfo>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// A word that is no command is taken for a case: whether there is one. A corpus that cannot be opened is the window's
/// to tell of.
Result<void> checkCase(const QString &folder, const QString &id)
{
    const Result<CorpusLayout> layout = findLayout(folder);
    if (!layout || id.isEmpty() || QFileInfo(layout->absolute(layout->pathOf(id))).isFile())
        return {};
    QStringList names;
    for (const Command &command : commands())
        names.append(command.name);
    const Result<QString> path = pathOfCase(*layout, id, names);
    if (!path)
        return path.error();
    return {};
}

} // namespace

int openWindow(int argc, char **argv, Console &console)
{
    QApplication application(argc, argv);
    const Result<Request> request = readCommandLine(QCoreApplication::arguments().mid(1));
    if (!request)
        return static_cast<int>(refuseUsage(request.error(), nullptr, console));
    const Invocation &invocation = request->invocation;
    const CorpusChoice choice = chooseCorpus(invocation.value(u"corpus"_s));
    const QString id = invocation.operands.value(0);
    if (const auto known = checkCase(choice.folder, id); !known)
        return static_cast<int>(fail(known.error(), console));
    if (!choice.note.isEmpty())
        console.message(choice.note);
    return runWindow(application, {choice.folder, invocation.value(u"filter"_s), id, bundledCorpus()});
}

} // namespace casebook
