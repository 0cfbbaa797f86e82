#include "app/commandline.h"
#include "app/importsummary.h"
#include "app/receivedocument.h"
#include "app/selection.h"
#include "core/base/filebytes.h"
#include "core/difference/unifieddifference.h"
#include "core/importers/importer.h"
#include "core/importers/importplan.h"
#include "core/importers/importpreparation.h"
#include "core/store/newfolders.h"

#include <QFile>
#include <QSettings>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// What is wrong with the command line, "" where nothing is.
QString faultOf(const Invocation &invocation)
{
    if (!invocation.isSet(u"into"_s) || invocation.value(u"into"_s).isEmpty())
        return CommandText::tr("import needs --into and the folder of a corpus, or of one that is to be made.");
    const QStringList formats = importerNames();
    if (invocation.isSet(u"format"_s) && !formats.contains(invocation.value(u"format"_s)))
        return CommandText::tr("There is no format \"%1\". Formats: %2.")
            .arg(invocation.value(u"format"_s), formats.join(u", "_s));
    return {};
}

void choose(ImportComparison &comparison, const Invocation &invocation)
{
    comparison.about.chosen = comparison.about.chosen || invocation.isSet(u"about"_s);
    for (CaseComparison &one : comparison.cases) {
        if (invocation.isSet(u"stubs"_s) && one.reason.isEmpty())
            one.chosen = true;
        for (FieldComparison &field : one.fields) {
            if (invocation.isSet(u"overwrite"_s) && field.state == ImportState::Conflict)
                field.chosen = true;
        }
    }
}

bool hasConflict(const ImportComparison &comparison)
{
    return std::any_of(comparison.cases.begin(), comparison.cases.end(), [](const CaseComparison &one) {
        const auto stays = [](const FieldComparison &field) {
            return field.state == ImportState::Conflict && !field.chosen;
        };
        return one.chosen && std::any_of(one.fields.begin(), one.fields.end(), stays);
    });
}

QByteArray differencesOf(const Plan &plan)
{
    QByteArray text;
    for (const PlannedFile &file : plan.files) {
        const bool made = file.step.kind == FileStep::Kind::Create;
        text += unifiedDifference({made ? QString() : file.step.path, file.step.path, file.before, file.after});
    }
    return text;
}

Result<void> makeFolder(const QString &root)
{
    NewFolders folders(SystemCalls::real());
    const int fault = folders.make(QFile::encodeName(root));
    if (fault != 0)
        return Error{CommandText::tr("The folder %1 cannot be made: %2.").arg(root, systemReason(fault))};
    folders.keep();
    return {};
}

void tellOutcome(const ImportComparison &comparison, const Plan &plan, Console &console)
{
    for (const PlannedFile &file : plan.files)
        console.rawMessage(file.step.path + u'\n');
    if (plan.files.isEmpty()) {
        console.message(CommandText::tr("The corpus has all of it already: nothing was changed."));
        return;
    }
    console.message(CommandText::tr("New: %1, changed: %2, unchanged: %3, in conflict: %4")
                        .arg(comparison.count(ImportState::New))
                        .arg(comparison.count(ImportState::Changed))
                        .arg(comparison.count(ImportState::Unchanged))
                        .arg(comparison.count(ImportState::Conflict)));
}

ExitStatus finish(const ImportedDocument &document, const ImportComparison &comparison, const Invocation &invocation,
                  Console &console)
{
    const bool dryRun = invocation.isSet(u"dry-run"_s);
    const Plan plan = planImport(comparison);
    QList<LeftOutFile> leftOut = plan.leftOut;
    tellOfImport(document, comparison, console);
    if (!dryRun && !plan.files.isEmpty()) {
        if (auto made = makeFolder(comparison.target.layout.root); !made)
            return fail(made.error(), console);
        leftOut += carryOut(comparison.target.layout.root, plan).leftOut;
    }
    for (const LeftOutFile &file : std::as_const(leftOut))
        console.message(CommandText::tr("%1 was left out. %2").arg(file.path, file.reason));
    if (invocation.isSet(u"json"_s))
        console.write(importJson(document, comparison, plan, leftOut, dryRun));
    else if (dryRun)
        console.write(differencesOf(plan));
    else
        tellOutcome(comparison, plan, console);
    if (!leftOut.isEmpty())
        return ExitStatus::Failed;
    return hasConflict(comparison) || !document.problems.isEmpty() ? ExitStatus::Found : ExitStatus::Done;
}

