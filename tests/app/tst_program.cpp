#include "program.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void choosesTheCorpus_data();
    void choosesTheCorpus();
    void passesOverALastCorpusThatIsGone();
    void opensNoWindowOnAnUnknownCase();
    void worksInAnyLocale();
    void endsQuietlyWhenNobodyReads_data();
    void endsQuietlyWhenNobodyReads();
    void tellsOfAFullDisk();
    void colorsOnATerminal_data();
    void colorsOnATerminal();
};

void TestProgram::answers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("output"); // a part of it; empty: there is none
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QStringList &arguments, int status, const QString &output,
                        const QString &message) { QTest::newRow(name) << arguments << status << output << message; };
    row("help", {u"--help"_s}, 0, u"validate  Print every problem"_s, {});
    row("help of list", {u"list"_s, u"--help"_s}, 0,
        u"casebook list [--corpus DIR] [--view ID] [--filter QUERY] [--explain] [--json | --tsv]"_s, {});
    row("help of show", {u"show"_s, u"--help"_s}, 0, u"casebook show [--corpus DIR] ID"_s, {});
    row("help of facets", {u"facets"_s, u"--help"_s}, 0, u"casebook facets"_s, {});
    row("help of validate", {u"validate"_s, u"--help"_s}, 0, u"casebook validate"_s, {});
    row("help of export", {u"export"_s, u"--help"_s}, 0, u"-o, --output FILE"_s, {});
    row("help of set", {u"set"_s, u"--help"_s}, 0, u"casebook set [--corpus DIR] ID PATH=VALUE..."_s, {});
    row("help of new", {u"new"_s, u"--help"_s}, 0, u"--decision GROUP"_s, {});
    row("version", {u"--version"_s}, 0, u"casebook " CASEBOOK_VERSION "\n"_s, {});
    row("unknown option", {u"list"_s, u"--bogus"_s}, 2, {}, u"casebook list --help"_s);
    row("mistyped command", {u"lst"_s, u"a"_s}, 2, {}, u"Did you mean list?"_s);
    row("window without a display", {}, 3, {}, u"casebook export -o"_s);
    row("case without a display", {u"yjit"_s}, 3, {}, u"There is no display"_s);
    row("wrong usage without a display", {u"--bogus"_s}, 2, {}, u"--bogus"_s);
    row("missing folder", {u"list"_s, u"--corpus"_s, u"/no/such/folder"_s}, 3, {}, u"/no/such/folder"_s);
    row("a file as the corpus", {u"list"_s, u"--corpus"_s, bundledFolder() + u"/corpus.yaml"_s}, 3, {},
        u"corpus.yaml"_s);
    row("missing folder, validate", {u"validate"_s, u"--corpus"_s, u"/no/such/folder"_s}, 3, {}, u"/no/such/folder"_s);
    row("missing folder, facets", {u"facets"_s, u"--corpus"_s, u"/no/such/folder"_s}, 3, {}, u"/no/such/folder"_s);
    row("missing folder, show", {u"show"_s, u"a"_s, u"--corpus"_s, u"/no/such/folder"_s}, 3, {}, u"/no/such/folder"_s);
    row("missing folder, path", {u"show"_s, u"a"_s, u"--path"_s, u"--corpus"_s, u"/no/such/folder"_s}, 3, {},
        u"/no/such/folder"_s);
    row("missing folder, set", {u"set"_s, u"a"_s, u"b=c"_s, u"--corpus"_s, u"/no/such/folder"_s}, 3, {},
        u"/no/such/folder"_s);
    row("missing folder, new", {u"new"_s, u"a"_s, u"--corpus"_s, u"/no/such/folder"_s}, 3, {}, u"/no/such/folder"_s);
    row("missing folder, export", {u"export"_s, u"-o"_s, u"-"_s, u"--corpus"_s, u"/no/such/folder"_s}, 3, {},
        u"/no/such/folder"_s);
    row("list", {u"list"_s}, 0, u"Discord · Read States service · Go → Rust · 2020"_s, {});
    row("list in groups", {u"list"_s}, 0, u"Decided against Rust ("_s, {});
    row("nothing matches", {u"list"_s, u"--filter"_s, u"zzzzzz"_s}, 0, {}, u"zzzzzz"_s);
    row("a field that is not there", {u"list"_s, u"--filter"_s, u"form:go"_s}, 0, {}, u"Did you mean from?"_s);
    row("show", {u"show"_s, u"yjit"_s}, 0, u"Shopify"_s, {});
    row("unknown case", {u"show"_s, u"yjti"_s}, 3, {}, u"Did you mean yjit?"_s);
    row("unknown case, path", {u"show"_s, u"yjti"_s, u"--path"_s}, 3, {}, u"Did you mean yjit?"_s);
    row("a case outside", {u"show"_s, u"../corpus"_s, u"--markdown"_s}, 3, {}, u"../corpus"_s);
    row("path", {u"show"_s, u"yjit"_s, u"--path"_s}, 0, u"data/rust/cases/yjit.md\n"_s, {});
    row("markdown", {u"show"_s, u"yjit"_s, u"--markdown"_s}, 0, u"---\ntitle: "_s, {});
    row("facets", {u"facets"_s}, 0, u"Decision (decision)"_s, {});
}

