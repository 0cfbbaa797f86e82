#include "app/selection.h"
#include "core/exporters/json.h"
#include "core/exporters/textlist.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

ExitStatus run(const Invocation &invocation, Console &console)
{
    const Result<Selection> selection = selectCases(invocation, console);
    if (!selection)
        return fail(selection.error(), console);
    if (!invocation.isSet(u"json"_s)) {
        console.write(facetsText(selection->result.facets, console.style()));
        return ExitStatus::Done;
    }
    JsonWriter json;
    writeFacets(json, selection->result.facets);
    console.write(json.take());
    return ExitStatus::Done;
}

} // namespace

Command facetsCommand()
{
    Command command;
    command.name = u"facets"_s;
    command.usage = u"[--view ID] [--filter QUERY] [--json]"_s;
    command.summary = CommandText::tr("Print every facet with its values and their counts");
    command.details =
        CommandText::tr("A facet counts the cases that the filter's conditions on all other facets leave.");
    command.options = {filterOption(), viewOption(), jsonOption()};
    command.run = run;
    return command;
}

} // namespace casebook
