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

/// The query language, for commands that take one.
QString queryTable()
{
    return u'\n' + CommandText::tr("Queries:") + u'\n'
        + table({{u"memory"_s, CommandText::tr("starts a word, whatever its case and accents")},
                 {u"\"garbage coll\""_s, CommandText::tr("stands there as it is")},
                 {u"-memory"_s, CommandText::tr("does not; goes before anything")},
                 {u"a b OR (c d)"_s, CommandText::tr("both, or the others; parentheses group")},
                 {u"from:go,\"a b\""_s, CommandText::tr("the field has one of these values")},
                 {u"claims.reason:x"_s, CommandText::tr("a part of a record; its last part alone will do")},
                 {u"year:2018..2022"_s, CommandText::tr("a year, number or date between two; also 2018.. and >=2018")},
                 {u"has:figures"_s, CommandText::tr("there is something in the field; missing: there is nothing")},
                 {u"is:broken"_s, CommandText::tr("the file has an error")},
                 {u"is:stale>6m"_s, CommandText::tr("not reviewed for so long (d, w, m, y); alone, a year")},
                 {u"sort:-year"_s, CommandText::tr("ordered by a field, here from the last")}});
}

} // namespace

QString generalHelp(const QList<QCommandLineOption> &options)
{
    QList<std::pair<QString, QString>> rows;
    for (const Command &command : commands())
        rows.append({command.name, command.summary});
    const QString indent = u"       "_s;
    QString text = CommandText::tr("Usage:") + u" casebook [--corpus DIR] [--view ID] [--filter QUERY] [ID]\n"_s;
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
    const bool asks = std::any_of(command.options.begin(), command.options.end(), [](const QCommandLineOption &option) {
        return option.names().contains(u"filter"_s);
    });
    return text + u"\n\n"_s + optionTable(options) + (asks ? queryTable() : QString());
}

} // namespace casebook
