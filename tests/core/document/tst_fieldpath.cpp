#include "core/document/fieldpath.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestFieldPath : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void isBuilt();
};

void TestFieldPath::reads_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<FieldPath>("path");
    const auto row = [](const char *name, const QString &written, const FieldPath &path) {
        QTest::newRow(name) << written << path;
    };
    row("key", u"year"_s, FieldPath(u"year"_s));
    row("key with a hyphen", u"from-language"_s, FieldPath(u"from-language"_s));
    row("key with a blank", u"Case owner"_s, FieldPath(u"Case owner"_s));
    row("key in another script", u"年"_s, FieldPath(u"年"_s));
    row("part of a record", u"effort.months"_s, FieldPath(u"effort"_s).key(u"months"_s));
    row("part of an item", u"sources[0].url"_s, FieldPath(u"sources"_s).item(0).key(u"url"_s));
    row("item", u"tags[12]"_s, FieldPath(u"tags"_s).item(12));
    row("behind the last", u"tags[+]"_s, FieldPath(u"tags"_s).afterLast());
    row("list in a list", u"grid[1][+]"_s, FieldPath(u"grid"_s).item(1).afterLast());
    row("key in quotes", u"\"a.b[0]\".c"_s, FieldPath(u"a.b[0]"_s).key(u"c"_s));
    row("quotes in a key", u"\"say \\\"x\\\" \\\\\""_s, FieldPath(u"say \"x\" \\"_s));
    row("empty key", u"\"\""_s, FieldPath(QString()));
}

void TestFieldPath::reads()
{
    QFETCH(QString, written);
    QFETCH(FieldPath, path);
    const Result<FieldPath> read = FieldPath::parse(written);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, path);
    QCOMPARE(read->toString(), written);
}

void TestFieldPath::refuses_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QString() << u"missing"_s;
    QTest::newRow("starts with a dot") << u".a"_s << u"character 1"_s;
    QTest::newRow("starts with a bracket") << u"[0]"_s << u"character 1"_s;
    QTest::newRow("ends with a dot") << u"a."_s << u"character 3"_s;
    QTest::newRow("open bracket") << u"a[1"_s << u"character 4"_s;
    QTest::newRow("empty bracket") << u"a[]"_s << u"character 3"_s;
    QTest::newRow("negative") << u"a[-1]"_s << u"character 3"_s;
    QTest::newRow("huge") << u"a[99999999999]"_s << u"character"_s;
    QTest::newRow("no dot behind a bracket") << u"a[0]b"_s << u"character 5"_s;
    QTest::newRow("open quote") << u"\"a"_s << u"character 3"_s;
    QTest::newRow("blank at the end") << u"a .b"_s << u"character 1"_s;
}

void TestFieldPath::refuses()
{
    QFETCH(QString, written);
    QFETCH(QString, words);
    const Result<FieldPath> read = FieldPath::parse(written);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
}

void TestFieldPath::isBuilt()
{
    const FieldPath url = FieldPath(u"sources"_s).item(2).key(u"url"_s);
    QCOMPARE(url.toString(), u"sources[2].url"_s);
    QCOMPARE(url.parent().toString(), u"sources[2]"_s);
    QVERIFY(FieldPath().isEmpty());
}

QTEST_GUILESS_MAIN(TestFieldPath)
#include "tst_fieldpath.moc"
