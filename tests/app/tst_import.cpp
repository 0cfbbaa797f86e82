#include "program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray document = "# Moved\n\n"
                            "## Alder, Ovens: C → Zest\n"
                            "Source: [Ovens (2020)](https://alder.example/ovens)\n\n"
                            "Why\n> Heat.\n\n"
                            "# Appendix\n\n## Others\n\n- Fir, a tree\n";

} // namespace

/// `casebook import`.
class TestImport : public QObject {
    Q_OBJECT

private slots:
    void makesACorpus();
    void changesNothingTheSecondTime();
    void addsToACorpus();
    void tellsOfConflicts();
    void printsDifferences();
    void printsJson();
    void makesStubs();
    void mapsColumns();
    void addsToAbout();
    void setsAGroup();
    void refuses_data();
    void refuses();
    void cleanup() { QDir(m_folder.path(u"corpus"_s)).removeRecursively(); }

private:
    Outcome import(const QStringList &more = {}) const
    {
        return m_program.run(
            QStringList{u"import"_s, m_folder.path(u"list.md"_s), u"--into"_s, m_folder.path(u"corpus"_s)} + more);
    }

    Program m_program;
    Folder m_folder{{{u"list.md"_s, document}}};
};

void TestImport::makesACorpus()
{
    const Outcome outcome = import();
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY(outcome.messages.contains("cases/alder-ovens.md\n"));
    QVERIFY(outcome.messages.contains("1 entry"));
    const Outcome listed = m_program.run({u"list"_s, u"--json"_s, u"--corpus"_s, m_folder.path(u"corpus"_s)});
    QCOMPARE(idsIn(listed.json()), QStringList(u"alder-ovens"_s));
    QCOMPARE(m_program.run({u"validate"_s, u"--corpus"_s, m_folder.path(u"corpus"_s)}).status, 0);
}

void TestImport::changesNothingTheSecondTime()
{
    import();
    const QByteArray before = m_folder.read(u"corpus/cases/alder-ovens.md"_s);
    const Outcome outcome = import();
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.messages.contains("nothing was changed"));
    QCOMPARE(m_folder.read(u"corpus/cases/alder-ovens.md"_s), before);
}

void TestImport::addsToACorpus()
{
    import();
    QDir(m_folder.path(u"corpus/cases"_s)).remove(u"alder-ovens.md"_s);
    m_folder.write(u"corpus/cases/x.md"_s, "---\ntitle: Ovens\norganization: Alder\n# mine\n---\n");
    QCOMPARE(import().status, 0);
    const QByteArray bytes = m_folder.read(u"corpus/cases/x.md"_s);
    QVERIFY(bytes.startsWith("---\ntitle: Ovens\norganization: Alder\n"));
    QVERIFY(bytes.contains("# mine\n"));
    QVERIFY(bytes.contains("year: 2020\n"));
    QVERIFY(bytes.endsWith("## Why\n\n> Heat.\n"));
}

void TestImport::tellsOfConflicts()
{
    import();
    const QByteArray mine =
        m_folder.read(u"corpus/cases/alder-ovens.md"_s).replace("title: Ovens\norg", "title: Stoves\norg");
    m_folder.write(u"corpus/cases/alder-ovens.md"_s, mine);
    const Outcome kept = import();
    QCOMPARE(kept.status, 1);
    QVERIFY2(kept.messages.contains("says something else and stays as it is: Title"), kept.messages.constData());
    QCOMPARE(m_folder.read(u"corpus/cases/alder-ovens.md"_s), mine);
    QCOMPARE(import({u"--overwrite"_s}).status, 0);
    QVERIFY(m_folder.read(u"corpus/cases/alder-ovens.md"_s).contains("title: Ovens\norg"));
}

