#include "app/commandline.h"
#include "core/base/suggestion.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
    void suggests_data();
    void suggests();
};

namespace {

/// A request in one line: "list corpus=DIR filter=a json [ID]".
QString summaryOf(const Request &request)
{
    const Invocation &invocation = request.invocation;
    QStringList parts;
    if (request.kind == Request::Kind::Help)
        parts.append(u"help:"_s);
    if (request.kind == Request::Kind::Version)
        parts.append(u"version:"_s);
    parts.append(invocation.command ? invocation.command->name : u"window"_s);
    QStringList names = invocation.options.keys();
    names.sort();
    for (const QString &name : std::as_const(names))
        parts.append(invocation.value(name).isEmpty() ? name : name + u'=' + invocation.value(name));
    for (const QString &operand : invocation.operands)
        parts.append(u'[' + operand + u']');
    return parts.join(u' ');
}

} // namespace

void TestCommandLine::understands_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QStringList &arguments, const QString &expected) {
        QTest::newRow(name) << arguments << expected;
    };
    row("nothing", {}, u"window"_s);
    row("a case in the window", {u"some-case"_s}, u"window [some-case]"_s);
    row("a window's options", {u"--corpus"_s, u"d"_s, u"--filter"_s, u"from:go"_s, u"a"_s},
        u"window corpus=d filter=from:go [a]"_s);
    row("options with an equals sign", {u"--corpus=d"_s, u"--filter=a b"_s}, u"window corpus=d filter=a b"_s);
    row("a case with a command's name", {u"--"_s, u"list"_s}, u"window [list]"_s);
    row("a folder with a command's name", {u"--corpus"_s, u"list"_s}, u"window corpus=list"_s);
    row("options after the command", {u"list"_s, u"--corpus"_s, u"d"_s, u"--json"_s}, u"list corpus=d json"_s);
    row("options before the command", {u"--json"_s, u"--corpus"_s, u"d"_s, u"list"_s}, u"list corpus=d json"_s);
    row("options on both sides", {u"--filter"_s, u"show"_s, u"list"_s, u"--corpus=d"_s},
        u"list corpus=d filter=show"_s);
    row("a filter that starts with a minus", {u"list"_s, u"--filter"_s, u"-decision:adopting"_s},
        u"list filter=-decision:adopting"_s);
    row("an empty filter", {u"list"_s, u"--filter"_s, QString()}, u"list filter"_s);
    row("an operand", {u"show"_s, u"a/b"_s, u"--path"_s}, u"show path [a/b]"_s);
    row("an operand with a minus", {u"show"_s, u"--"_s, u"-a"_s}, u"show [-a]"_s);
    row("an operand with a command's name", {u"show"_s, u"list"_s}, u"show [list]"_s);
    row("standard output", {u"export"_s, u"-o"_s, u"-"_s}, u"export output=-"_s);
    row("a file before the command", {u"-o"_s, u"list"_s, u"export"_s}, u"export output=list"_s);
    row("a value right behind its option", {u"export"_s, u"-ofile.json"_s}, u"export output=file.json"_s);
    row("general help", {u"--help"_s}, u"help: window help"_s);
    row("help of a command", {u"list"_s, u"-h"_s}, u"help: list help"_s);
    row("help before the command", {u"--help"_s, u"show"_s}, u"help: show help"_s);
    row("help wins over a fault", {u"show"_s, u"--bogus"_s, u"--help"_s}, u"help: show help"_s);
    row("version", {u"-v"_s}, u"version: window version"_s);
}

void TestCommandLine::understands()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    const Result<Request> request = readCommandLine(arguments);
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    QCOMPARE(summaryOf(*request), expected);
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named"); // in the message
    const auto row = [](const char *name, const QStringList &arguments, const QString &named) {
        QTest::newRow(name) << arguments << named;
    };
    row("an unknown option", {u"list"_s, u"--bogus"_s}, u"--bogus"_s);
    row("an unknown short option", {u"list"_s, u"-x"_s}, u"-x"_s);
    row("another command's option", {u"list"_s, u"--markdown"_s}, u"--markdown"_s);
    row("a filter where none is", {u"show"_s, u"a"_s, u"--filter"_s, u"b"_s}, u"--filter"_s);
    row("a missing value", {u"list"_s, u"--corpus"_s}, u"corpus"_s);
    row("an empty folder name", {u"list"_s, u"--corpus="_s}, u"--corpus"_s);
    row("a missing operand", {u"show"_s}, u"ID"_s);
    row("too many operands", {u"show"_s, u"a"_s, u"b"_s}, u"\"b\""_s);
    row("an operand where none is", {u"list"_s, u"a"_s}, u"\"a\""_s);
    row("two shapes at once", {u"list"_s, u"--json"_s, u"--tsv"_s}, u"--json, --tsv"_s);
    row("a mistyped command", {u"lsit"_s, u"a"_s}, u"Did you mean list?"_s);
    row("no command at all", {u"frobnicate"_s, u"a"_s}, u"Commands: list, show"_s);
}

void TestCommandLine::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const Result<Request> request = readCommandLine(arguments);
    QVERIFY(!request);
    QVERIFY2(request.error().message.contains(named), qPrintable(request.error().message));
}

void TestCommandLine::suggests_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("a letter left out") << u"dropbx"_s << QStringList{u"dropbox"_s, u"dropbox-storage"_s};
    QTest::newRow("letters swapped") << u"yjti"_s << QStringList{u"yjit"_s};
    QTest::newRow("another case") << u"YJIT"_s << QStringList{u"yjit"_s};
    QTest::newRow("a part") << u"engine"_s << QStringList{u"firefox-style-engine"_s};
    QTest::newRow("a mistyped part") << u"engnie"_s << QStringList{u"firefox-style-engine"_s};
    QTest::newRow("nothing like it") << u"zzzzzzz"_s << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
}

void TestCommandLine::suggests()
{
    QFETCH(QString, word);
    QFETCH(QStringList, expected);
    const QStringList ids{u"firefox-style-engine"_s, u"dropbox-storage"_s, u"dropbox"_s, u"yjit"_s};
    QCOMPARE(nearestOf(word, ids, 3), expected);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
