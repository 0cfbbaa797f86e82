#include "app/selection.h"
#include "core/exporters/json.h"
#include "core/exporters/textlist.h"
#include "core/query/rank.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

void printJson(const Selection &selection, bool explain, Console &console)
{
    JsonWriter json;
    json.beginArray();
    for (const int row : selection.result.order) {
        const CaseStudy &study = *selection.corpus.at(row);
        const Rank rank = explain ? rankOf(study, selection.query, selection.corpus) : Rank();
        writeCase(json, selection.corpus, study, nullptr, explain ? &rank : nullptr);
        console.write(json.take());
        if (console.isClosed())
            return;
    }
    json.endArray();
    console.write(json.take());
}

void printTable(const Selection &selection, Console &console)
{
    console.write(tableHeading());
    for (const int row : selection.result.order)
        console.write(tableRow(selection.corpus, *selection.corpus.at(row)));
}

void printGroups(const Selection &selection, bool explain, Console &console)
{
    const Corpus &corpus = selection.corpus;
    const auto noteOf = [&](const CaseStudy &study) {
        return explain ? describeRank(rankOf(study, selection.query, corpus), corpus.schema()) : QString();
    };
    if (explain)
        console.write(console.style().dim(describeOrder(selection.query, corpus.schema())) + u"\n\n"_s);
    const int width = idWidthOf(corpus, selection.result);
    bool first = true;
    for (const ResultGroup &group : selection.result.groups) {
        if (!std::exchange(first, false))
            console.write(u"\n"_s);
        console.write(groupText(corpus, group, width, console.style(), noteOf));
    }
}

ExitStatus run(const Invocation &invocation, Console &console)
{
    const Result<Selection> selection = selectCases(invocation, console);
    if (!selection)
        return fail(selection.error(), console);
    if (invocation.isSet(u"json"_s))
        printJson(*selection, invocation.isSet(u"explain"_s), console);
    else if (invocation.isSet(u"tsv"_s))
        printTable(*selection, console);
    else
        printGroups(*selection, invocation.isSet(u"explain"_s), console);
    return ExitStatus::Done;
}

} // namespace

Command listCommand()
{
    Command command;
    command.name = u"list"_s;
    command.usage = u"[--view ID] [--filter QUERY] [--explain] [--json | --tsv]"_s;
    command.summary = CommandText::tr("Print the cases that match, in the window's order");
    command.details = CommandText::tr("A file that cannot be read is listed with its problems.");
    command.options = {filterOption(),
                       viewOption(),
                       {u"explain"_s, CommandText::tr("Say of each case why it stands where it stands.")},
                       jsonOption(),
                       {u"tsv"_s, CommandText::tr("Print a table, with tabs between columns and their names on top.")}};
    command.exclusive = QStringList{u"json"_s, u"tsv"_s};
    command.run = run;
    return command;
}

} // namespace casebook
