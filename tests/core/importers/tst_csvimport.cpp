#include "core/importers/importer.h"
#include "core/importers/importplan.h"
#include "core/importers/importpreparation.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// What becomes of the cells of a table: none is lost.
class TestCsvImport : public QObject {
    Q_OBJECT

private slots:
    void keepsEveryCell();
    void namesRowsByTheirFirstWords();
    void passesOverComments();
    void keepsWhatAnotherColumnTook();
    void keepsTextsAsTheyAre();
    void partsItems_data();
    void partsItems();
    void readsOurSources_data();
    void readsOurSources();
    void takesAnApostropheAway_data();
    void takesAnApostropheAway();
    void keepsAGuardedId();
    void tellsOfAnOpenQuote();
};

void TestCsvImport::keepsEveryCell()
{
    const QByteArray bytes = "Title,Project,From,Old language,Source title,Link,Year,Since,\n"
                             "A one,second,C,Ada,words,no address,1999 or 2004,2010,rest,more\n";
    const auto document = readDocumentBytes(bytes, u"x.csv"_s);
    QVERIFY(document);
    const ImportedCase &one = document->cases.first();
    const QString all = one.title + one.body + one.from.join(u' ') + Value(one.further)[u"column-9"].toText()
        + Value(one.further)[u"column-10"].toText() + QString::number(one.year);
    for (const QString &word : {u"A one"_s, u"second"_s, u"C"_s, u"Ada"_s, u"words"_s, u"no address"_s,
                                u"1999 or 2004"_s, u"2010"_s, u"rest"_s, u"more"_s})
        QVERIFY2(all.contains(word), qPrintable(word + u" in "_s + all));
}

void TestCsvImport::namesRowsByTheirFirstWords()
{
    const auto document = readDocumentBytes("Rank;Boat;Length\n1;Ketch;12\n2;Yawl;9\n", u"boats.csv"_s);
    QVERIFY(document);
    QCOMPARE(document->cases.at(1).title, u"Yawl"_s);
    QVERIFY(document->problems.isEmpty());
    QVERIFY(!readDocumentBytes("Rank;Boat;Length\n1;Ketch;12\n2;Yawl;9\n", u"boats.txt"_s));
}

void TestCsvImport::passesOverComments()
{
    const auto document = readDocumentBytes("# Exported\n# by us\nCompany,Link\nAlder,https://a.example\n"
                                            "Alder,https://a.example\nBirch,\n",
                                            u"x.csv"_s);
    QVERIFY(document);
    QCOMPARE(document->cases.size(), 2); // a row that stands there twice is one
    QCOMPARE(document->cases.first().line, 4);
    QCOMPARE(document->about, u"Exported\nby us"_s);
    QCOMPARE(document->notes.size(), 1);
}

// Columns of one name, or of one meaning: what the field cannot hold stays in the text.
void TestCsvImport::keepsWhatAnotherColumnTook()
{
    const auto document = readDocumentBytes("Company,Extra,Extra,Stage,Status,Tags,Labels,Imported\n"
                                            "Alder,one,two,live,gone,red,\"blue, green\",by hand\n"
                                            "Birch,same,same,,gone,,grey,\n",
                                            u"x.csv"_s);
    QVERIFY(document);
    const ImportedCase &alder = document->cases.first();
    const Value fields(alder.further);
    QCOMPARE(fields[u"extra"].toText(), u"one"_s);
    QCOMPARE(fields[u"stage"].toText(), u"live"_s);
    QCOMPARE(fields[u"tags"].toText(), u"red; blue; green"_s);
    QCOMPARE(fields[u"column-imported"].toText(), u"by hand"_s);
    QCOMPARE(alder.body, u"- Extra: two\n\n- Status: gone"_s);
    const ImportedCase &birch = document->cases.last();
    QCOMPARE(Value(birch.further)[u"stage"].toText(), u"gone"_s);
    QVERIFY(birch.body.isEmpty());
}

void TestCsvImport::keepsTextsAsTheyAre()
{
    ImportTarget target;
    target.layout.root = u"/nowhere"_s;
    const QByteArray bytes = "Company,Version,Zip,Rank,Truth,None,Share\nAlder,1.10,00123,12,true,null,0.5\n";
    const auto prepared =
        prepareImport({{bytes, u"x.csv"_s, u"x.csv"_s}}, [&](const ImportedDocument &) { return target; });
    QVERIFY(prepared);
    const QByteArray alder = planImport(prepared->comparison).files.first().after;
    for (const char *line :
         {"version: \"1.10\"\n", "zip: \"00123\"\n", "rank: 12\n", "truth: true\n", "none: \"null\"\n", "share: 0.5\n"})
        QVERIFY2(alder.contains(line), alder.constData());
}

