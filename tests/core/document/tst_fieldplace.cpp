#include "core/document/fieldplace.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray file = "---\n"                       // 1
                        "# a comment\n"               // 2
                        "title: Überall\n"            // 3
                        "effort: {people: 2, m: 3}\n" // 4
                        "tags: [a, b]\n"              // 5
                        "claims:\n"                   // 6
                        "  - side: for\n"             // 7
                        "    text: one\n"             // 8
                        "\n"                          // 9
                        "  - side: against\n"         // 10
                        "empty:\n"                    // 11
                        "---\n"                       // 12
                        "year: 3\n";                  // 13

FieldPath path(const QString &written)
{
    return written.isEmpty() ? FieldPath() : *FieldPath::parse(written);
}

} // namespace

class TestFieldPlace : public QObject {
    Q_OBJECT

private slots:
    void nodes_data();
    void nodes();
    void places_data();
    void places();
    void paths_data();
    void paths();
    void otherLineEnds();
    void aliases();
    void brokenFiles();
};

void TestFieldPlace::nodes_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("text");
    QTest::newRow("a field") << u"title"_s << u"Überall"_s;
    QTest::newRow("a part") << u"effort.m"_s << u"3"_s;
    QTest::newRow("an item") << u"tags[1]"_s << u"b"_s;
    QTest::newRow("a part of an item") << u"claims[1].side"_s << u"against"_s;
    QTest::newRow("no such field") << u"nothing"_s << QString();
    QTest::newRow("no such item") << u"tags[2]"_s << QString();
    QTest::newRow("behind the last item") << u"tags[+]"_s << QString();
    QTest::newRow("an item of a map") << u"effort[0]"_s << QString();
    QTest::newRow("a part of a list") << u"tags.a"_s << QString();
    QTest::newRow("a part of a text") << u"title.a"_s << QString();
}

void TestFieldPlace::nodes()
{
    QFETCH(QString, where);
    QFETCH(QString, text);
    const Document document = Document::parse(file);
    const YamlNode *node = nodeAt(document.tree(), path(where));
    QCOMPARE(node != nullptr, !text.isEmpty());
    QCOMPARE(node ? node->text : QString(), text);
}

void TestFieldPlace::places_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("all of it") << QString() << 1 << 1;
    QTest::newRow("a field") << u"title"_s << 3 << 1;
    QTest::newRow("a part") << u"effort.m"_s << 4 << 21;
    QTest::newRow("an item") << u"tags[1]"_s << 5 << 11;
    QTest::newRow("a record of a list") << u"claims[1]"_s << 10 << 5;
    QTest::newRow("a part of it") << u"claims[0].text"_s << 8 << 5;
    QTest::newRow("a field without a value") << u"empty"_s << 11 << 1;
    QTest::newRow("a missing part") << u"claims[1].text"_s << 10 << 5;
    QTest::newRow("a missing item") << u"claims[5].text"_s << 6 << 1;
    QTest::newRow("a missing field") << u"year"_s << 1 << 1;
}

void TestFieldPlace::places()
{
    QFETCH(QString, where);
    QFETCH(int, line);
    QFETCH(int, column);
    const TextPosition place = placeOf(Document::parse(file), path(where));
    QCOMPARE(place.line, line);
    QCOMPARE(place.column, column);
}

void TestFieldPlace::paths_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("where");
    constexpr int end = 1000;
    QTest::newRow("the first fence") << 1 << 1 << QString();
    QTest::newRow("before the first key") << 2 << end << QString();
    QTest::newRow("a key") << 3 << 1 << u"title"_s;
    QTest::newRow("a value, past a letter of two bytes") << 3 << 10 << u"title"_s;
    QTest::newRow("the end of a line") << 4 << end << u"effort.m"_s;
    QTest::newRow("inside a line") << 4 << 12 << u"effort.people"_s;
    QTest::newRow("an item") << 5 << 8 << u"tags[0]"_s;
    QTest::newRow("a list's key") << 6 << 1 << u"claims"_s;
    QTest::newRow("a record's first line") << 7 << end << u"claims[0].side"_s;
    QTest::newRow("a line between records") << 9 << end << u"claims[0].text"_s;
    QTest::newRow("the next record") << 10 << 5 << u"claims[1].side"_s;
    QTest::newRow("no value") << 11 << end << u"empty"_s;
    QTest::newRow("the second fence") << 12 << 1 << QString();
    QTest::newRow("the body") << 13 << 1 << QString();
    QTest::newRow("past the end") << 100 << 1 << QString();
}

void TestFieldPlace::paths()
{
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, where);
    QCOMPARE(pathAt(Document::parse(file), {line, column}).toString(), where);
}

void TestFieldPlace::otherLineEnds()
{
    QByteArray windows = file;
    windows.replace("\n", "\r\n");
    const Document document = Document::parse("\xEF\xBB\xBF" + windows);
    QCOMPARE(pathAt(document, {8, 1000}).toString(), u"claims[0].text"_s);
    QCOMPARE(pathAt(document, {3, 1}).toString(), u"title"_s);
    QCOMPARE(placeOf(document, path(u"claims[1].side"_s)).line, 10);
}

void TestFieldPlace::aliases()
{
    const Document document = Document::parse("---\na: &x {b: 1}\nc: *x\n---\n");
    QCOMPARE(pathAt(document, {3, 1000}).toString(), u"c"_s);
    QCOMPARE(nodeAt(document.tree(), path(u"c.b"_s))->text, u"1"_s);
}

void TestFieldPlace::brokenFiles()
{
    const Document document = Document::parse("---\na: [\n---\n");
    QVERIFY(document.isBroken());
    QVERIFY(pathAt(document, {2, 1}).isEmpty());
    QVERIFY(placeOf(document, path(u"a"_s)) == TextPosition());
}

QTEST_GUILESS_MAIN(TestFieldPlace)
#include "tst_fieldplace.moc"
