#include "app/command.h"

namespace casebook {

using namespace Qt::StringLiterals;

const QList<Command> &commands()
{
    static const QList<Command> all{listCommand(),     showCommand(),  similarCommand(), facetsCommand(),
                                    setCommand(),      newCommand(),   importCommand(),  exportCommand(),
                                    validateCommand(), linksCommand(), archiveCommand(), quotesCommand()};
    return all;
}

const Command *findCommand(const QString &name)
{
    for (const Command &command : commands()) {
        if (command.name == name)
            return &command;
    }
    return nullptr;
}

QCommandLineOption corpusOption()
{
    return {u"corpus"_s,
            CommandText::tr("The folder of the corpus. Without it: $CASEBOOK_CORPUS, then the corpus last opened, then "
                            "the one that comes with the program."),
            u"DIR"_s};
}

QCommandLineOption filterOption()
{
    return {u"filter"_s, CommandText::tr("Only the cases that match, such as 'from:go year:2018.. reason:latency'."),
            u"QUERY"_s};
}

QCommandLineOption viewOption()
{
    return {u"view"_s, CommandText::tr("Only the cases of a saved view, the file views/ID.yaml of the corpus."),
            u"ID"_s};
}

QCommandLineOption jsonOption()
{
    return {u"json"_s, CommandText::tr("Print JSON.")};
}

} // namespace casebook