void TestCsvImport::partsItems_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("from");
    QTest::newRow("anything that parts") << QByteArray("Company,From\nAlder,\"C/Go, Ada\"\n")
                                         << QStringList{u"C"_s, u"Go"_s, u"Ada"_s};
    QTest::newRow("semicolons") << QByteArray("Company,From\nAlder,PL/SQL; C\n") << QStringList{u"PL/SQL"_s, u"C"_s};
    QTest::newRow("a line's end behind them")
        << QByteArray("Company,From\nAlder,\"Java, C\n\"\n") << QStringList{u"Java"_s, u"C"_s};
    QTest::newRow("our own") << QByteArray("id,path,title,from\nalder,cases/alder.md,Ovens,C/C++\n")
                             << QStringList{u"C/C++"_s};
}

void TestCsvImport::partsItems()
{
    QFETCH(QByteArray, bytes);
    const auto document = readDocumentBytes(bytes, u"x.csv"_s);
    QVERIFY(document);
    QTEST(document->cases.first().from, "from");
    QCOMPARE(document->cases.first().id, bytes.startsWith("id") ? u"alder"_s : QString());
}

void TestCsvImport::readsOurSources_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<QString>("body");
    QTest::newRow("records") << QByteArray("id,path,title,sources.title,sources.url\n"
                                           "a,cases/a.md,A,\"S\nT\",\"https://s.example\n\"\n")
                             << QStringList{u"https://s.example"_s, QString()} << QString();
    QTest::newRow("addresses alone") << QByteArray("id,path,title,sources\n"
                                                   "a,cases/a.md,A,https://s.example/x; https://t.example\n")
                                     << QStringList{u"https://s.example/x"_s, u"https://t.example"_s} << QString();
    QTest::newRow("a year in words") << QByteArray("id,path,title,sources.title,sources.year,sources.quote\n"
                                                   "a,cases/a.md,A,A talk,n.d.,Never\n")
                                     << QStringList{QString()} << u"- A talk quote: Never, year: n.d."_s;
}

void TestCsvImport::readsOurSources()
{
    QFETCH(QByteArray, bytes);
    const auto document = readDocumentBytes(bytes, u"x.csv"_s);
    QVERIFY(document);
    QStringList urls;
    for (const ImportedSource &source : document->cases.first().sources)
        urls.append(source.url);
    QTEST(urls, "urls");
    QTEST(document->cases.first().body, "body");
}

void TestCsvImport::takesAnApostropheAway_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("text");
    QTest::newRow("a formula") << QByteArray("'=1+1") << u"=1+1"_s;
    QTest::newRow("what looked guarded") << QByteArray("''=1") << u"'=1"_s;
    QTest::newRow("a number that did") << QByteArray("''-5") << u"'-5"_s;
    QTest::newRow("an apostrophe") << QByteArray("'tis") << u"'tis"_s;
}

void TestCsvImport::takesAnApostropheAway()
{
    QFETCH(QByteArray, cell);
    const auto document = readDocumentBytes("Company,Remarks\nAlder," + cell + '\n', u"x.csv"_s);
    QVERIFY(document);
    QTEST(document->cases.first().body, "text");
}

void TestCsvImport::keepsAGuardedId()
{
    const auto document = readDocumentBytes("id,path,title\n'-draft,cases/-draft.md,Ovens\n", u"x.csv"_s);
    QVERIFY(document);
    QCOMPARE(document->cases.first().id, u"-draft"_s);
}

void TestCsvImport::tellsOfAnOpenQuote()
{
    const auto document = readDocumentBytes("Company,Remarks\nAlder,fine\nBirch,\"open\nCedar,x\n", u"x.csv"_s);
    QVERIFY(document);
    QCOMPARE(document->cases.size(), 2);
    QCOMPARE(document->problems.size(), 1);
    QCOMPARE(document->problems.first().line, 3);
}

QTEST_GUILESS_MAIN(TestCsvImport)
#include "tst_csvimport.moc"