void TestProgram::answers()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, output);
    QFETCH(QString, message);
    Program program;
    program.set(u"CASEBOOK_CORPUS"_s, bundledFolder());
    const Outcome outcome = program.run(arguments);
    const QString printed = QString::fromUtf8(outcome.output);
    const QString said = QString::fromUtf8(outcome.messages);
    QVERIFY2(outcome.status == status, qPrintable(said));
    QVERIFY2(output.isEmpty() ? printed.isEmpty() : printed.contains(output), qPrintable(printed));
    QVERIFY2(message.isEmpty() ? said.isEmpty() : said.contains(message), qPrintable(said));
    QVERIFY(!printed.contains(u'\x1b'));
}

void TestProgram::choosesTheCorpus_data()
{
    QTest::addColumn<bool>("named");
    QTest::addColumn<bool>("inEnvironment");
    QTest::addColumn<bool>("opened");
    QTest::addColumn<QString>("expected"); // the one case of the corpus that is to be chosen; empty: the bundled one
    QTest::newRow("the named one first") << true << true << true << u"named"_s;
    QTest::newRow("then the environment's") << false << true << true << u"environment"_s;
    QTest::newRow("then the one last opened") << false << false << true << u"opened"_s;
    QTest::newRow("then the bundled one") << false << false << false << QString();
}

void TestProgram::choosesTheCorpus()
{
    QFETCH(bool, named);
    QFETCH(bool, inEnvironment);
    QFETCH(bool, opened);
    QFETCH(QString, expected);
    const Folder first({{u"named.md"_s, "# A"}});
    const Folder second({{u"environment.md"_s, "# A"}});
    const Folder third({{u"opened.md"_s, "# A"}});
    Program program;
    if (inEnvironment)
        program.set(u"CASEBOOK_CORPUS"_s, second.path());
    if (opened)
        program.setLastCorpus(third.path());
    const QStringList arguments{u"list"_s, u"--json"_s};
    const Outcome outcome = program.run(named ? arguments + QStringList{u"--corpus"_s, first.path()} : arguments);
    QCOMPARE(outcome.status, 0);
    const QStringList ids = idsIn(outcome.json());
    if (expected.isEmpty())
        QVERIFY(ids.contains(u"discord-read-states"_s));
    else
        QCOMPARE(ids, QStringList{expected});
}

