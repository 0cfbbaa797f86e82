#include "app/commandline.h"
#include "app/exportformat.h"
#include "app/interruption.h"
#include "core/exporters/exportplan.h"

#include <QFileInfo>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

bool goesToOutput(const Invocation &invocation)
{
    return invocation.value(u"output"_s) == u"-";
}

const ExportFormat *formatCalled(const QString &name)
{
    for (const ExportFormat &format : exportFormats()) {
        if (format.name == name)
            return &format;
    }
    return nullptr;
}

/// By --format, else by the end of the file's name; standard output is JSON.
const ExportFormat *formatOf(const Invocation &invocation)
{
    if (invocation.isSet(u"format"_s))
        return formatCalled(invocation.value(u"format"_s).toLower());
    if (goesToOutput(invocation))
        return formatCalled(u"json"_s);
    const QString suffix = QFileInfo(invocation.value(u"output"_s)).suffix().toLower();
    for (const ExportFormat &format : exportFormats()) {
        if (format.suffixes.contains(suffix))
            return &format;
    }
    return nullptr;
}

/// What is wrong with --output and --format; "" where nothing is.
QString faultOf(const Invocation &invocation)
{
    const QString output = invocation.value(u"output"_s);
    const ExportFormat *format = formatOf(invocation);
    if (output.isEmpty())
        return CommandText::tr("export needs a file to write: -o FILE, or -o - for standard output.");
    if (!format && invocation.isSet(u"format"_s)) {
        return CommandText::tr("There is no format \"%1\". Formats: %2.")
            .arg(invocation.value(u"format"_s), exportFormatNames());
    }
    if (!format) {
        return CommandText::tr("The name %1 does not tell the format: name it with --format. Formats: %2.")
            .arg(output, exportFormatNames());
    }
    if (goesToOutput(invocation) && !format->print)
        return CommandText::tr("The format %1 needs a file: -o FILE.").arg(format->name);
    return {};
}

/// A document that leaves broken cases out says so, and so does the command.
void tellOfOmitted(const Selection &selection, Console &console)
{
    for (const OmittedCase &one : planExport(selection.corpus, selection.result).omitted)
        console.message(CommandText::tr("Left out: %1: %2").arg(one.path, one.reason));
}

ExitStatus exportTo(const QString &path, const Selection &selection, const ExportFormat &format, Console &console)
{
    const Interruption interruption;
    const auto progress = [&](const QString &words) {
        console.progress(words);
        return !interruption.happened();
    };
    const Result<void> written = format.writeFile(selection, path, progress);
    if (!written && interruption.happened())
        return fail(Error{CommandText::tr("Interrupted: %1 was not written.").arg(path)}, console);
    if (!written)
        return fail(written.error(), console);
    int cases = selection.result.matches();
    if (format.leavesOut) {
        tellOfOmitted(selection, console);
        cases = planExport(selection.corpus, selection.result).cases;
    }
    console.message(CommandText::tr("Cases written to %1: %2").arg(path, QString::number(cases)));
    return ExitStatus::Done;
}

ExitStatus run(const Invocation &invocation, Console &console)
{
    if (const QString fault = faultOf(invocation); !fault.isEmpty())
        return refuseUsage(Error{fault}, invocation.command, console);
    const Result<Selection> selection = selectCases(invocation, console);
    if (!selection)
        return fail(selection.error(), console);
    if (selection->result.matches() == 0)
        return fail(Error{CommandText::tr("There is nothing to export: nothing was written.")}, console);
    const ExportFormat &format = *formatOf(invocation);
    if (!goesToOutput(invocation))
        return exportTo(invocation.value(u"output"_s), *selection, format, console);
    if (const Result<void> printed = format.print(*selection, console); !printed)
        return fail(printed.error(), console);
    if (format.leavesOut)
        tellOfOmitted(*selection, console);
    return ExitStatus::Done;
}

bool drawsText(const Invocation &invocation)
{
    const ExportFormat *format = formatOf(invocation);
    return format && format->drawsText;
}

} // namespace

Command exportCommand()
{
    Command command;
    command.name = u"export"_s;
    command.usage = u"[--view ID] [--filter QUERY] -o FILE [--format FORMAT]"_s;
    command.summary = CommandText::tr("Write the cases that match to a file");
    command.details = CommandText::tr(
        "A file that exists is replaced when the new one is whole, and not before. A PDF is made as the view "
        "says under \"briefing\". Only PDF needs a file: the other formats are printed with -o -.");
    command.options = {
        filterOption(),
        viewOption(),
        {{u"output"_s, u"o"_s}, CommandText::tr("The file to write; - is standard output."), u"FILE"_s},
        {u"format"_s,
         CommandText::tr("One of %1. Without it, the end of the file's name tells.").arg(exportFormatNames()),
         u"FORMAT"_s}};
    command.run = run;
    command.drawsText = drawsText;
    return command;
}

} // namespace casebook
