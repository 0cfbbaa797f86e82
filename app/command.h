#pragma once

#include "app/console.h"
#include "app/exitstatus.h"

#include <QCommandLineOption>
#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace casebook {

/// What a person reads on the command line: tr() of one translation context.
struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(casebook::CommandLine)
};

struct Invocation;

/// One command of the program.
struct Command {
    QString name;
    QString usage;   ///< what may follow the name: "[--filter QUERY] [--json | --tsv]"
    QString summary; ///< one line without a full stop
    QString details; ///< further sentences; may be empty
    QList<QCommandLineOption> options;
    QStringList operands;     ///< the names of what must be given besides options, in order: {"ID"}
    bool repeatsLast = false; ///< the last operand may be given more than once
    QStringList exclusive;    ///< options of which at most one may be given
    ExitStatus (*run)(const Invocation &, Console &) = nullptr;
    bool (*drawsText)(const Invocation &) =
        nullptr; ///< whether fonts are needed, and so a QGuiApplication; null: never
};

/// A command line that has been read: the command, if any, and what it was given.
struct Invocation {
    const Command *command = nullptr; ///< null: the window is meant
    QHash<QString, QString> options;  ///< by the option's first name; "" for a flag; what was given last
    QHash<QString, QStringList> all;  ///< the same, with all that was given
    QStringList operands;

    bool isSet(const QString &name) const { return options.contains(name); }
    QString value(const QString &name) const { return options.value(name); }
    QStringList values(const QString &name) const { return all.value(name); }
};

/// Every command, in the order of the help.
const QList<Command> &commands();
/// The command of a name, or null.
const Command *findCommand(const QString &name);

Command listCommand();
Command showCommand();
Command facetsCommand();
Command similarCommand();
Command quotesCommand();
Command validateCommand();
Command archiveCommand();
Command exportCommand();
Command importCommand();
Command linksCommand();
Command setCommand();
Command newCommand();

// Options that several commands have.
QCommandLineOption corpusOption();
QCommandLineOption filterOption();
QCommandLineOption viewOption();
QCommandLineOption jsonOption();

} // namespace casebook
