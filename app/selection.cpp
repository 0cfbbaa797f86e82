#include "app/selection.h"

#include "app/corpuschoice.h"
#include "app/viewchoice.h"
#include "core/base/suggestion.h"
#include "core/corpus/loader.h"
#include "core/exporters/textlist.h"
#include "core/query/queryreading.h"
#include "core/query/valuesinuse.h"

#include <QDir>
#include <QFileInfo>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

void tellOfDescription(const Corpus &corpus, Console &console)
{
    const QString path = QFileInfo(corpus.layout().descriptionPath()).fileName();
    for (const FileProblem &found : corpus.allProblems()) {
        if (found.path == path && found.problem.severity == Severity::Error)
            console.rawMessage(u"casebook: "_s + fileProblemLine(found, TextStyle()));
    }
}

/// Says what of the filter was not understood, or may not be what was meant.
void tellOfNotes(const QString &filter, const Corpus &corpus, Console &console)
{
    const auto valuesOf = [&](const QString &path) { return valuesInUse(corpus, path); };
    const QList<QueryNote> notes = readQuery(filter, corpus.schema(), valuesOf).notes;
    for (const QueryNote &note : notes)
        console.message(messageOf(note, corpus.schema()));
}

} // namespace

Result<QString> folderFor(const Invocation &invocation, Console &console)
{
    const CorpusChoice choice = chooseCorpus(invocation.value(u"corpus"_s));
    if (choice.folder.isEmpty())
        return Error{CommandText::tr("There is no corpus to open: name its folder with --corpus DIR.")};
    if (!choice.note.isEmpty())
        console.message(choice.note);
    return choice.folder;
}

Result<Corpus> openCorpus(const Invocation &invocation, Console &console)
{
    const Result<QString> folder = folderFor(invocation, console);
    if (!folder)
        return folder.error();
    Result<Corpus> corpus = loadCorpus(*folder);
    if (!corpus)
        return corpus;
    tellOfDescription(*corpus, console);
    if (corpus->size() == 0) {
        const CorpusLayout &layout = corpus->layout();
        console.message(CommandText::tr("There are no case studies (files ending in .md) in %1.")
                            .arg(QDir::cleanPath(layout.absolute(layout.caseFolder))));
    }
    return corpus;
}

Result<Selection> selectCases(const Invocation &invocation, Console &console)
{
    Result<Corpus> corpus = openCorpus(invocation, console);
    if (!corpus)
        return corpus.error();
    Selection selection{std::move(*corpus), {}, {}, {}};
    const Schema &schema = selection.corpus.schema();
    selection.query = parseQuery(invocation.value(u"filter"_s), schema);
    Arrangement arrangement;
    QString ofView;
    if (invocation.isSet(u"view"_s)) {
        const Result<SavedView> view = chooseView(selection.corpus, invocation.value(u"view"_s));
        if (!view)
            return view.error();
        ofView = view->filter;
        selection.query = narrowed(view->query(schema), selection.query);
        arrangement = view->arrangement(schema);
        selection.recipe = readRecipe(view->briefing).recipe;
    }
    selection.result = Search(selection.corpus).run(selection.query, arrangement);
    if (selection.corpus.size() > 0) {
        tellOfNotes(ofView, selection.corpus, console);
        tellOfNotes(invocation.value(u"filter"_s), selection.corpus, console);
        if (selection.result.matches() == 0) {
            console.message(CommandText::tr("None of %1 cases matches: %2")
                                .arg(selection.corpus.size())
                                .arg(describeQuery(selection.query, schema)));
        }
    }
    return selection;
}

Result<QString> pathOfCase(const CorpusLayout &layout, const QString &id, const QStringList &alsoMeant)
{
    QString path;
    QStringList ids;
    walkCases(
        layout,
        [&](const FoundFile &file) {
            ids.append(layout.idOf(file.path));
            if (ids.last() == id)
                path = file.path;
            return path.isEmpty();
        },
        [](const QString &) {});
    if (path.isEmpty())
        return unknownCase(id, ids + alsoMeant);
    return path;
}

ExitStatus fail(const Error &error, Console &console)
{
    console.message(error.message);
    return ExitStatus::Failed;
}

Error unknownCase(const QString &id, const QStringList &ids)
{
    QString text = CommandText::tr("There is no case \"%1\".").arg(id);
    const QStringList near = nearestOf(id, ids, 3);
    if (!near.isEmpty())
        text += u' ' + CommandText::tr("Did you mean %1?").arg(near.join(u", "_s));
    return Error{text};
}

} // namespace casebook