void TestProgram::passesOverALastCorpusThatIsGone()
{
    Program program;
    program.setLastCorpus(u"/no/such/folder"_s);
    const Outcome outcome = program.run({u"list"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY(idsIn(outcome.json()).contains(u"discord-read-states"_s));
    QVERIFY(outcome.messages.contains("/no/such/folder"));
}

void TestProgram::opensNoWindowOnAnUnknownCase()
{
    Program program;
    program.set(u"CASEBOOK_CORPUS"_s, bundledFolder());
    program.set(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    const Outcome unknown = program.run({u"yjti"_s});
    QCOMPARE(unknown.status, 3);
    QVERIFY2(unknown.messages.contains("Did you mean yjit?"), unknown.messages.constData());
    QVERIFY(program.run({u"lsit"_s}).messages.contains("Did you mean list?"));
    QCOMPARE(program.run({u"--bogus"_s}).status, 2);
    const Outcome view = program.run({u"--view"_s, u"from-g"_s});
    QCOMPARE(view.status, 3);
    QVERIFY2(view.messages.contains("Did you mean from-go?"), view.messages.constData());
}

void TestProgram::worksInAnyLocale()
{
    const Folder corpus({{u"größe.md"_s, "---\ntitle: Größe → 大きさ\n---\n"}});
    Program program;
    program.set(u"LC_ALL"_s, u"C"_s);
    const Outcome outcome = program.run({u"show"_s, u"größe"_s, u"--corpus"_s, corpus.path()});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.output.startsWith("Größe → 大きさ\n"));
    QCOMPARE(outcome.messages, QByteArray());
}

void TestProgram::endsQuietlyWhenNobodyReads_data()
{
    QTest::addColumn<QString>("line");
    const QString status = u"; echo \"status $?\" >&2; } | true"_s;
    QTest::newRow("list") << QString(u"{ \"$casebook\" list --tsv"_s + status);
    QTest::newRow("json") << QString(u"{ \"$casebook\" list --json"_s + status);
    QTest::newRow("export") << QString(u"{ \"$casebook\" export -o -"_s + status);
}

void TestProgram::endsQuietlyWhenNobodyReads()
{
    QFETCH(QString, line);
    Folder corpus; // more output than a pipe holds
    for (int i = 0; i < 300; ++i)
        corpus.write(QString::number(i) + u".md"_s, "---\ntitle: " + QByteArray(1000, 'x') + "\n---\n");
    Program program;
    program.set(u"CASEBOOK_CORPUS"_s, corpus.path());
    const Outcome outcome = program.shell(line);
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.messages, QByteArray("status 0\n"));
}

void TestProgram::tellsOfAFullDisk()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full here");
    Program program;
    program.set(u"CASEBOOK_CORPUS"_s, bundledFolder());
    for (const QString &arguments : {u"list"_s, u"show yjit"_s, u"facets --json"_s, u"export -o -"_s, u"--help"_s}) {
        const Outcome outcome = program.shell(u"\"$casebook\" "_s + arguments + u" >/dev/full"_s);
        QCOMPARE(outcome.status, 3);
        QVERIFY2(outcome.messages.contains("could not be written"), outcome.messages.constData());
    }
}

void TestProgram::colorsOnATerminal_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("colored");
    QTest::newRow("a terminal") << u"TERM"_s << u"xterm"_s << true;
    QTest::newRow("a dumb one") << u"TERM"_s << u"dumb"_s << false;
    QTest::newRow("NO_COLOR") << u"NO_COLOR"_s << u"1"_s << false;
    QTest::newRow("empty NO_COLOR") << u"NO_COLOR"_s << u""_s << true;
}

void TestProgram::colorsOnATerminal()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(bool, colored);
    if (QStandardPaths::findExecutable(u"script"_s).isEmpty())
        QSKIP("script, which makes a terminal, is not installed");
    Program program;
    program.set(u"CASEBOOK_CORPUS"_s, bundledFolder());
    program.set(u"TERM"_s, u"xterm"_s);
    program.set(variable, value);
    const Outcome outcome = program.shell(u"script -qec '\"$casebook\" list' /dev/null"_s);
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.output.contains("Discord"));
    QCOMPARE(outcome.output.contains('\x1b'), colored);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
