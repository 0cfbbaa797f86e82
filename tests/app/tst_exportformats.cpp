#include "program.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestExportFormats : public QObject {
    Q_OBJECT

private slots:
    void writesAndPrintsEach_data();
    void writesAndPrintsEach();
    void tellsWhatIsLeftOut();
    void tellsTheSelection();
    void repeatsARecipe();

private:
    Program m_program;
};

void TestExportFormats::writesAndPrintsEach_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("markdown") << u"markdown"_s << u"md"_s << QByteArray("# Rust case studies\n");
    QTest::newRow("html") << u"html"_s << u"HTM"_s << QByteArray("<!DOCTYPE html>\n");
    QTest::newRow("csv") << u"csv"_s << u"csv"_s << QByteArray("id,path,title,");
    QTest::newRow("json") << u"json"_s << u"json"_s << QByteArray("{\n  \"format\": \"casebook-export\",");
    QTest::newRow("bibtex") << u"bibtex"_s << u"bib"_s << QByteArray("% Rust case studies\n");
}

void TestExportFormats::writesAndPrintsEach()
{
    QFETCH(QString, format);
    QFETCH(QString, suffix);
    QFETCH(QByteArray, start);
    m_program.set(u"SOURCE_DATE_EPOCH"_s, u"1750000000"_s);
    const Folder folder;
    const QStringList common{u"export"_s, u"--corpus"_s, bundledFolder(), u"--filter"_s, u"from:go"_s};
    QCOMPARE(m_program.run(common + QStringList{u"-o"_s, folder.path(u"named."_s + suffix)}).status, 0);
    QCOMPARE(m_program.run(common + QStringList{u"-o"_s, folder.path(u"told.txt"_s), u"--format"_s, format}).status, 0);
    const Outcome printed = m_program.run(common + QStringList{u"-o"_s, u"-"_s, u"--format"_s, format});
    QCOMPARE(printed.status, 0);
    QVERIFY2(printed.output.startsWith(start), printed.output.left(200).constData());
    QCOMPARE(folder.read(u"named."_s + suffix), printed.output);
    QCOMPARE(folder.read(u"told.txt"_s), printed.output);
}

void TestExportFormats::tellsWhatIsLeftOut()
{
    const Folder corpus({{u"good.md"_s, "# Good\n"}, {u"broken.md"_s, "---\na: [b\n---\n"}});
    const Folder folder;
    for (const QString &name : {u"a.md"_s, u"a.html"_s, u"a.pdf"_s}) {
        const Outcome outcome = m_program.run({u"export"_s, u"--corpus"_s, corpus.path(), u"-o"_s, folder.path(name)});
        QVERIFY2(outcome.status == 0, outcome.messages.constData());
        QVERIFY2(outcome.messages.contains("Left out: broken.md: "), outcome.messages.constData());
        QVERIFY(outcome.messages.contains(": 1\n"));
    }
    for (const QString &name : {u"a.csv"_s, u"a.json"_s}) {
        const Outcome outcome = m_program.run({u"export"_s, u"--corpus"_s, corpus.path(), u"-o"_s, folder.path(name)});
        QVERIFY(outcome.status == 0 && outcome.messages.contains(": 2\n"));
    }
    corpus.write(u"good.md"_s, "---\n[\n---\n");
    const Outcome outcome = m_program.run({u"export"_s, u"--corpus"_s, corpus.path(), u"-o"_s, folder.path(u"b.md"_s)});
    QCOMPARE(outcome.status, 3);
    QVERIFY(!folder.names().contains(u"b.md"_s));
}

void TestExportFormats::tellsTheSelection()
{
    const Outcome outcome = m_program.run(
        {u"export"_s, u"--corpus"_s, bundledFolder(), u"--filter"_s, u"from:go year:2020.."_s, u"-o"_s, u"-"_s});
    const QJsonObject document = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(document[u"selection"][u"query"].toString(), u"from:go year:2020.."_s);
    QVERIFY(document[u"selection"][u"words"].toString().contains(u"2020"));
    QCOMPARE(document[u"selection"][u"cases"].toInt(), outcome.json().size());
    QVERIFY(document[u"corpus"][u"cases"].toInt() > outcome.json().size());
}

void TestExportFormats::repeatsARecipe()
{
    m_program.set(u"SOURCE_DATE_EPOCH"_s, u"1750000000"_s);
    const Folder corpus({{u"a.md"_s, "# First\n\nWords.\n"}, {u"b.md"_s, "# Second\n"}});
    QVERIFY(QDir(corpus.path()).mkdir(u"views"_s));
    corpus.write(
        u"views/short.yaml"_s,
        "name: Short\nfilter: first\nbriefing: {title: For us, paper: letter, parts: [cases], notice: Secret}\n");
    corpus.write(u"views/odd.yaml"_s, "name: Odd\nbriefing:\n  paper: a3\n");
    const Folder folder;
    for (const QString &name : {u"one.pdf"_s, u"two.pdf"_s}) {
        const Outcome outcome = m_program.run(
            {u"export"_s, u"--corpus"_s, corpus.path(), u"--view"_s, u"short"_s, u"-o"_s, folder.path(name)});
        QVERIFY2(outcome.status == 0, outcome.messages.constData());
    }
    QCOMPARE(folder.read(u"one.pdf"_s), folder.read(u"two.pdf"_s));
    QProcess reader;
    reader.start(u"pdftotext"_s, {folder.path(u"one.pdf"_s), u"-"_s});
    QVERIFY(reader.waitForFinished());
    const QByteArray words = reader.readAll();
    QVERIFY2(words.startsWith("Briefing") && words.contains("For us"), words.constData());
    QCOMPARE(words.count("Secret"), 2); // the title page and the case
    QVERIFY(!words.contains("Contents"));
    reader.start(u"pdfinfo"_s, {folder.path(u"one.pdf"_s)});
    QVERIFY(reader.waitForFinished());
    QVERIFY(reader.readAll().contains("(letter)"));
    const Outcome problems = m_program.run({u"validate"_s, u"--corpus"_s, corpus.path()});
    QVERIFY2(problems.output.contains("views/odd.yaml:3:3: error: "), problems.output.constData());
    QCOMPARE(problems.status, 1);
}

QTEST_GUILESS_MAIN(TestExportFormats)
#include "tst_exportformats.moc"