/// As the option says, or the setting for all that is fetched.
bool isPrivateAllowed(const Invocation &invocation)
{
    return invocation.isSet(u"allow-private"_s) || QSettings().value(u"sources/allowPrivate"_s, false).toBool();
}

ExitStatus run(const Invocation &invocation, Console &console)
{
    if (const QString fault = faultOf(invocation); !fault.isEmpty())
        return refuseUsage(Error{fault}, invocation.command, console);
    const Result<ReceivedDocument> received =
        receiveDocument(invocation.operands.first(), isPrivateAllowed(invocation), console);
    if (!received)
        return fail(received.error(), console);
    const ImportRequest request{
        *received, invocation.value(u"format"_s), invocation.value(u"group"_s), {}, invocation.values(u"map"_s)};
    Result<PreparedImport> prepared = prepareImport(request, [&invocation](const ImportedDocument &document) {
        return findTarget(invocation.value(u"into"_s), document);
    });
    if (!prepared)
        return fail(prepared.error(), console);
    choose(prepared->comparison, invocation);
    return finish(prepared->document, prepared->comparison, invocation, console);
}

} // namespace

Command importCommand()
{
    Command command;
    command.name = u"import"_s;
    command.usage =
        u"FILE|URL --into DIR [--dry-run] [--json] [--format FORMAT] [--group GROUP] [--map COLUMN=FIELD]... "
        "[--stubs] [--about] [--overwrite]"_s;
    command.summary = CommandText::tr("Bring cases in from a document");
    command.details =
        CommandText::tr(
            "DIR is a corpus, or a folder that is empty or not there, which becomes one. A case is known "
            "again by the address of a source, else by organization and title: what the document says "
            "more is added, what it says differently stays as it is and is told, and what both say is left "
            "alone. So a second import of the same document changes nothing. Every word and link of the "
            "document is kept: what belongs to no case goes into about.md, which is added to only where you "
            "ask for it. The columns of a table become the fields that their headers name; --map says "
            "otherwise. The exit status is 1 where something is in conflict. Of the network, the URL alone is asked. "
            "Formats: %1.")
            .arg(importerNames().join(u", "_s));
    command.options = {
        {u"into"_s, CommandText::tr("The folder of the corpus."), u"DIR"_s},
        {u"dry-run"_s, CommandText::tr("Print the changes as unified differences, and change nothing.")},
        jsonOption(),
        {u"format"_s, CommandText::tr("Read the document as this format, rather than the one it looks like."),
         u"FORMAT"_s},
        {u"group"_s, CommandText::tr("The group of cases for which the document names none."), u"GROUP"_s},
        {u"map"_s,
         CommandText::tr(
             "What a column of a table becomes: a field's id or label, such as sources.url, \"body\" for the "
             "text, or \"-\" to leave it out. May be given for several columns."),
         u"COLUMN=FIELD"_s},
        {u"stubs"_s, CommandText::tr("Make cases of entries that are no more than a name and links, too.")},
        {u"about"_s,
         CommandText::tr("Add what belongs to no case to an about.md that is there: nothing in it is lost.")},
        {u"allow-private"_s, CommandText::tr("Fetch from this computer and from private networks, too.")},
        {u"overwrite"_s,
         CommandText::tr("Where the document says something else, let it replace what the corpus says.")}};
    command.operands = QStringList{CommandText::tr("a FILE or URL")};
    command.run = run;
    return command;
}

} // namespace casebook
