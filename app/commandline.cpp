#include "app/commandline.h"

#include "app/help.h"
#include "core/base/suggestion.h"

#include <QCommandLineParser>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QList<QCommandLineOption> generalOptions()
{
    return {corpusOption(),
            {{u"help"_s, u"h"_s}, CommandText::tr("Print this help.")},
            {{u"version"_s, u"v"_s}, CommandText::tr("Print the program's version.")}};
}

QList<QCommandLineOption> optionsOf(const Command *command)
{
    QList<QCommandLineOption> options = command ? command->options : QList{filterOption(), viewOption()};
    return options + generalOptions();
}

/// Whether an argument is an option, of any command, whose value is the argument after it.
bool takesNext(const QString &argument)
{
    if (!argument.startsWith(u'-') || argument.contains(u'='))
        return false;
    const QString name = argument.mid(argument.startsWith(u"--") ? 2 : 1);
    const auto isMeant = [&](const QCommandLineOption &option) {
        return option.names().contains(name) && !option.valueName().isEmpty();
    };
    QList<QCommandLineOption> options = optionsOf(nullptr);
    for (const Command &command : commands())
        options += command.options;
    return std::any_of(options.begin(), options.end(), isMeant);
}

/// The position of the first argument that is neither an option nor the value of one; -1 where there is none.
qsizetype firstOperand(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == u"--")
            return -1;
        if (takesNext(argument))
            ++i;
        else if (!argument.startsWith(u'-') || argument == u"-")
            return i;
    }
    return -1;
}

void collect(Invocation &invocation, const QList<QCommandLineOption> &options, const QCommandLineParser &parser)
{
    for (const QCommandLineOption &option : options) {
        if (!parser.isSet(option))
            continue;
        invocation.options.insert(option.names().first(), parser.value(option));
        invocation.all.insert(option.names().first(), parser.values(option));
    }
    invocation.operands = parser.positionalArguments();
}

/// What is wrong with the number of operands, or with options that exclude each other; "" where nothing is.
QString faultOf(const Command &command, const Invocation &invocation)
{
    const qsizetype given = invocation.operands.size();
    if (given < command.operands.size())
        return CommandText::tr("%1 needs %2.").arg(command.name, command.operands.at(given));
    if (given > command.operands.size() && !command.repeatsLast)
        return CommandText::tr("%1 has no use for \"%2\".")
            .arg(command.name, invocation.operands.at(command.operands.size()));
    QStringList chosen;
    for (const QString &name : command.exclusive) {
        if (invocation.isSet(name))
            chosen.append(u"--"_s + name);
    }
    if (chosen.size() > 1)
        return CommandText::tr("Only one of %1 can be asked for.").arg(chosen.join(u", "_s));
    return {};
}

/// What is wrong where no command is named: more than the one case that a window can show.
QString windowFault(const Invocation &invocation)
{
    if (invocation.operands.size() <= 1)
        return {};
    QStringList names;
    for (const Command &command : commands())
        names.append(command.name);
    const QString word = invocation.operands.first();
    const QStringList near = nearestOf(word, names, 1);
    if (!near.isEmpty())
        return CommandText::tr("There is no command \"%1\". Did you mean %2?").arg(word, near.first());
    return CommandText::tr("There is no command \"%1\". Commands: %2.").arg(word, names.join(u", "_s));
}

QString parserFault(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return parser.errorText();
    const QString name = unknown.first();
    return CommandText::tr("There is no option %1 here.").arg((name.size() == 1 ? u"-"_s : u"--"_s) + name);
}

} // namespace

const Command *commandIn(const QStringList &arguments)
{
    const qsizetype at = firstOperand(arguments);
    return at < 0 ? nullptr : findCommand(arguments.at(at));
}

Result<Request> readCommandLine(const QStringList &arguments)
{
    Request request;
    Invocation &invocation = request.invocation;
    invocation.command = commandIn(arguments);
    QStringList rest{u"casebook"_s}; // the parser passes over the first
    rest += arguments;
    if (invocation.command)
        rest.removeAt(firstOperand(arguments) + 1);

    const QList<QCommandLineOption> options = optionsOf(invocation.command);
    QCommandLineParser parser;
    parser.addOptions(options);
    const bool understood = parser.parse(rest);
    collect(invocation, options, parser);
    if (invocation.isSet(u"help"_s) || invocation.isSet(u"version"_s)) {
        request.kind = invocation.isSet(u"help"_s) ? Request::Kind::Help : Request::Kind::Version;
        return request;
    }
    if (!understood)
        return Error{parserFault(parser)};
    if (invocation.isSet(u"corpus"_s) && invocation.value(u"corpus"_s).isEmpty())
        return Error{CommandText::tr("--corpus needs a folder.")};
    request.kind = invocation.command ? Request::Kind::Command : Request::Kind::Window;
    const QString fault = invocation.command ? faultOf(*invocation.command, invocation) : windowFault(invocation);
    if (!fault.isEmpty())
        return Error{fault};
    return request;
}

ExitStatus refuseUsage(const Error &error, const Command *command, Console &console)
{
    const QString help = command ? u"casebook "_s + command->name + u" --help"_s : u"casebook --help"_s;
    console.message(error.message + u' ' + CommandText::tr("See %1").arg(help));
    return ExitStatus::Usage;
}

ExitStatus runRequest(const Request &request, Console &console)
{
    ExitStatus status = ExitStatus::Done;
    const Command *command = request.invocation.command;
    if (request.kind == Request::Kind::Help)
        console.write(command ? helpOf(*command, optionsOf(command)) : generalHelp(optionsOf(nullptr)));
    else if (request.kind == Request::Kind::Version)
        console.write(u"casebook "_s + QStringLiteral(CASEBOOK_VERSION) + u'\n');
    else if (command)
        status = command->run(request.invocation, console);
    if (!console.flush() && !console.writeError().isEmpty()) {
        console.message(CommandText::tr("The output could not be written: %1.").arg(console.writeError()));
        return ExitStatus::Failed;
    }
    return status;
}

} // namespace casebook
