#include "core/base/value.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Value list(std::initializer_list<Value> items)
{
    return Value::List(items);
}

QByteArray jsonOf(const Value &value)
{
    return QJsonDocument(QJsonArray{value.toJson()}).toJson(QJsonDocument::Compact);
}

} // namespace

Q_DECLARE_METATYPE(casebook::Value)

class TestValue : public QObject {
    Q_OBJECT

private slots:
    void text_data();
    void text();
    void empty_data();
    void empty();
    void numbers_data();
    void numbers();
    void texts();
    void mapsKeepOrderAndAnswerTheFirst();
    void json_data();
    void json();
    void jsonOfManyKeys();
};

void TestValue::text_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("null") << Value() << QString();
    QTest::newRow("true") << Value(true) << u"true"_s;
    QTest::newRow("false") << Value(false) << u"false"_s;
    QTest::newRow("integer") << Value(qint64(2020)) << u"2020"_s;
    QTest::newRow("negative") << Value(qint64(-1)) << u"-1"_s;
    QTest::newRow("double") << Value(0.5) << u"0.5"_s;
    QTest::newRow("a double that is whole") << Value(1000.0) << u"1000"_s;
    QTest::newRow("a large one") << Value(1500000.0) << u"1500000"_s;
    QTest::newRow("string") << Value(u"as it is "_s) << u"as it is "_s;
    QTest::newRow("list") << list({Value(true)}) << QString();
    QTest::newRow("map") << Value(Value::Map{{u"a"_s, Value(true)}}) << QString();
}

void TestValue::text()
{
    QFETCH(Value, value);
    QTEST(value.toText(), "expected");
}

void TestValue::empty_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<bool>("expected");
    QTest::newRow("null") << Value() << true;
    QTest::newRow("empty string") << Value(QString()) << true;
    QTest::newRow("blank string") << Value(u" "_s) << false;
    QTest::newRow("false") << Value(false) << false;
    QTest::newRow("zero") << Value(qint64(0)) << false;
    QTest::newRow("empty list") << list({}) << true;
    QTest::newRow("list of nothing") << list({Value(), Value(QString()), list({})}) << true;
    QTest::newRow("list with something") << list({Value(), Value(false)}) << false;
    QTest::newRow("empty map") << Value(Value::Map{}) << true;
    QTest::newRow("map of nothing") << Value(Value::Map{{u"people"_s, {}}, {u"months"_s, {}}}) << true;
    QTest::newRow("map with something") << Value(Value::Map{{u"people"_s, qint64(0)}}) << false;
}

void TestValue::empty()
{
    QFETCH(Value, value);
    QTEST(value.isEmpty(), "expected");
}

void TestValue::numbers_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<qint64>("integer");
    QTest::addColumn<double>("number");
    QTest::newRow("null") << Value() << qint64(-7) << -7.0;
    QTest::newRow("integer") << Value(qint64(3)) << qint64(3) << 3.0;
    QTest::newRow("double") << Value(3.9) << qint64(3) << 3.9;
    QTest::newRow("text") << Value(u"3"_s) << qint64(-7) << -7.0;
    QTest::newRow("infinity") << Value(infinity) << qint64(-7) << infinity;
    QTest::newRow("beyond integers") << Value(1e300) << qint64(-7) << 1e300;
}

void TestValue::numbers()
{
    QFETCH(Value, value);
    QTEST(value.toInteger(-7), "integer");
    QTEST(value.toNumber(-7), "number");
}

void TestValue::texts()
{
    QCOMPARE(Value().toTexts(), QStringList());
    QCOMPARE(Value(u"Go"_s).toTexts(), QStringList{u"Go"_s});
    QCOMPARE(list({u"Go"_s, Value(), qint64(3), list({u"deep"_s}), QString(), true}).toTexts(),
             (QStringList{u"Go"_s, u"3"_s, u"true"_s}));
}

void TestValue::mapsKeepOrderAndAnswerTheFirst()
{
    const Value map(Value::Map{{u"b"_s, qint64(1)}, {u"a"_s, qint64(2)}, {u"b"_s, qint64(3)}});
    QCOMPARE(map.entries().at(0).first, u"b"_s);
    QCOMPARE(map[u"b"].toInteger(), 1);
    QVERIFY(map[u"c"].isNull());
    QVERIFY(map.contains(u"a"));
    QVERIFY(!map.contains(u"c"));
    QVERIFY(Value(u"text"_s)[u"a"].isNull());
    QVERIFY(Value(u"text"_s).items().empty());
}

void TestValue::json_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("null") << Value() << QByteArray("[null]");
    QTest::newRow("bool") << Value(true) << QByteArray("[true]");
    QTest::newRow("integer") << Value(qint64(9007199254740993)) << QByteArray("[9007199254740993]");
    QTest::newRow("double") << Value(0.5) << QByteArray("[0.5]");
    QTest::newRow("infinity") << Value(infinity) << QByteArray("[\"inf\"]");
    QTest::newRow("string") << Value(u"no"_s) << QByteArray("[\"no\"]");
    QTest::newRow("list") << list({qint64(1), u"x"_s}) << QByteArray("[[1,\"x\"]]");
    QTest::newRow("map, the first of two") << Value(Value::Map{{u"b"_s, qint64(1)}, {u"a"_s, {}}, {u"b"_s, qint64(2)}})
                                           << QByteArray("[{\"a\":null,\"b\":1}]");
}

void TestValue::json()
{
    QFETCH(Value, value);
    QTEST(jsonOf(value), "expected");
}

/// Keys that come in falling order once made each insertion move all the others.
void TestValue::jsonOfManyKeys()
{
    constexpr int count = 60'000;
    Value::Map map;
    for (int i = count; i > 0; --i)
        map.emplace_back(QString::number(i).rightJustified(6, u'0'), qint64(i));
    const QJsonObject object = Value(std::move(map)).toJson().toObject();
    QCOMPARE(object.size(), count);
    QCOMPARE(object.value(u"000007"_s).toInt(), 7);
}

QTEST_GUILESS_MAIN(TestValue)
#include "tst_value.moc"
