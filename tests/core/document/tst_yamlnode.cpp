#include "core/document/yamlnode.h"
#include "core/document/yamlparser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestYamlNode : public QObject {
    Q_OBJECT

private slots:
    void types_data();
    void types();
    void find();
    void pool();
    void sharesTexts();
};

void TestYamlNode::types_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *yaml, const char *json) {
        QTest::newRow(yaml) << QByteArray(yaml) << QByteArray(json);
    };
    // null
    row("~", "null");
    row("null", "null");
    row("Null", "null");
    row("NULL", "null");
    row("", "null");
    row("nULL", "\"nULL\"");
    row("'~'", "\"~\"");
    row("'null'", "\"null\"");
    // bool
    row("true", "true");
    row("True", "true");
    row("FALSE", "false");
    row("tRue", "\"tRue\"");
    row("'true'", "\"true\"");
    // what YAML 1.1 would have made a bool
    row("no", "\"no\"");
    row("Yes", "\"Yes\"");
    row("on", "\"on\"");
    row("off", "\"off\"");
    row("y", "\"y\"");
    // integers
    row("0", "0");
    row("-0", "0");
    row("+1", "1");
    row("-17", "-17");
    row("007", "7");
    row("2020", "2020");
    row("0o17", "15");
    row("0x1F", "31");
    row("0x1f", "31");
    row("9223372036854775807", "9223372036854775807");
    row("9223372036854775808", "9223372036854775808.0 as double");
    row("'2020'", "\"2020\"");
    row("!!str 2020", "\"2020\"");
    row("1_000", "\"1_000\"");
    row("1,000", "\"1,000\"");
    row("0o18", "\"0o18\"");
    row("0x", "\"0x\"");
    row("0x1G", "\"0x1G\"");
    row("0x-1", "\"0x-1\"");
    row("0x 1F", "\"0x 1F\"");
    row("0x0x1F", "\"0x0x1F\"");
    row("-0x1F", "\"-0x1F\"");
    row("0X1F", "\"0X1F\"");
    row("0b1", "\"0b1\"");
    row("+ 1", "\"+ 1\"");
    row("-a", "\"-a\"");
    row("+", "\"+\"");
    row("--1", "\"--1\"");
    row("1 2", "\"1 2\"");
    // floats
    row("1e3", "1000");
    row("1E+3", "1000");
    row(".5", "0.5");
    row("5.", "5");
    row("-.5", "-0.5");
    row("+12.5e-1", "1.25");
    row(".inf", "\"inf\"");
    row("-.INF", "\"-inf\"");
    row(".NaN", "\"nan\"");
    row("inf", "\"inf\"");
    row("nan", "\"nan\"");
    row("+inf", "\"+inf\"");
    row(".", "\".\"");
    row("1e", "\"1e\"");
    row("1e-", "\"1e-\"");
    row("1-2", "\"1-2\"");
    row("1.5+2", "\"1.5+2\"");
    row("1-e3", "\"1-e3\"");
    row("e3", "\"e3\"");
    row("1.2.3", "\"1.2.3\"");
    row("1e999999", "\"1e999999\"");
    // dates and times stay text
    row("2020-01-01", "\"2020-01-01\"");
    row("2020-01-01T10:00:00Z", "\"2020-01-01T10:00:00Z\"");
    row("12:30", "\"12:30\"");
    // text
    row("plain text", "\"plain text\"");
    row("\"\\u00e4\\t\"", "\"\xC3\xA4\\t\"");
    row("'it''s'", "\"it's\"");
    row("''", "\"\"");
    row("\xC3\xA4", "\"\xC3\xA4\"");
    row("1\xD9\xA2", "\"1\xD9\xA2\"");
    row("| \n  one\n  two\n", "\"one\\ntwo\\n\"");
    row("> \n  one\n  two\n", "\"one two\\n\"");
    row("|+\n  one\n\n", "\"one\\n\\n\\n\"");
    row("|-\n  one\n\n", "\"one\"");
    row("|", "\"\"");
    row("[a, 1, [true]]", "[\"a\",1,[true]]");
    row("{b: 1, a: , b: 2}", "{\"a\":null,\"b\":1}");
}

void TestYamlNode::types()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, json);
    const QByteArray file = "k: " + yaml + '\n';
    const YamlResult result = parseYaml(file, 0, file.size());
    QVERIFY(result.valid);
    const Value value = toValue(result.root)[u"k"];
    if (json.endsWith(" as double")) {
        QVERIFY(value.isNumber() && !value.isInteger());
        QCOMPARE(value.toNumber(), json.chopped(10).toDouble());
        return;
    }
    const QByteArray found = QJsonDocument(QJsonArray{value.toJson()}).toJson(QJsonDocument::Compact);
    QCOMPARE(found, '[' + json + ']');
}

void TestYamlNode::find()
{
    const QByteArray file = "a: 1\nb: 2\na: 3\n";
    const YamlNode root = parseYaml(file, 0, file.size()).root;
    QCOMPARE(root.find(u"a")->text, u"1"_s);
    QCOMPARE(root.findKey(u"b")->offset, 5);
    QVERIFY(!root.find(u"c"));
    QVERIFY(!root.findKey(u"c"));
    QVERIFY(!root.find(u"a")->find(u"a"));
}

void TestYamlNode::pool()
{
    StringPool pool;
    const QString first = pool.intern(QString::fromLatin1("industry"));
    const QString second = pool.intern(QString::fromLatin1("industry"));
    QCOMPARE(static_cast<const void *>(first.constData()), static_cast<const void *>(second.constData()));
    const QString longText(100, u'x');
    QCOMPARE(pool.intern(longText), longText);
    const QString third = pool.intern(QByteArrayView("industry"));
    QCOMPARE(static_cast<const void *>(first.constData()), static_cast<const void *>(third.constData()));
    for (const QByteArray &text : QByteArrayList{"", "a", "h\xC3\xA4user", QByteArray(100, 'x'),
                                                 "\xEF\xBB\xBF"
                                                 "a",
                                                 "a"})
        QCOMPARE(pool.intern(QByteArrayView(text)), QString::fromUtf8(text));
}

// By whichever reader: the last is YAML that is not plain.
void TestYamlNode::sharesTexts()
{
    StringPool pool;
    const auto text = [&](const QByteArray &file) {
        return parseYaml(file, 0, file.size(), {}, &pool).root.find(u"stage")->text;
    };
    const QString first = text("stage: production\n");
    QCOMPARE(first, u"production"_s);
    for (const QByteArray &file :
         QByteArrayList{"stage: production\n", "stage: 'production'\n", "? stage\n: production\n"})
        QCOMPARE(static_cast<const void *>(text(file).constData()), static_cast<const void *>(first.constData()));
}

QTEST_GUILESS_MAIN(TestYamlNode)
#include "tst_yamlnode.moc"
