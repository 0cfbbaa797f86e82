#include "app/selection.h"
#include "core/corpus/loader.h"
#include "core/exporters/json.h"
#include "core/exporters/textlist.h"
#include "core/query/savedview.h"
#include "core/sources/archivecheck.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

void tellCounts(const Corpus &corpus, qsizetype errors, qsizetype warnings, Console &console)
{
    console.message(
        CommandText::tr("Errors: %1, warnings: %2, cases: %3").arg(errors).arg(warnings).arg(corpus.size()));
}

ExitStatus run(const Invocation &invocation, Console &console)
{
    const Result<QString> folder = folderFor(invocation, console);
    if (!folder)
        return fail(folder.error(), console);
    const Result<Corpus> corpus = loadCorpus(*folder);
    if (!corpus)
        return fail(corpus.error(), console);
    const QList<FileProblem> problems = corpus->allProblems() + loadViews(corpus->layout(), corpus->schema()).problems
        + archiveProblems(corpus->layout().root, Archive::read(corpus->layout().root));
    if (invocation.isSet(u"json"_s)) {
        JsonWriter json;
        writeProblems(json, problems);
        console.write(json.take());
    } else {
        for (const FileProblem &found : problems)
            console.write(fileProblemLine(found, console.style()));
    }
    const qsizetype errors = std::count_if(problems.begin(), problems.end(), [](const FileProblem &found) {
        return found.problem.severity == Severity::Error;
    });
    if (!problems.isEmpty()) // a corpus in order is told by silence and the exit status
        tellCounts(*corpus, errors, problems.size() - errors, console);
    return errors > 0 ? ExitStatus::Found : ExitStatus::Done;
}

} // namespace

Command validateCommand()
{
    Command command;
    command.name = u"validate"_s;
    command.usage = u"[--json]"_s;
    command.summary = CommandText::tr("Print every problem of the corpus, its saved views and its archive");
    command.details =
        CommandText::tr("Each as FILE:LINE:COLUMN: severity: message. The exit status is 1 where one is an error.");
    command.options = {jsonOption()};
    command.run = run;
    return command;
}

} // namespace casebook
