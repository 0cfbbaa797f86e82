#include "app/commandline.h"
#include "app/selection.h"
#include "core/base/suggestion.h"
#include "core/corpus/casetemplate.h"
#include "core/corpus/loader.h"
#include "core/corpus/newcase.h"
#include "core/store/fileoperations.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// Where the case is to be, and what is known of it.
struct Place {
    CorpusLayout layout;
    Schema schema;
};

/// The corpus; all of it only where the fields must be inferred from its cases.
Result<Place> findPlace(const Invocation &invocation, Console &console)
{
    const Result<QString> folder = folderFor(invocation, console);
    if (!folder)
        return folder.error();
    const Result<CorpusHead> head = readHead(*folder);
    if (!head)
        return head.error();
    if (!head->schema.inferred || !invocation.isSet(u"group"_s))
        return Place{head->layout, head->schema};
    const Result<Corpus> corpus = loadCorpus(*folder);
    if (!corpus)
        return corpus.error();
    return Place{corpus->layout(), corpus->schema()};
}

/// The value of the group that a person means: by its value or its label. The Error is one of usage.
Result<QString> groupCalled(const QString &name, const Schema &schema)
{
    if (name.isEmpty())
        return name;
    if (schema.fieldOf(role::group).isEmpty())
        return Error{CommandText::tr("The cases of this corpus are in no groups.")};
    QStringList values;
    for (const Group &group : schema.groups) {
        if (group.value == name || group.label.compare(name, Qt::CaseInsensitive) == 0)
            return group.value;
        values.append(group.value);
    }
    if (values.isEmpty())
        return name;
    const QString text = CommandText::tr("There is no group \"%1\".").arg(name) + u' ';
    const QStringList near = nearestOf(name, values, 1);
    return Error{near.isEmpty() ? text + CommandText::tr("Groups: %1.").arg(values.join(u", "_s))
                                : text + CommandText::tr("Did you mean %1?").arg(near.first())};
}

/// What is wrong with the operands and options; "" where nothing is.
QString faultOf(const Invocation &invocation)
{
    if (invocation.operands.first().trimmed().isEmpty())
        return CommandText::tr("A new case needs a title.");
    if (invocation.isSet(u"id"_s) && !isValidId(invocation.value(u"id"_s))) {
        return CommandText::tr(
                   "\"%1\" cannot be an id: use letters, digits, '-', '_' and '.' only, and '/' for a folder.")
            .arg(invocation.value(u"id"_s));
    }
    return {};
}

/// The id that was asked for, or one made of the title; in a folder of its own where folders are the groups.
QString idFor(const Invocation &invocation, const Place &place, const NewCase &newCase)
{
    if (invocation.isSet(u"id"_s))
        return invocation.value(u"id"_s);
    QString id = idFromTitle(newCase.title);
    if (!newCase.group.isEmpty() && place.schema.fieldOf(role::group) == folderField)
        id = newCase.group + u'/' + id;
    return freeId(id, [&](const QString &other) { return isIdTaken(place.layout, other); });
}

ExitStatus run(const Invocation &invocation, Console &console)
{
    if (const QString fault = faultOf(invocation); !fault.isEmpty())
        return refuseUsage(Error{fault}, invocation.command, console);
    const Result<Place> place = findPlace(invocation, console);
    if (!place)
        return fail(place.error(), console);
    const Result<QString> group = groupCalled(invocation.value(u"group"_s), place->schema);
    if (!group)
        return refuseUsage(group.error(), invocation.command, console);
    NewCase newCase{{}, invocation.operands.first().simplified(), *group};
    newCase.id = idFor(invocation, *place, newCase);
    if (place->layout.pathOf(newCase.id) == CorpusLayout::templatePath())
        return refuseUsage(Error{CommandText::tr("%1 is the template of new cases: choose another id.")
                                     .arg(CorpusLayout::templatePath())},
                           invocation.command, console);
    const Result<QByteArray> bytes = newCaseBytes(place->layout, place->schema, newCase);
    if (!bytes)
        return fail(bytes.error(), console);
    const Result<QString> path = createFile(place->layout.root, place->layout.pathOf(newCase.id), *bytes);
    if (!path)
        return fail(path.error(), console);
    console.write(*path + u'\n');
    return ExitStatus::Done;
}

} // namespace

Command newCommand()
{
    Command command;
    command.name = u"new"_s;
    command.usage = u"[--group GROUP] [--id ID] TITLE"_s;
    command.summary = CommandText::tr("Make a new case and print the path of its file");
    command.details = CommandText::tr("It gets the text of the corpus's template.md, where there is one: {{title}}, "
                                      "{{group}}, {{date}}, {{year}} and "
                                      "{{id}} in it are filled in, and so are the fields for title and group. "
                                      "Otherwise it gets a key for every field "
                                      "of corpus.yaml. Nothing is ever overwritten.");
    command.options = {
        {{u"group"_s, u"decision"_s},
         CommandText::tr("The group of the case, by its value or label, such as adopting."),
         u"GROUP"_s},
        {u"id"_s,
         CommandText::tr("The file's path below the folder of cases, without .md; otherwise made of the title."),
         u"ID"_s}};
    command.operands = QStringList{CommandText::tr("a TITLE")};
    command.run = run;
    return command;
}

} // namespace casebook
