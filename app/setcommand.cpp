#include "app/assignment.h"
#include "app/commandline.h"
#include "app/selection.h"
#include "core/base/suggestion.h"
#include "core/corpus/casereader.h"
#include "core/corpus/loader.h"
#include "core/curate/fieldchange.h"
#include "core/difference/unifieddifference.h"
#include "core/exporters/textlist.h"
#include "core/validation/validation.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// A case that is to be changed, as it is.
struct Target {
    CorpusHead head;
    QString id;
    QString path; ///< relative to the corpus
    Document document;
};

Result<Target> findTarget(const Invocation &invocation, Console &console)
{
    const Result<QString> folder = folderFor(invocation, console);
    if (!folder)
        return folder.error();
    Result<CorpusHead> head = readHead(*folder);
    if (!head)
        return head.error();
    const QString id = invocation.operands.first();
    const Result<QString> path = pathOfCase(head->layout, id);
    if (!path)
        return path.error();
    Result<Document> document = readDocument(head->layout, *path);
    if (!document)
        return document.error();
    return Target{std::move(*head), id, *path, std::move(*document)};
}

Result<FieldChanges> readAssignments(const Invocation &invocation)
{
    FieldChanges changes;
    for (const QString &text : invocation.operands.mid(1)) {
        const Result<FieldChange> change = readAssignment(text);
        if (!change)
            return change.error();
        changes.append(*change);
    }
    return changes;
}

/// What is wrong with the changes as such, whatever the disk says; "" where nothing is.
QString faultOf(const FieldChanges &changes, const Target &target, bool anyField)
{
    if (target.document.isBroken())
        return {}; // that is no fault of the command line
    const Value fields = toValue(target.document.tree());
    for (const FieldChange &change : changes) {
        if (const Result<Edits> edits = editsFor(change, fields, target.head.schema); !edits)
            return edits.error().message;
        const QString misspelled = misspelling(change.path, target.head.schema, fields);
        if (!anyField && !misspelled.isEmpty())
            return misspelled;
    }
    return {};
}

bool isAmong(const QList<FieldProblem> &problems, const FieldProblem &problem)
{
    return std::any_of(problems.begin(), problems.end(), [&](const FieldProblem &other) {
        return other.path == problem.path && other.problem.message == problem.problem.message;
    });
}

/// The ids that the case names as related and that no case has.
QStringList missingRelated(const Target &target, const Document &document)
{
    const QString field = target.head.schema.fieldOf(role::related);
    const QStringList related = toValue(document.tree())[field].toTexts();
    if (field.isEmpty() || related == toValue(target.document.tree())[field].toTexts())
        return {};
    QStringList missing = related;
    walkCases(
        target.head.layout,
        [&](const FoundFile &file) {
            missing.removeAll(target.head.layout.idOf(file.path));
            return !missing.isEmpty();
        },
        [](const QString &) {});
    return missing;
}

/// Tells what the schema finds wrong with the new bytes that it did not before; answers whether that is an error.
bool tellOfProblems(const Target &target, const QByteArray &bytes, Console &console)
{
    const Document document = Document::parse(bytes);
    const QList<FieldProblem> before = validateFields(target.document, target.head.schema);
    bool anyError = false;
    for (const FieldProblem &found : validateFields(document, target.head.schema)) {
        if (isAmong(before, found))
            continue;
        console.rawMessage(fileProblemLine({target.path, found.problem}, TextStyle()));
        anyError = anyError || found.problem.severity == Severity::Error;
    }
    for (const QString &id : missingRelated(target, document)) {
        console.message(CommandText::tr("There is no case \"%1\" to be related to.").arg(id));
        anyError = true;
    }
    return anyError;
}

ExitStatus carryOut(const Target &target, const Plan &plan, bool dryRun, Console &console)
{
    if (!plan.leftOut.isEmpty()) {
        const LeftOutFile &file = plan.leftOut.first();
        return fail(Error{CommandText::tr("%1 was not changed. %2").arg(file.path, file.reason)}, console);
    }
    if (plan.files.isEmpty()) {
        console.message(CommandText::tr("%1 is so already: nothing was changed.").arg(target.path));
        return ExitStatus::Done;
    }
    const PlannedFile &file = plan.files.first();
    if (dryRun) {
        console.write(unifiedDifference({target.path, target.path, file.before, file.after}));
    } else {
        const PlanOutcome outcome = carryOut(target.head.layout.root, plan);
        if (!outcome.leftOut.isEmpty())
            return fail(Error{outcome.leftOut.first().reason}, console);
        console.message(CommandText::tr("Changed %1").arg(target.path));
    }
    return tellOfProblems(target, file.after, console) ? ExitStatus::Found : ExitStatus::Done;
}

ExitStatus run(const Invocation &invocation, Console &console)
{
    const Result<FieldChanges> changes = readAssignments(invocation);
    if (!changes)
        return refuseUsage(changes.error(), invocation.command, console);
    const Result<Target> target = findTarget(invocation, console);
    if (!target)
        return fail(target.error(), console);
    const QString fault = faultOf(*changes, *target, invocation.isSet(u"new-fields"_s));
    if (!fault.isEmpty())
        return refuseUsage(Error{fault}, invocation.command, console);
    const Plan plan = planChanges(target->head.layout, target->head.schema, {target->path}, *changes);
    return carryOut(*target, plan, invocation.isSet(u"dry-run"_s), console);
}

} // namespace

Command setCommand()
{
    Command command;
    command.name = u"set"_s;
    command.usage = u"ID PATH=VALUE... [--dry-run] [--new-fields]"_s;
    command.summary = CommandText::tr("Change fields of one case, and nothing else in its file");
    command.details = CommandText::tr(
        "PATH=VALUE sets a field, PATH+=VALUE adds to a list what is not in it, PATH-=VALUE takes out of it, and PATH= "
        "removes the field. A PATH is a field such as year, a part such as effort.months, or a place in a list such as "
        "sources[0].url, counted from 0; [+] is the place behind the last. Several values of a list stand between "
        "commas. A value is read as the field's type in corpus.yaml wants it, else as YAML would read it. All changes "
        "are made or, where one cannot be, none: exit status 3, or 2 where it makes no sense. A value that the field's "
        "vocabulary does not know is written all the same: what validate would newly complain of is printed, and the "
        "exit status is 1 where that is an error.");
    command.options = {
        {u"dry-run"_s, CommandText::tr("Print the change as a unified difference, and change nothing.")},
        {u"new-fields"_s,
         CommandText::tr("Add fields that are not known yet even where a known one is written almost the same.")}};
    command.operands = QStringList{CommandText::tr("the ID of a case"), CommandText::tr("a change, such as year=2021")};
    command.repeatsLast = true;
    command.run = run;
    return command;
}

} // namespace casebook
