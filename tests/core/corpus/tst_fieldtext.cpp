#include "core/corpus/fieldtext.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

Field fieldOf(FieldType type)
{
    Field field;
    field.id = u"field"_s;
    field.type = type;
    return field;
}

Value texts(const QStringList &items)
{
    Value::List list;
    for (const QString &item : items)
        list.push_back(item);
    return list;
}

Value integers(std::initializer_list<qint64> items)
{
    return Value::List(items.begin(), items.end());
}

} // namespace

Q_DECLARE_METATYPE(casebook::Value)
Q_DECLARE_METATYPE(casebook::FieldType)

class TestFieldText : public QObject {
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void errors_data();
    void errors();
    void unknownKeys_data();
    void unknownKeys();
    void backToText_data();
    void backToText();
    void items_data();
    void items();
    void order();
};

void TestFieldText::values_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Value>("before");
    QTest::addColumn<Value>("expected");
    const auto row = [](const char *name, FieldType type, const QString &text, const Value &expected,
                        const Value &before = {}) { QTest::newRow(name) << type << text << before << expected; };
    row("a year", FieldType::Year, u"2021"_s, qint64(2021));
    row("a year with blanks", FieldType::Year, u" 2021 "_s, qint64(2021));
    row("a year that stood in quotes", FieldType::Year, u"2021"_s, qint64(2021), u"2020"_s);
    row("an integer", FieldType::Number, u"12000"_s, qint64(12000));
    row("a negative one", FieldType::Number, u"-3"_s, qint64(-3));
    row("a fraction", FieldType::Number, u"0.5"_s, 0.5);
    row("an exponent", FieldType::Number, u"1e6"_s, 1e6);
    row("a date", FieldType::Date, u"2026-11-20"_s, u"2026-11-20"_s);
    row("a time, where one stands", FieldType::Date, u"2026-11-20T10:30:00"_s, u"2026-11-20T10:30:00"_s,
        u"2025-01-01T08:00:00"_s);
    row("an address", FieldType::Url, u" https://example.org/a?b#c "_s, u"https://example.org/a?b#c"_s);
    row("a text", FieldType::Text, u"Read States"_s, u"Read States"_s);
    row("a text of digits", FieldType::Text, u"2020"_s, u"2020"_s);
    row("a text that YAML would take for nothing", FieldType::Text, u"null"_s, u"null"_s);
    row("a text for a number", FieldType::Text, u"4"_s, qint64(4), qint64(3));
    row("words for a number", FieldType::Text, u"four"_s, u"four"_s, qint64(3));
    row("a truth value", FieldType::Choice, u"false"_s, false, true);
    row("a number for a truth value", FieldType::Choice, u"1"_s, u"1"_s, true);
    row("lines", FieldType::Text, u"one\n two\n"_s, u"one\n two"_s);
    row("lines of a block", FieldType::Text, u"one\n two"_s, u"one\n two\n"_s, u"one\n"_s);
    row("a choice", FieldType::Choice, u"no"_s, u"no"_s);
    row("no text", FieldType::Text, u" "_s, {}, u"something"_s);
    row("no year", FieldType::Year, QString(), {}, qint64(2020));
    row("a list", FieldType::List, u"Go, C++ , Rust"_s, texts({u"Go"_s, u"C++"_s, u"Rust"_s}));
    row("a list of digits", FieldType::List, u"1, 2"_s, texts({u"1"_s, u"2"_s}));
    row("a list of numbers", FieldType::List, u"1, 2, 4"_s, integers({1, 2, 4}), integers({1, 2, 3}));
    row("a mixed list", FieldType::List, u"1, a, 2"_s, Value::List{qint64(1), u"a"_s, u"2"_s},
        Value::List{qint64(1), u"a"_s});
    row("no items", FieldType::List, QString(), Value::List{}, texts({u"Go"_s}));
}

void TestFieldText::values()
{
    QFETCH(FieldType, type);
    QFETCH(QString, text);
    QFETCH(Value, before);
    QFETCH(Value, expected);
    const Result<Value> value = valueFromText(fieldOf(type), text, before);
    QVERIFY2(value, value ? "" : qPrintable(value.error().message));
    QVERIFY(*value == expected);
}

void TestFieldText::errors_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const QString year = u"\"%1\" is not a year: write it with four digits."_s;
    const QString number = u"\"%1\" is not a number: write it with digits alone, such as 12000 or 0.5."_s;
    const QString date = u"\"%1\" is not a date: write it as YYYY-MM-DD."_s;
    const QString address = u"\"%1\" is not an http or https address."_s;
    for (const QString &text : {u"about 2020"_s, u"20201"_s, u"-5"_s, u"2020.5"_s, u"0x7e4"_s})
        QTest::addRow("year %s", qPrintable(text)) << FieldType::Year << text << year.arg(text);
    for (const QString &text : {u"many"_s, u"12,000"_s, u"12 000"_s, u"0x10"_s, u".inf"_s, u".nan"_s, u"e"_s})
        QTest::addRow("number %s", qPrintable(text)) << FieldType::Number << text << number.arg(text);
    QTest::newRow("number of 20 digits") << FieldType::Number << u"98765432109876543210"_s
                                         << u"\"98765432109876543210\" has more digits than a number may have."_s;
    for (const QString &text : {u"2026"_s, u"2026-13-01"_s, u"20.11.2026"_s, u"2026-1-2"_s, u"2026-11-20T10:30:00"_s})
        QTest::addRow("date %s", qPrintable(text)) << FieldType::Date << text << date.arg(text);
    for (const QString &text : {u"example.org"_s, u"ftp://example.org/"_s, u"https://"_s, u"https://a b/"_s})
        QTest::addRow("address %s", qPrintable(text)) << FieldType::Url << text << address.arg(text);
}

