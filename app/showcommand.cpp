#include "app/selection.h"
#include "core/corpus/casereader.h"
#include "core/exporters/json.h"
#include "core/exporters/textcase.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// --path and --markdown: neither needs the other cases.
ExitStatus showFile(const Invocation &invocation, Console &console)
{
    const Result<QString> folder = folderFor(invocation, console);
    if (!folder)
        return fail(folder.error(), console);
    const Result<CorpusLayout> layout = findLayout(*folder);
    if (!layout)
        return fail(layout.error(), console);
    const Result<QString> path = pathOfCase(*layout, invocation.operands.first());
    if (!path)
        return fail(path.error(), console);
    if (invocation.isSet(u"path"_s)) {
        console.write(layout->absolute(*path) + u'\n');
        return ExitStatus::Done;
    }
    const Result<Document> document = readDocument(*layout, *path);
    if (!document)
        return fail(document.error(), console);
    console.write(document->bytes());
    return ExitStatus::Done;
}

ExitStatus showCase(const Invocation &invocation, Console &console)
{
    const Result<Corpus> corpus = openCorpus(invocation, console);
    if (!corpus)
        return fail(corpus.error(), console);
    const CaseStudyPtr study = corpus->find(invocation.operands.first());
    if (!study) {
        QStringList ids;
        for (const CaseStudyPtr &known : corpus->cases())
            ids.append(known->id);
        return fail(unknownCase(invocation.operands.first(), ids), console);
    }
    const QString body = readBody(*corpus, *study);
    if (!invocation.isSet(u"json"_s)) {
        console.write(caseText(*corpus, *study, body, console.style()));
        return ExitStatus::Done;
    }
    JsonWriter json;
    writeCase(json, *corpus, *study, &body);
    console.write(json.take());
    return ExitStatus::Done;
}

ExitStatus run(const Invocation &invocation, Console &console)
{
    const bool fileOnly = invocation.isSet(u"path"_s) || invocation.isSet(u"markdown"_s);
    return fileOnly ? showFile(invocation, console) : showCase(invocation, console);
}

} // namespace

Command showCommand()
{
    Command command;
    command.name = u"show"_s;
    command.usage = u"ID [--json | --markdown | --path]"_s;
    command.summary = CommandText::tr("Print one case, for reading or as asked");
    command.details =
        CommandText::tr("ID is what list prints: the file's path below the folder of cases, without .md.");
    command.options = {jsonOption(),
                       {u"markdown"_s, CommandText::tr("Print the file as it is, byte for byte.")},
                       {u"path"_s, CommandText::tr("Print where the file lies.")}};
    command.operands = QStringList{CommandText::tr("the ID of a case")};
    command.exclusive = QStringList{u"json"_s, u"markdown"_s, u"path"_s};
    command.run = run;
    return command;
}

} // namespace casebook
