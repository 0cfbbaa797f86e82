#include "app/help.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineWidth = 80; // characters

/// Breaks a text between words; lines after the first start with `indent` blanks.
QString wrapped(const QString &text, qsizetype indent)
{
    QString result;
    qsizetype column = indent;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const bool first = column == indent;
        if (!first && column + 1 + word.size() > lineWidth) {
            result += u'\n' + QString(indent, u' ');
            column = indent;
        } else if (!first) {
            result += u' ';
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result;
}

/// Names on the left, what they mean on the right.
QString table(const QList<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &[name, meaning] : rows)
        width = std::max(width, name.size());
    QString text;
    for (const auto &[name, meaning] : rows)
        text += u"  "_s + name.leftJustified(width) + u"  "_s + wrapped(meaning, width + 4) + u'\n';
    return text;
}

/// "-o, --output FILE"
QString nameOf(const QCommandLineOption &option)
{
    QStringList names = option.names();
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() < b.size(); });
    for (QString &name : names)
        name.prepend(name.size() == 1 ? u"-"_s : u"--"_s);
    const QString text = (names.size() == 1 ? u"    "_s : QString()) + names.join(u", "_s);
    return option.valueName().isEmpty() ? text : text + u' ' + option.valueName();
}

QString optionTable(const QList<QCommandLineOption> &options)
{
    QList<std::pair<QString, QString>> rows;
    for (const QCommandLineOption &option : options)
        rows.append({nameOf(option), option.description()});
    return CommandText::tr("Options:") + u'\n' + table(rows);
}

} // namespace

QString generalHelp(const QList<QCommandLineOption> &options)
{
    QList<std::pair<QString, QString>> rows;
    for (const Command &command : commands())
        rows.append({command.name, command.summary});
    const QString indent = u"       "_s;
    QString text = CommandText::tr("Usage:") + u" casebook [--corpus DIR] [--filter QUERY] [ID]\n"_s;
    text += indent + u"casebook COMMAND [--corpus DIR] ...\n\n"_s;
    text += wrapped(CommandText::tr("Opens a corpus of case studies in a window, or does one thing with it and prints "
                                    "the outcome."),
                    0)
        + u"\n\n"_s;
    text += CommandText::tr("Commands:") + u'\n' + table(rows) + u'\n';
    text += optionTable(options) + u'\n';
    text += CommandText::tr("Exit status:") + u'\n';
    text += table({{u"0"_s, CommandText::tr("done")},
                   {u"1"_s, CommandText::tr("done, and something was found, such as an error in a file")},
                   {u"2"_s, CommandText::tr("the command line makes no sense")},
                   {u"3"_s, CommandText::tr("something could not be read or written")}});
    return text + u'\n' + CommandText::tr("casebook COMMAND --help tells more of a command.") + u'\n';
}

QString helpOf(const Command &command, const QList<QCommandLineOption> &options)
{
    QString text = CommandText::tr("Usage:") + u" casebook "_s + command.name + u" [--corpus DIR]"_s;
    text += (command.usage.isEmpty() ? QString() : u' ' + command.usage) + u"\n\n"_s;
    text += wrapped(command.summary + u'.' + (command.details.isEmpty() ? QString() : u' ' + command.details), 0);
    return text + u"\n\n"_s + optionTable(options);
}

} // namespace casebook