void TestFieldText::errors()
{
    QFETCH(FieldType, type);
    QFETCH(QString, text);
    QFETCH(QString, message);
    const Result<Value> value = valueFromText(fieldOf(type), text);
    QVERIFY(!value);
    QCOMPARE(value.error().message, message);
}

void TestFieldText::unknownKeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Value>("before");
    QTest::addColumn<Value>("expected");
    QTest::newRow("a number") << u"4"_s << Value() << Value(qint64(4));
    QTest::newRow("true") << u"true"_s << Value() << Value(true);
    QTest::newRow("words") << u"a b"_s << Value() << Value(u"a b"_s);
    QTest::newRow("digits for a string") << u"1.10"_s << Value(u"1.9"_s) << Value(u"1.10"_s);
    QTest::newRow("words for a number") << u"four"_s << Value(qint64(3)) << Value(u"four"_s);
    QTest::newRow("nothing") << QString() << Value(u"1.9"_s) << Value();
    QTest::newRow("a list") << u"a, b"_s << texts({u"a"_s}) << texts({u"a"_s, u"b"_s});
}

void TestFieldText::unknownKeys()
{
    QFETCH(QString, text);
    QFETCH(Value, before);
    QFETCH(Value, expected);
    QVERIFY(valueFromText(text, before) == expected);
}

void TestFieldText::backToText_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("null") << FieldType::Text << Value() << QString();
    QTest::newRow("a text") << FieldType::Text << Value(u"a, b"_s) << u"a, b"_s;
    QTest::newRow("lines of a block") << FieldType::Text << Value(u"one\ntwo\n"_s) << u"one\ntwo"_s;
    QTest::newRow("a number for a text") << FieldType::Text << Value(qint64(3)) << u"3"_s;
    QTest::newRow("a truth value") << FieldType::Choice << Value(true) << u"true"_s;
    QTest::newRow("a year") << FieldType::Year << Value(qint64(2020)) << u"2020"_s;
    QTest::newRow("a fraction") << FieldType::Number << Value(0.25) << u"0.25"_s;
    QTest::newRow("a list") << FieldType::List << texts({u"Go"_s, u"a, b"_s}) << u"Go, \"a, b\""_s;
    QTest::newRow("a list of numbers") << FieldType::List << integers({1, 2}) << u"1, 2"_s;
}

void TestFieldText::backToText()
{
    QFETCH(FieldType, type);
    QFETCH(Value, value);
    QFETCH(QString, text);
    QCOMPARE(textFromValue(value), text);
    const Result<Value> again = valueFromText(fieldOf(type), text, value);
    QVERIFY(again);
    QVERIFY(*again == value);
}

void TestFieldText::items_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("items");
    QTest::addColumn<QString>("written");
    QTest::newRow("none") << QString() << QStringList() << QString();
    QTest::newRow("one") << u"Go"_s << QStringList{u"Go"_s} << u"Go"_s;
    QTest::newRow("empty ones") << u" , Go,, C ,"_s << QStringList{u"Go"_s, u"C"_s} << u"Go, C"_s;
    QTest::newRow("a comma inside") << u"\"a, b\", c"_s << QStringList{u"a, b"_s, u"c"_s} << u"\"a, b\", c"_s;
    QTest::newRow("quotes inside") << uR"("say \"no\"", c\d)"_s << QStringList{u"say \"no\""_s, u"c\\d"_s}
                                   << uR"("say \"no\"", c\d)"_s;
    QTest::newRow("an open quote") << u"\"a, b"_s << QStringList{u"a, b"_s} << u"\"a, b\""_s;
    QTest::newRow("text behind a quote") << u"\"a\" b, c"_s << QStringList{u"ab"_s, u"c"_s} << u"ab, c"_s;
}

void TestFieldText::items()
{
    QFETCH(QString, text);
    QFETCH(QStringList, items);
    QFETCH(QString, written);
    QCOMPARE(splitItems(text), items);
    QCOMPARE(joinItems(items), written);
    QCOMPARE(splitItems(written), items);
}

void TestFieldText::order()
{
    Schema schema;
    Field effort = fieldOf(FieldType::Record);
    effort.id = u"effort"_s;
    effort.fields = {fieldOf(FieldType::Number)};
    schema.fields = {fieldOf(FieldType::Text), effort};
    QCOMPARE(keyOrder(schema), (KeyOrder{u"field"_s, u"effort"_s, u"effort.field"_s}));
}

QTEST_GUILESS_MAIN(TestFieldText)
#include "tst_fieldtext.moc"
