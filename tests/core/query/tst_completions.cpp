#include "core/query/completionplace.h"
#include "core/query/completions.h"
#include "testcorpus.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"(
name: Test
roles: {title: title, claims: claims}
fields:
  title: {type: text, label: Title}
  from: {type: list, label: From, facet: true}
  year: {type: year, label: Year, facet: true}
  stage: {type: choice, label: Stage, facet: true, vocabulary: stages}
  due date: {type: date, label: Due date}
  claims:
    type: records
    label: Claims
    fields:
      reason: {type: choice, label: Reason, facet: true}
vocabularies:
  stages:
    - {id: live, label: In production}
    - {id: gone, label: Given up}
)";

QList<FacetValue> valuesOf(const QString &path, const QByteArray &)
{
    if (path == u"from")
        return {{u"Go"_s, u"Go"_s, 5},
                {u"C++"_s, u"C++"_s, 3},
                {u"C, and more"_s, u"C, and more"_s, 1},
                {u"Visual Go"_s, u"Visual Go"_s, 1}};
    if (path == u"stage")
        return {{u"live"_s, u"In production"_s, 7}, {u"gone"_s, u"Given up"_s, 0}};
    if (path == u"claims")
        return {{u"latency"_s, u"latency"_s, 4}, {QString(81, u'x'), QString(81, u'x'), 1}};
    if (path == u"claims.reason")
        return {{u"latency"_s, u"Latency"_s, 4}};
    return {};
}

} // namespace

class TestCompletions : public QObject {
    Q_OBJECT

private slots:
    void places_data();
    void places();
    void completes_data();
    void completes();
    void takesTheWholeCondition();
    void counts();
    void isReadAsItIsWritten();
    void unfinished_data();
    void unfinished();
    void begunValues_data();
    void begunValues();
    void atMost();
    void hostile();

private:
    Schema m_schema = TestCorpus(description).corpus.schema();
};

/// In each text the cursor is at the bar.
void TestCompletions::places_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name"); // "-" for none
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("begun");
    QTest::addColumn<QString>("replaced");
    const auto row = [](const char *name, const QString &text, const QString &field, const QStringList &values,
                        const QString &begun, const QString &replaced) {
        QTest::newRow(name) << text << field << values << begun << replaced;
    };
    row("empty", u"|"_s, u"-"_s, {}, {}, {});
    row("a word", u"fr|"_s, u"-"_s, {}, u"fr"_s, u"fr"_s);
    row("the second word", u"one fr|"_s, u"-"_s, {}, u"fr"_s, u"fr"_s);
    row("between words", u"one | two"_s, u"-"_s, {}, {}, {});
    row("inside a word", u"fr|om two"_s, u"-"_s, {}, u"fr"_s, u"from"_s);
    row("behind a minus", u"-fr|"_s, u"-"_s, {}, u"fr"_s, u"fr"_s);
    row("before a minus", u"|-fr"_s, u"-"_s, {}, {}, u"-fr"_s);
    row("a hyphen", u"a-b|"_s, u"-"_s, {}, u"a-b"_s, u"a-b"_s);
    row("in parentheses", u"(a OR -(fr|))"_s, u"-"_s, {}, u"fr"_s, u"fr"_s);
    row("behind a colon", u"from:|"_s, u"from"_s, {}, {}, u"from:"_s);
    row("a value", u"from:g|"_s, u"from"_s, {}, u"g"_s, u"from:g"_s);
    row("a second value", u"-from:a,\"b c\",g|"_s, u"from"_s, {u"a"_s, u"b c"_s}, u"g"_s, u"from:a,\"b c\",g"_s);
    row("an open quote", u"from:\"visual g|"_s, u"from"_s, {}, u"visual g"_s, u"from:\"visual g"_s);
    row("a name in quotes", u"\"due date\":20|"_s, u"due date"_s, {}, u"20"_s, u"\"due date\":20"_s);
    row("a phrase", u"\"garbage c|"_s, u"-"_s, {}, u"garbage c"_s, u"\"garbage c"_s);
    row("an escaped quote", u"from:\"a\\\"b|"_s, u"from"_s, {}, u"a\"b"_s, u"from:\"a\\\"b"_s);
    row("typographic quotes", u"from:\u201Cvisual g|"_s, u"from"_s, {}, u"visual g"_s, u"from:\u201Cvisual g"_s);
    row("behind typographic quotes", u"\u201Ea b\u201C fr|"_s, u"-"_s, {}, u"fr"_s, u"fr"_s);
    row("a quote in a word", u"5\" fr|"_s, u"-"_s, {}, u"fr"_s, u"fr"_s);
    row("a backslash in quotes", u"from:\"C:\\x|"_s, u"from"_s, {}, u"C:\\x"_s, u"from:\"C:\\x"_s);
    row("a colon in a value", u"from:a:b|"_s, u"from"_s, {}, u"a:b"_s, u"from:a:b"_s);
}

