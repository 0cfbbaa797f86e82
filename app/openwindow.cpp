#include "app/openwindow.h"

#include "app/commandline.h"
#include "app/corpuschoice.h"
#include "app/selection.h"
#include "app/viewchoice.h"
#include "core/base/texts.h"
#include "core/corpus/loader.h"
#include "ui/window/application.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

#include <optional>

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

/// Whether there is the view that is asked for; a corpus that cannot be opened is the window's to tell of.
Result<void> checkView(const QString &folder, const QString &id)
{
    if (id.isEmpty())
        return {};
    const Result<CorpusHead> head = readHead(folder);
    if (!head)
        return {};
    if (const Result<SavedView> view = chooseView(Corpus(head->layout, head->schema, {}), id); !view)
        return view.error();
    return {};
}

/// A corpus, and a case in it.
struct Place {
    QString corpus;
    QString id;
};

/// What a path names that a desktop hands over: a folder is a corpus; a Markdown file is a case of the nearest folder
/// above it that has a corpus.yaml, else of its own folder.
std::optional<Place> placeOf(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return std::nullopt;
    if (info.isDir())
        return Place{info.absoluteFilePath(), {}};
    if (info.suffix() != u"md")
        return std::nullopt;
    QDir folder = info.absoluteDir();
    while (!folder.exists(u"corpus.yaml"_s) && folder.cdUp()) { }
    if (!folder.exists(u"corpus.yaml"_s))
        folder = info.absoluteDir();
    const Result<CorpusLayout> layout = findLayout(folder.absolutePath());
    const QString relative = QDir(folder.canonicalPath()).relativeFilePath(info.canonicalFilePath());
    return Place{folder.absolutePath(), layout ? layout->idOf(relative) : QString()};
}

int showWindow(QApplication &application, const Invocation &invocation, const Place &place, Console &console)
{
    const QString view = invocation.value(u"view"_s);
    if (const Result<void> known = checkView(place.corpus, view); !known)
        return static_cast<int>(fail(known.error(), console));
    return runWindow(application,
                     {place.corpus, invocation.value(u"filter"_s), view, place.id, bundledCorpus()});
}

} // namespace

int openWindow(int argc, char **argv, Console &console)
{
    QApplication application(argc, argv);
    installTexts();
    const Result<Request> request = readCommandLine(QCoreApplication::arguments().mid(1));
    if (!request)
        return static_cast<int>(refuseUsage(request.error(), nullptr, console));
    const Invocation &invocation = request->invocation;
    const QString operand = invocation.operands.value(0);
    if (const auto place = placeOf(operand); place && !invocation.isSet(u"corpus"_s))
        return showWindow(application, invocation, *place, console);
    const CorpusChoice choice = chooseCorpus(invocation.value(u"corpus"_s));
    const QString &id = operand;
    if (const auto known = checkCase(choice.folder, id); !known)
        return static_cast<int>(fail(known.error(), console));
    if (!choice.note.isEmpty())
        console.message(choice.note);
    return showWindow(application, invocation, {choice.folder, id}, console);
}

} // namespace casebook