void TestImport::printsDifferences()
{
    const Outcome outcome = import({u"--dry-run"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.output.contains("--- /dev/null\n+++ b/cases/alder-ovens.md\n"));
    QVERIFY(outcome.output.contains("+> Heat.\n"));
    QVERIFY(!QDir(m_folder.path(u"corpus"_s)).exists());
}

void TestImport::printsJson()
{
    const Outcome outcome = import({u"--json"_s, u"--stubs"_s});
    const QJsonObject json = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(json[u"format"].toString(), u"markdown"_s);
    QCOMPARE(json[u"new"].toInt(), 2);
    QCOMPARE(json[u"cases"].toArray().at(0)[u"id"].toString(), u"alder-ovens"_s);
    QCOMPARE(json[u"written"].toArray().size(), 4);
    QVERIFY(json[u"leftOut"].toArray().isEmpty());
}

void TestImport::makesStubs()
{
    QCOMPARE(import({u"--stubs"_s}).status, 0);
    QVERIFY(m_folder.read(u"corpus/cases/fir-a-tree.md"_s).contains("organization: Fir\n"));
}

void TestImport::mapsColumns()
{
    m_folder.write(u"list.csv"_s, "Company,Where,Secret\nAlder,https://alder.example/a,x\n");
    const Outcome outcome = m_program.run({u"import"_s, m_folder.path(u"list.csv"_s), u"--into"_s,
                                           m_folder.path(u"corpus"_s), u"--map"_s, u"Where=sources.url"_s, u"--map"_s,
                                           u"Secret=-"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.messages.contains("Where = sources.url"), outcome.messages.constData());
    const QByteArray bytes = m_folder.read(u"corpus/cases/alder.md"_s);
    QVERIFY2(bytes.contains("url: https://alder.example/a"), bytes.constData());
    QVERIFY(!bytes.contains("ecret"));
}

void TestImport::addsToAbout()
{
    import();
    m_folder.write(u"corpus/about.md"_s, "Ours.\n");
    const Outcome kept = import();
    QVERIFY2(kept.messages.contains("--about"), kept.messages.constData());
    QCOMPARE(m_folder.read(u"corpus/about.md"_s), QByteArray("Ours.\n"));
    QCOMPARE(import({u"--about"_s}).status, 0);
    QVERIFY(m_folder.read(u"corpus/about.md"_s).startsWith("Ours.\n\n"));
    QVERIFY(m_folder.read(u"corpus/about.md"_s).contains("- Fir, a tree\n"));
    const QByteArray added = m_folder.read(u"corpus/about.md"_s);
    QVERIFY(import({u"--about"_s}).messages.contains("nothing was changed"));
    QCOMPARE(m_folder.read(u"corpus/about.md"_s), added);
}

void TestImport::setsAGroup()
{
    m_folder.write(u"article.md"_s, "# A\n\n## Alder\n\nAlder bakes.\n\n## Birch\n\nBirch bakes.\n");
    const Outcome outcome = m_program.run({u"import"_s, m_folder.path(u"article.md"_s), u"--into"_s,
                                           m_folder.path(u"corpus"_s), u"--group"_s, u"Bakers"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY(m_folder.read(u"corpus/cases/birch.md"_s).contains("group: bakers\n"));
}

void TestImport::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    const QString list = m_folder.path(u"list.md"_s);
    QTest::newRow("nothing") << QStringList() << 2 << QByteArray("a FILE");
    QTest::newRow("no folder") << QStringList{list} << 2 << QByteArray("--into");
    QTest::newRow("no web address") << QStringList{u"ftp://a.example/"_s, u"--into"_s, u"x"_s} << 3
                                    << QByteArray("ftp://a.example/");
    QTest::newRow("this computer") << QStringList{u"http://127.0.0.1:9/x.md"_s, u"--into"_s, u"x"_s} << 3
                                   << QByteArray("127.0.0.1");
    QTest::newRow("columns of no table") << QStringList{list, u"--into"_s, u"x"_s, u"--map"_s, u"a=body"_s} << 3
                                         << QByteArray("no columns");
    QTest::newRow("format") << QStringList{list, u"--into"_s, u"x"_s, u"--format"_s, u"pdf"_s} << 2
                            << QByteArray("markdown");
    QTest::newRow("no file") << QStringList{list + u".not"_s, u"--into"_s, u"x"_s} << 3 << QByteArray("list.md.not");
    QTest::newRow("into a file") << QStringList{list, u"--into"_s, list} << 3 << QByteArray("list.md");
    QTest::newRow("prose") << QStringList{QStringLiteral(CASEBOOK_SOURCE_DIR) + u"/LICENSE"_s, u"--into"_s, u"x"_s} << 3
                           << QByteArray("no cases");
}

void TestImport::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    const Outcome outcome = m_program.run(QStringList(u"import"_s) + arguments);
    QTEST(outcome.status, "status");
    QVERIFY2(outcome.messages.contains(message), outcome.messages.constData());
    QVERIFY(outcome.output.isEmpty());
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