void TestCompletions::places()
{
    QFETCH(QString, text);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const CompletionPlace place = completionPlaceAt(text, cursor);
    QTEST(place.hasName ? place.name : u"-"_s, "name");
    QTEST(place.values, "values");
    QTEST(place.begun, "begun");
    QTEST(text.mid(place.offset, place.length), "replaced");
}

void TestCompletions::completes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("asked");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &text, const QStringList &expected, bool asked = false) {
        QTest::newRow(name) << text << asked << expected;
    };
    row("nothing begun", u""_s, {});
    row("nothing begun, asked", u""_s,
        {u"title:"_s, u"from:"_s, u"year:"_s, u"stage:"_s, u"\"due date\":"_s, u"claims:"_s, u"reason:"_s, u"folder:"_s,
         u"has:"_s, u"missing:"_s, u"is:"_s, u"sort:"_s},
        true);
    row("a field", u"fr"_s, {u"from:"_s});
    row("a field by its label", u"yea"_s, {u"year:"_s});
    row("a field in quotes", u"du"_s, {u"\"due date\":"_s});
    row("our own word", u"mis"_s, {u"missing:"_s});
    row("one letter: fields alone", u"g"_s, {});
    row("a value of a facet", u"go"_s, {u"from:Go"_s, u"stage:gone"_s, u"from:\"Visual Go\""_s});
    row("a value by its label", u"produ"_s, {u"stage:live"_s});
    row("excluded", u"-prod"_s, {u"stage:live"_s});
    row("a phrase", u"\"go"_s, {});
    row("values", u"from:"_s, {u"from:Go"_s, u"from:C++"_s, u"from:\"C, and more\""_s, u"from:\"Visual Go\""_s});
    row("values that begin so", u"from:c"_s, {u"from:C++"_s, u"from:\"C, and more\""_s});
    row("the beginning before a later word", u"from:g"_s, {u"from:Go"_s, u"from:\"Visual Go\""_s});
    row("in quotes", u"from:\"vis"_s, {u"from:\"Visual Go\""_s});
    row("another value", u"from:go,c+"_s, {u"from:go,C++"_s});
    row("none twice", u"from:go,"_s, {u"from:go,C++"_s, u"from:go,\"C, and more\""_s, u"from:go,\"Visual Go\""_s});
    row("by label", u"stage:given"_s, {u"stage:gone"_s});
    row("short texts of a record", u"claims:"_s, {u"claims:latency"_s});
    row("by part", u"reason:la"_s, {u"reason:latency"_s});
    row("by path", u"claims.reason:"_s, {u"reason:latency"_s});
    row("all there", u"stage:live"_s, {});
    row("has", u"has:cl"_s, {u"has:claims"_s});
    row("missing", u"missing:y"_s, {u"missing:year"_s});
    row("a name that needs quotes", u"has:due"_s, {u"has:\"due date\""_s});
    row("sort by such a name", u"sort:-due"_s, {u"sort:\"-due date\""_s});
    row("sort", u"sort:ye"_s, {u"sort:year"_s});
    row("sort downwards", u"sort:-ye"_s, {u"sort:-year"_s});
    row("is", u"is:"_s, {u"is:broken"_s, u"is:stale"_s});
    row("is, begun", u"is:st"_s, {u"is:stale"_s});
    row("no such field", u"form:"_s, {});
    row("no such value", u"from:zebra"_s, {});
}

void TestCompletions::completes()
{
    QFETCH(QString, text);
    QFETCH(bool, asked);
    QStringList texts;
    for (const Completion &completion : completionsAt(text, text.size(), m_schema, valuesOf, asked, 20).items)
        texts.append(completion.text);
    QTEST(texts, "expected");
}

void TestCompletions::takesTheWholeCondition()
{
    const Completions completions = completionsAt(u"one -from:gxx two", 11, m_schema, valuesOf);
    QCOMPARE(completions.offset, 5);
    QCOMPARE(completions.length, 8);
    QCOMPARE(completions.items.first().text, u"from:Go"_s);
}

