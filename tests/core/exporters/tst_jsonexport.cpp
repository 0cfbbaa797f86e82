#include "core/corpus/loader.h"
#include "core/exporters/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

QByteArray jsonOf(const Value &value)
{
    JsonWriter json;
    json.value(value);
    return json.take().simplified();
}

} // namespace

class TestJsonExport : public QObject {
    Q_OBJECT

private slots:
    void writesValues_data();
    void writesValues();
    void indentsAndEndsWithALineEnd();
    void handsOverInPieces();
    void keepsTheFirstOfTwoKeys();
    void writesACase();
    void writesABrokenCase();
    void addsTheBody();
    void writesFacets();
    void writesProblems();
};

void TestJsonExport::writesValues_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("null") << Value() << QByteArray("null");
    QTest::newRow("true") << Value(true) << QByteArray("true");
    QTest::newRow("integer") << Value(qint64(2020)) << QByteArray("2020");
    QTest::newRow("largest integer") << Value(std::numeric_limits<qint64>::max()) << QByteArray("9223372036854775807");
    QTest::newRow("fraction") << Value(0.5) << QByteArray("0.5");
    QTest::newRow("tiny") << Value(1e-300) << QByteArray("1e-300");
    QTest::newRow("infinity") << Value(std::numeric_limits<double>::infinity()) << QByteArray("\"inf\"");
    QTest::newRow("text") << Value(u"Grüße, 世界"_s) << QByteArray("\"Grüße, 世界\"");
    QTest::newRow("number as text") << Value(u"3"_s) << QByteArray("\"3\"");
    QTest::newRow("quotes and backslash") << Value(u"a\"b\\c"_s) << QByteArray("\"a\\\"b\\\\c\"");
    QTest::newRow("line ends") << Value(u"a\r\nb\tc"_s) << QByteArray("\"a\\r\\nb\\tc\"");
    QTest::newRow("escape") << Value(u"a\x1b[31m"_s) << QByteArray("\"a\\u001b[31m\"");
    QTest::newRow("NUL") << Value(QString(QChar(u'\0'))) << QByteArray("\"\\u0000\"");
    QTest::newRow("C1 control") << Value(QString(QChar(0x9b))) << QByteArray("\"\\u009b\"");
    QTest::newRow("beyond the basic plane") << Value(u"\U0001f980"_s) << QByteArray("\"\xf0\x9f\xa6\x80\"");
    QTest::newRow("half a pair") << Value(QString(QChar(0xd83e))) << QByteArray("\"?\"");
    QTest::newRow("empty list") << Value(Value::List()) << QByteArray("[]");
    QTest::newRow("empty map") << Value(Value::Map()) << QByteArray("{}");
    QTest::newRow("list") << Value(Value::List{Value(qint64(1)), Value(u"b"_s)}) << QByteArray("[ 1, \"b\" ]");
    QTest::newRow("keys in order") << Value(Value::Map{{u"z"_s, Value(qint64(1))}, {u"a"_s, Value()}})
                                   << QByteArray("{ \"z\": 1, \"a\": null }");
}

