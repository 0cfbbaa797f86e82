#include "program.h"

#include <QFileInfo>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class TestExport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_program.set(u"SOURCE_DATE_EPOCH"_s, u"1750000000"_s); }
    void writesJson();
    void printsJson();
    void writesAPdfWithoutADisplay();
    void takesTheFormatFromTheName();
    void refuses_data();
    void refuses();
    void writesNoEmptySelection();
    void keepsTheOldFileWhereItFails_data();
    void keepsTheOldFileWhereItFails();

private:
    Outcome run(QStringList arguments) const
    {
        return m_program.run(QStringList{u"export"_s, u"--corpus"_s, bundledFolder()} + arguments);
    }

    Program m_program;
};

void TestExport::writesJson()
{
    const Folder folder({{u"cases.json"_s, "old"}});
    const Outcome outcome = run({u"--filter"_s, u"from:go"_s, u"-o"_s, folder.path(u"cases.json"_s)});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.output, QByteArray());
    QCOMPARE(folder.names(), QStringList{u"cases.json"_s});
    Outcome written;
    written.output = folder.read(u"cases.json"_s);
    const Outcome listed =
        m_program.run({u"list"_s, u"--json"_s, u"--filter"_s, u"from:go"_s, u"--corpus"_s, bundledFolder()});
    QVERIFY(!written.json().isEmpty());
    QCOMPARE(idsIn(written.json()), idsIn(listed.json()));
    for (const QJsonValue &one : written.json())
        QVERIFY(!one[u"body"_s].toString().isEmpty());
}

void TestExport::printsJson()
{
    const Folder folder;
    const QString path = folder.path(u"all.json"_s);
    QCOMPARE(run({u"-o"_s, path}).status, 0);
    const Outcome outcome = run({u"-o"_s, u"-"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.output, folder.read(u"all.json"_s));
    QCOMPARE(run({u"-o"_s, u"-"_s, u"--format"_s, u"json"_s}).output, outcome.output);
}

void TestExport::writesAPdfWithoutADisplay()
{
    const Folder folder({{u"new.pdf"_s, "old"}});
    for (const QString &filter : {u""_s, u"from:go"_s}) {
        const Outcome outcome = run({u"--filter"_s, filter, u"-o"_s, folder.path(u"new.pdf"_s)});
        QVERIFY2(outcome.status == 0, outcome.messages.constData());
        QCOMPARE(outcome.output, QByteArray());
        QVERIFY2(outcome.messages.startsWith("casebook: Cases written to "), outcome.messages.constData());
        QCOMPARE(outcome.messages.count('\n'), 1);
        QCOMPARE(folder.names(), QStringList{u"new.pdf"_s});
        QVERIFY(folder.read(u"new.pdf"_s).startsWith("%PDF-"));
        QVERIFY(folder.read(u"new.pdf"_s).trimmed().endsWith("%%EOF"));
    }
}

void TestExport::takesTheFormatFromTheName()
{
    const Folder folder;
    QCOMPARE(run({u"-o"_s, folder.path(u"a.JSON"_s)}).status, 0);
    QCOMPARE(run({u"-o"_s, folder.path(u"b.txt"_s), u"--format"_s, u"json"_s}).status, 0);
    QCOMPARE(folder.read(u"a.JSON"_s), folder.read(u"b.txt"_s));
}

void TestExport::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::newRow("no file") << QStringList() << 2 << u"-o FILE"_s;
    QTest::newRow("an empty name") << QStringList{u"-o"_s, QString()} << 2 << u"-o FILE"_s;
    QTest::newRow("an unknown format") << QStringList{u"-o"_s, u"%/a.json"_s, u"--format"_s, u"docx"_s} << 2
                                       << u"Formats: "_s;
    QTest::newRow("a name that tells nothing") << QStringList{u"-o"_s, u"%/a"_s} << 2 << u"--format"_s;
    QTest::newRow("a folder that is not there") << QStringList{u"-o"_s, u"%/none/a.json"_s} << 3 << u"none"_s;
    QTest::newRow("a folder as the file") << QStringList{u"-o"_s, u"%"_s, u"--format"_s, u"json"_s} << 3 << u"folder"_s;
    QTest::newRow("a PDF on standard output")
        << QStringList{u"-o"_s, u"-"_s, u"--format"_s, u"pdf"_s} << 2 << u"-o FILE"_s;
    QTest::newRow("a PDF on a device") << QStringList{u"-o"_s, u"/dev/null"_s, u"--format"_s, u"pdf"_s} << 3
                                       << u"/dev/null"_s;
    QTest::newRow("a device") << QStringList{u"-o"_s, u"/dev/null"_s, u"--format"_s, u"json"_s} << 3 << u"/dev/null"_s;
}

void TestExport::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, message);
    const Folder folder;
    arguments.replaceInStrings(u"%"_s, folder.path());
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.status, status);
    QVERIFY2(outcome.messages.contains(message.toUtf8()), outcome.messages.constData());
    QCOMPARE(outcome.output, QByteArray());
    QCOMPARE(folder.names(), QStringList());
}

void TestExport::writesNoEmptySelection()
{
    const Folder folder({{u"old.json"_s, "old"}});
    for (const QString &name : {u"new.json"_s, u"old.json"_s}) {
        const Outcome outcome = run({u"--filter"_s, u"zzzzzz"_s, u"-o"_s, folder.path(name)});
        QCOMPARE(outcome.status, 3);
        QVERIFY(outcome.messages.contains("nothing"));
    }
    QCOMPARE(folder.names(), QStringList{u"old.json"_s});
    QCOMPARE(folder.read(u"old.json"_s), QByteArray("old"));
    QCOMPARE(run({u"--filter"_s, u"zzzzzz"_s, u"-o"_s, u"-"_s}).status, 3);
}

void TestExport::keepsTheOldFileWhereItFails_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("json") << u"old.json"_s;
    QTest::newRow("pdf") << u"old.pdf"_s;
}

void TestExport::keepsTheOldFileWhereItFails()
{
    QFETCH(QString, name);
    const Folder folder({{name, "old"}});
    // No file may grow past a few blocks of 512 bytes: the write fails half way.
    const QString line = u"trap '' XFSZ; ulimit -f 8; \"$casebook\" export --corpus '%1' -o '%2'"_s;
    const Outcome outcome = m_program.shell(line.arg(bundledFolder(), folder.path(name)));
    QVERIFY2(outcome.status == 3, outcome.messages.constData());
    QVERIFY2(outcome.messages.contains(name.toUtf8()), outcome.messages.constData());
    QCOMPARE(folder.names(), QStringList{name});
    QCOMPARE(folder.read(name), QByteArray("old"));
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
