#include "core/exporters/csvexport.h"
#include "exportcorpus.h"

#include <QJsonArray>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestCsvExport : public QObject {
    Q_OBJECT

private slots:
    void quotes_data();
    void quotes();
    void isReadByOthers();
    void hasARowForEachCase();
};

void TestCsvExport::quotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("nothing") << QString() << QByteArray();
    QTest::newRow("a word") << u"word"_s << QByteArray("word");
    QTest::newRow("a comma") << u"a,b"_s << QByteArray("\"a,b\"");
    QTest::newRow("a semicolon, which some take for a comma") << u"a;=b"_s << QByteArray("\"a;=b\"");
    QTest::newRow("quotes") << u"say \"so\""_s << QByteArray("\"say \"\"so\"\"\"");
    QTest::newRow("two lines") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("blanks around") << u" a"_s << QByteArray("\" a\"");
    QTest::newRow("a formula") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("a call") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
    QTest::newRow("a formula behind a blank") << u" =1"_s << QByteArray("' =1");
    QTest::newRow("a formula behind a tab") << u"\t=1"_s << QByteArray("\"'\t=1\"");
    QTest::newRow("a full-width formula") << u"\uff1d1"_s << u"'\uff1d1"_s.toUtf8();
    QTest::newRow("a telephone number") << u"+49 30"_s << QByteArray("'+49 30");
    QTest::newRow("a list in Markdown") << u"- one"_s << QByteArray("'- one");
    QTest::newRow("what looks guarded already") << u"'=1"_s << QByteArray("''=1");
    QTest::newRow("a number that looks guarded") << u"'-5"_s << QByteArray("''-5");
    QTest::newRow("an apostrophe") << u"'tis"_s << QByteArray("'tis");
    QTest::newRow("a negative number") << u"-1.5"_s << QByteArray("-1.5");
    QTest::newRow("a number with a plus") << u"+3"_s << QByteArray("+3");
    QTest::newRow("a word with a minus inside") << u"in-house"_s << QByteArray("in-house");
}

void TestCsvExport::quotes()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(csvCell(text), cell);
}

void TestCsvExport::isReadByOthers()
{
    const ExportCorpus cases;
    const QJsonObject table = cases.readBack(u"csv"_s);
    const QJsonArray rows = table[u"rows"].toArray();
    QCOMPARE(rows.size(), 4);
    const QString evil = u"'=HYPERLINK(\"http://evil.example\",\"click\")"_s;
    const QMap<QString, QString> expected{
        {u"id"_s, u"first"_s},
        {u"path"_s, u"cases/first.md"_s},
        {u"title"_s, u"Core <b>service</b> & \"friends\", first; part"_s},
        {u"org"_s, evil},
        {u"decision"_s, u"moved"_s},
        {u"from"_s, u"C++; Go, with a comma"_s},
        {u"to"_s, u"Rust"_s},
        {u"year"_s, u"2020"_s},
        {u"effort.people"_s, u"3"_s},
        {u"effort.note"_s, u"'-1+2"_s},
        {u"reasons.side"_s, u"for\nagainst\nfor"_s},
        {u"reasons.reason"_s, u"speed\ncost\ncost"_s},
        {u"reasons.text"_s,
         u"Twice as fast: 100% <script>alert(1)</script>\n@SUM(A1) is what \"they\" paid, over two lines\n"
         "No source is named."_s},
        {u"reasons.source"_s, u"1\n2\n"_s},
        {u"figures.what"_s, u"Latency, 99th\nUsers"_s},
        {u"figures.before"_s, u"12.5\n"_s},
        {u"figures.after"_s, u"3\n1000000"_s},
        {u"figures.unit"_s, u"ms\n"_s},
        {u"sources.title"_s, u"Why {we} moved_to $Rust & left 50% #1 ~ ^ \\ behind\nZweiter Blick 日本語 🦀"_s},
        {u"sources.url"_s, u"https://example.com/a?b=1&c=%7Bx%7D#top\nhttps://例え.example/ü b"_s},
        {u"sources.year"_s, u"2020\n"_s},
        {u"related"_s, u"second; nobody"_s},
        {u"reviewed"_s, u"2026-11-20"_s},
        {u"extra"_s, u"'+49 30 1234"_s},
        {u"odd.deep"_s, u"1\n=2"_s},
        {u"fields.id"_s, u"mine"_s},
        {u"fields.problems"_s, u"none"_s},
    };
    for (const QJsonValue &row : rows) {
        if (row[u"id"].toString() != u"first")
            continue;
        for (auto it = expected.begin(); it != expected.end(); ++it)
            QVERIFY2(row[it.key()] == it.value(), qPrintable(it.key() + u": "_s + row[it.key()].toString()));
        return;
    }
    QFAIL("the case is not there");
}

void TestCsvExport::hasARowForEachCase()
{
    const ExportCorpus cases;
    const QJsonObject table = cases.readBack(u"csv"_s);
    QStringList ids;
    for (const QJsonValue &row : table[u"rows"].toArray()) {
        ids.append(row[u"id"].toString());
        QCOMPARE(row.toObject().size(), table[u"columns"].toArray().size());
        QCOMPARE(!row[u"problems"].toString().isEmpty(),
                 ids.last() == u"broken" || ids.last() == u"first"
                     || !cases.corpus().problemsOf(*cases.corpus().find(ids.last())).isEmpty());
    }
    ids.sort();
    QCOMPARE(ids, QStringList({u"broken"_s, u"first"_s, u"second"_s, u"third"_s}));
    QVERIFY(cases.write(u"csv"_s).endsWith("\r\n"));
}

QTEST_GUILESS_MAIN(TestCsvExport)
#include "tst_csvexport.moc"