void TestJsonExport::writesValues()
{
    QFETCH(Value, value);
    QFETCH(QByteArray, expected);
    QCOMPARE(jsonOf(value), expected);
    const QByteArray list = '[' + jsonOf(value) + ']';
    QJsonParseError error;
    QJsonDocument::fromJson(list, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
}

void TestJsonExport::indentsAndEndsWithALineEnd()
{
    JsonWriter json;
    json.beginArray();
    json.beginObject();
    json.member(u"id"_s, u"a"_s);
    json.key(u"none"_s);
    json.beginArray();
    json.endArray();
    json.endObject();
    json.value(qint64(2));
    json.endArray();
    QCOMPARE(json.take(), QByteArray("[\n  {\n    \"id\": \"a\",\n    \"none\": []\n  },\n  2\n]\n"));
}

void TestJsonExport::handsOverInPieces()
{
    JsonWriter json;
    QByteArray pieces;
    json.beginArray();
    for (qint64 i = 0; i < 3; ++i) {
        json.value(i);
        pieces += json.take();
    }
    json.endArray();
    pieces += json.take();
    QCOMPARE(QJsonDocument::fromJson(pieces).array(), QJsonArray({0, 1, 2}));
    QVERIFY(json.take().isEmpty());
}

void TestJsonExport::keepsTheFirstOfTwoKeys()
{
    Value::Map map;
    map.emplace_back(u"a"_s, Value(qint64(1)));
    map.emplace_back(u"a"_s, Value(qint64(2)));
    QCOMPARE(jsonOf(Value(std::move(map))), QByteArray("{ \"a\": 1 }"));
}

namespace {

/// A corpus in a temporary folder.
class Sample {
public:
    Sample()
    {
        write(u"corpus.yaml"_s,
              "name: Sample\nroles: {title: title, group: decision}\ngroups: [{value: yes, label: Yes}]\n"
              "fields:\n  title: {type: text, required: true}\n  decision: {type: choice, facet: true}\n"
              "  year: {type: year, facet: true}\n");
        write(u"cases/one.md"_s,
              "---\nzeta: [1, 2.5, true, null]\ntitle: One\ndecision: \"yes\"\nyear: 2020\n---\n\nBody \xff.\n");
        write(u"cases/two.md"_s, "---\ntitle: [Two\n---\n");
        Result<Corpus> loaded = loadCorpus(m_folder.path());
        if (loaded)
            corpus = std::move(*loaded);
    }

    Corpus corpus;

private:
    void write(const QString &path, const QByteArray &bytes)
    {
        const QString full = m_folder.filePath(path);
        QDir().mkpath(QFileInfo(full).path());
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTemporaryDir m_folder;
};

QJsonObject objectOf(const Sample &sample, const QString &id, const QString *body = nullptr)
{
    JsonWriter json;
    writeCase(json, sample.corpus, *sample.corpus.find(id), body);
    return QJsonDocument::fromJson(json.take()).object();
}

} // namespace

void TestJsonExport::writesACase()
{
    const Sample sample;
    QCOMPARE(sample.corpus.size(), 2);
    const QJsonObject object = objectOf(sample, u"one"_s);
    QCOMPARE(object.keys(), QStringList({u"fields"_s, u"group"_s, u"id"_s, u"path"_s, u"problems"_s, u"title"_s}));
    QCOMPARE(object[u"id"_s], u"one"_s);
    QCOMPARE(object[u"path"_s], u"cases/one.md"_s);
    QCOMPARE(object[u"title"_s], u"One"_s);
    QCOMPARE(object[u"group"_s], u"yes"_s);
    const QJsonObject fields{{u"zeta"_s, QJsonArray({1, 2.5, true, QJsonValue::Null})},
                             {u"title"_s, u"One"_s},
                             {u"decision"_s, u"yes"_s},
                             {u"year"_s, 2020}};
    QCOMPARE(object[u"fields"_s].toObject(), fields);
    const QJsonArray problems = object[u"problems"_s].toArray();
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0][u"severity"_s], u"error"_s);
    QCOMPARE(problems[0][u"line"_s], 8);
    QCOMPARE(problems[0][u"column"_s], 6);
    QVERIFY(!problems[0][u"message"_s].toString().isEmpty());
}

void TestJsonExport::writesABrokenCase()
{
    const QJsonObject object = objectOf(Sample(), u"two"_s);
    QCOMPARE(object[u"title"_s], u"two"_s);
    QCOMPARE(object[u"group"_s], QString());
    QCOMPARE(object[u"fields"_s].toObject(), QJsonObject());
    QVERIFY(!object[u"problems"_s].toArray().isEmpty());
}

void TestJsonExport::addsTheBody()
{
    const Sample sample;
    const QString body = readBody(sample.corpus, *sample.corpus.find(u"one"_s));
    QCOMPARE(body, u"\nBody \ufffd.\n"_s);
    QCOMPARE(objectOf(sample, u"one"_s, &body)[u"body"_s], body);
}

void TestJsonExport::writesFacets()
{
    const Sample sample;
    JsonWriter json;
    writeFacets(json, Search(sample.corpus).run({}, {}).facets);
    const QJsonArray facets = QJsonDocument::fromJson(json.take()).array();
    QCOMPARE(facets.size(), 2);
    QCOMPARE(facets[0][u"field"_s], u"decision"_s);
    QCOMPARE(facets[0][u"label"_s], u"Decision"_s);
    const QJsonArray values{QJsonObject{{u"value"_s, u"yes"_s}, {u"label"_s, u"Yes"_s}, {u"count"_s, 1}}};
    QCOMPARE(facets[0][u"values"_s].toArray(), values);
}

void TestJsonExport::writesProblems()
{
    JsonWriter json;
    writeProblems(json, {{u"cases/a.md"_s, {Severity::Warning, 3, 4, u"Odd."_s}}});
    const QJsonArray expected{QJsonObject{{u"path"_s, u"cases/a.md"_s},
                                          {u"line"_s, 3},
                                          {u"column"_s, 4},
                                          {u"severity"_s, u"warning"_s},
                                          {u"message"_s, u"Odd."_s}}};
    QCOMPARE(QJsonDocument::fromJson(json.take()).array(), expected);
}

QTEST_GUILESS_MAIN(TestJsonExport)
#include "tst_jsonexport.moc"