void TestCompletions::counts()
{
    const QList<Completion> values = completionsAt(u"stage:", 6, m_schema, valuesOf).items;
    QCOMPARE(values,
             (QList<Completion>{{u"stage:live"_s, u"In production"_s, u"Stage"_s, 7, false},
                                {u"stage:gone"_s, u"Given up"_s, u"Stage"_s, 0, false}}));
    const QList<Completion> fields = completionsAt(u"sta", 3, m_schema, valuesOf).items;
    QCOMPARE(fields, (QList<Completion>{{u"stage:"_s, u"stage:"_s, u"Stage"_s, -1, true}}));
}

void TestCompletions::isReadAsItIsWritten()
{
    for (const QString &text : {u"from:"_s, u"stage:"_s, u"reason:"_s, u"from:\"C, and more\","_s}) {
        for (const Completion &completion : completionsAt(text, text.size(), m_schema, valuesOf).items) {
            const Query query = parseQuery(completion.text, m_schema);
            QCOMPARE(query.terms.size(), 1);
            QCOMPARE(query.terms.first().kind, QueryTerm::Kind::Field);
            QCOMPARE(toText(query, m_schema), completion.text);
        }
    }
}

void TestCompletions::unfinished_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a field") << u"one from:"_s << u"one "_s;
    QTest::newRow("an excluded one") << u"one -from:"_s << u"one "_s;
    QTest::newRow("in quotes") << u"\"due date\":"_s << QString();
    QTest::newRow("our own word") << u"one has:"_s << u"one "_s;
    QTest::newRow("in capitals") << u"one HAS:"_s << u"one "_s;
    QTest::newRow("in parentheses") << u"(a OR from:"_s << u"(a OR "_s;
    QTest::newRow("no field") << u"one form:"_s << u"one form:"_s;
    QTest::newRow("a value") << u"from:go"_s << u"from:go"_s;
    QTest::newRow("before others") << u"from: one"_s << u"from: one"_s;
    QTest::newRow("in a phrase") << u"\"from:"_s << u"\"from:"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestCompletions::unfinished()
{
    QFETCH(QString, text);
    QTEST(withoutUnfinished(text, m_schema).toString(), "expected");
}

void TestCompletions::begunValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the beginning of one") << u"one from:vis"_s << u"one "_s;
    QTest::newRow("an excluded one") << u"one -from:vis"_s << u"one "_s;
    QTest::newRow("of a label") << u"stage:in"_s << QString();
    QTest::newRow("a value") << u"from:go"_s << u"from:go"_s;
    QTest::newRow("a label") << u"stage:gone"_s << u"stage:gone"_s;
    QTest::newRow("one of several") << u"from:go,vis"_s << u"from:go"_s;
    QTest::newRow("of none") << u"from:zz"_s << u"from:zz"_s;
    QTest::newRow("a word within") << u"from:basic"_s << u"from:basic"_s;
    QTest::newRow("finished by a blank") << u"from:vis "_s << u"from:vis "_s;
    QTest::newRow("the name alone") << u"one from:"_s << u"one "_s;
    QTest::newRow("in quotes") << u"from:\"vis\""_s << u"from:\"vis\""_s;
    QTest::newRow("a text, which is met in part") << u"title:vis"_s << u"title:vis"_s;
    QTest::newRow("no field") << u"form:vis"_s << u"form:vis"_s;
    QTest::newRow("a word") << u"vis"_s << u"vis"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestCompletions::begunValues()
{
    QFETCH(QString, text);
    QTEST(withoutBegunValue(text, m_schema, valuesOf).toString(), "expected");
}

void TestCompletions::atMost()
{
    QCOMPARE(completionsAt(u"from:", 5, m_schema, valuesOf, false, 2).items.size(), 2);
}

void TestCompletions::hostile()
{
    const QString deep = u"("_s.repeated(10'000) + u"\""_s.repeated(999) + QChar(0xD800) + u":,\\"_s;
    for (const qsizetype cursor : {qsizetype(-5), qsizetype(0), deep.size() / 2, deep.size(), deep.size() + 9})
        QVERIFY(completionsAt(deep, cursor, m_schema, valuesOf, true).items.size() <= 12);
}

QTEST_GUILESS_MAIN(TestCompletions)
#include "tst_completions.moc"
