#include "core/corpus/schemareader.h"
#include "core/query/queryreading.h"
#include "core/query/soughttexts.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"(
fields:
  title: {}
  decision: {type: choice, facet: true, vocabulary: [{id: migrating, label: On the move}, adopting]}
  from: {type: list, facet: true}
  year: {type: year, facet: true}
  language: {type: choice}
  reviewed: {type: date}
  claims: {type: records, fields: {reason: {type: choice}, source: {type: number}, text: {}}}
  figures: {type: records, fields: {source: {type: number}}}
roles: {reviewed: reviewed}
)";

const Schema &schema()
{
    static const Schema schema = readSchema(description).schema;
    return schema;
}

QStringList valuesOf(const QString &path)
{
    return path == u"from" ? QStringList{u"Go"_s, u"C++"_s, u"Visual Basic"_s} : QStringList();
}

/// Each token with the text it stands for, its term and how deep it lies; * where it is a part of the term.
QString print(const QString &text, const QList<QueryToken> &tokens)
{
    const QString kinds[] = {QString(), u"or "_s, u"open "_s, u"close "_s, u"sort "_s};
    QStringList parts;
    for (const QueryToken &token : tokens) {
        parts.append(kinds[static_cast<int>(token.kind)] + text.mid(token.offset, token.length) + u'='
                     + (token.excluded ? u"-"_s : QString()) + QString::number(token.term)
                     + (token.part ? u"*"_s : QString()) + QString(token.depth, u'>'));
    }
    return parts.join(u" | "_s);
}

QString print(const QString &text, const QList<QueryNote> &notes)
{
    const QString kinds[] = {u"field"_s,      u"ambiguous"_s, u"value"_s,    u"range"_s, u"state"_s,
                             u"unreviewed"_s, u"lone"_s,      u"unclosed"_s, u"empty"_s, u"loneor"_s,
                             u"deep"_s,       u"many"_s,      u"blank"_s};
    QStringList parts;
    for (const QueryNote &note : notes) {
        parts.append(kinds[static_cast<int>(note.kind)] + u" <"_s + text.mid(note.offset, note.length) + u'>'
                     + (note.suggestion.isEmpty() ? QString() : QString(u" -> "_s + withSuggestion(text, note))));
    }
    return parts.join(u" | "_s);
}

} // namespace

class TestQueryReading : public QObject {
    Q_OBJECT

private slots:
    void tokens_data();
    void tokens();
    void tokenDetails();
    void notes_data();
    void notes();
    void valuesInUse();
    void notesAreFew();
    void noReviewDate();
    void messages();
    void sought_data();
    void sought();
};

void TestQueryReading::tokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &text, const QString &expected) {
        QTest::newRow(qPrintable(text)) << text << expected;
    };
    row(u"  "_s, {});
    row(u"a  -from:go"_s, u"a=0 | -from:go=-1"_s);
    row(u"a \"\" b"_s, u"a=0 | b=1"_s);
    row(u"\"x y"_s, u"\"x y=0"_s);
    row(u"sort:-year a"_s, u"sort sort:-year=-1 | a=0"_s);
    row(u"a OR b"_s, u"a=0* | or OR=0* | b=0*"_s);
    row(u"c (a OR b) d"_s, u"c=0 | open (=1* | a=1*> | or OR=1*> | b=1*> | close )=1* | d=2"_s);
    row(u"(a b) c"_s, u"open (=-1 | a=0> | b=1> | close )=-1 | c=2"_s);
    row(u"x -(a b)"_s, u"x=0 | open -(=-1* | a=1*> | b=1*> | close )=1*"_s);
    row(u"x ((a OR b) c)"_s,
        u"x=0 | open (=-1 | open (=1*> | a=1*>> | or OR=1*>> | b=1*>> | close )=1*> | c=2> | close )=-1"_s);
    row(u"(a b) OR c"_s, u"open (=0* | a=0*> | b=0*> | close )=0* | or OR=0* | c=0*"_s);
    row(u"(a OR sort:year b"_s, u"open (=0* | a=0*> | or OR=0*> | sort sort:year=-1> | b=0*>"_s);
    row(u"OR a"_s, u"a=0"_s);
    row(u"a OR"_s, u"a=0 | or OR=-1"_s);
}

void TestQueryReading::tokens()
{
    QFETCH(QString, text);
    const QueryReading reading = readQuery(text, schema());
    QTEST(print(text, reading.tokens), "expected");
    QVERIFY(reading.query == parseQuery(text, schema()));
    for (const QueryToken &token : reading.tokens)
        QVERIFY(token.term < reading.query.terms.size());
}

void TestQueryReading::tokenDetails()
{
    const QList<QueryToken> tokens = readQuery(u"-reason:\"a b\" sort:year -x", schema()).tokens;
    QCOMPARE(tokens.size(), 3);
    QCOMPARE(tokens.at(0).path, u"claims.reason"_s);
    QCOMPARE(tokens.at(0).termKind, QueryTerm::Kind::Field);
    QCOMPARE(tokens.at(0).valueOffset, 8);
    QCOMPARE(tokens.at(0).end(), 13);
    QCOMPARE(tokens.at(1).path, u"year"_s);
    QCOMPARE(tokens.at(1).valueOffset, 19);
    QCOMPARE(tokens.at(2).valueOffset, 25);
    QVERIFY(tokens.at(2).excluded);
}

void TestQueryReading::notes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &text, const QString &expected = {}) {
        QTest::newRow(qPrintable(text)) << text << expected;
    };
    row(u"from:go year:2020.. decision:adopting x \"form:go\" has:from is:stale (a OR b) f(x)"_s);
    row(u"https://a.example/ 12:30 \"form\":go :x from:"_s);
    row(u"x -langauge:german"_s, u"field <langauge> -> x -language:german"_s);
    row(u"lang:german"_s);
    row(u"colour:blue"_s, u"field <colour>"_s);
    row(u"form:"_s, u"field <form> -> from:"_s);
    row(u"hsa:from"_s, u"field <hsa> -> has:from"_s);
    row(u"has:form missing:\"yaer\" sort:-yera"_s,
        u"field <form> -> has:from missing:\"yaer\" sort:-yera | field <\"yaer\"> -> has:form missing:year sort:-yera "
        u"| "
        u"field <yera> -> has:form missing:\"yaer\" sort:-year"_s);
    row(u"source:1"_s, u"ambiguous <source> -> claims.source:1"_s);
    row(u"decision:adoptin"_s, u"value <adoptin> -> decision:adopting"_s);
    row(u"decision:adopting,\"on the mvoe\""_s, u"value <\"on the mvoe\"> -> decision:adopting,\"On the move\""_s);
    row(u"decision:\"ON THE MOVE\" from:anything"_s);
    row(u"has:from,year"_s, u"field <from,year> -> has:from"_s);
    row(u"sort:-year,title a"_s, u"field <-year,title> -> sort:-year a"_s);
    row(u"year:2018..now"_s, u"range <2018..now>"_s);
    row(u"year:2018-2020 year:2018-x"_s, u"value <2018-2020> -> year:2018..2020 year:2018-x"_s);
    row(u"Has:from SORT:-year HAS:form"_s, u"field <form> -> Has:from SORT:-year HAS:from"_s);
    row(u"is:borken is:stale>x"_s,
        u"state <borken> -> is:broken is:stale>x | state <stale>x> -> is:borken is:stale>6m"_s);
    row(u"a from: go b"_s, u"blank <from: go> -> a from:go b"_s);
    row(u"-has:  \"form\" (year: 2018..)"_s,
        u"blank <has:  \"form\"> -> -has:\"form\" (year: 2018..) | blank <year: 2018..> -> -has:  \"form\" (year:2018..)"_s);
    row(u"from: OR a"_s);
    row(u"a) b"_s, u"lone <)>"_s);
    row(u"a (b"_s, u"unclosed <(>"_s);
    row(u"a ( ) b"_s, u"empty <( )>"_s);
    row(u"OR a OR OR b OR"_s, u"loneor <OR> | loneor <OR> | loneor <OR>"_s);
    row(u"(a OR) b"_s, u"loneor <OR>"_s);
    row(QString(17, u'(') + u"a"_s + QString(17, u')'), u"deep <(>"_s);
}

void TestQueryReading::notes()
{
    QFETCH(QString, text);
    QTEST(print(text, readQuery(text, schema()).notes), "expected");
}

void TestQueryReading::valuesInUse()
{
    const QString text = u"from:GO,\"visual bascic\" decision:migratin language:rust title:x"_s;
    QCOMPARE(print(text, readQuery(text, schema(), valuesOf).notes),
             u"value <\"visual bascic\"> -> from:GO,\"Visual Basic\" decision:migratin language:rust title:x | "
             u"value <migratin> -> from:GO,\"visual bascic\" decision:migrating language:rust title:x | "
             u"value <rust>"_s);
}

void TestQueryReading::notesAreFew()
{
    QCOMPARE(readQuery(u"colour:x "_s.repeated(500), schema()).notes.size(), 50);
}

void TestQueryReading::noReviewDate()
{
    const QueryReading reading = readQuery(u"is:stale", Schema());
    QCOMPARE(reading.query.terms.first().kind, QueryTerm::Kind::Word);
    QCOMPARE(reading.notes.first().kind, QueryNote::Kind::NoReviewDate);
}

void TestQueryReading::messages()
{
    const auto message = [](QStringView text) { return messageOf(readQuery(text, schema()).notes.first(), schema()); };
    QCOMPARE(message(u"-langauge:german"),
             u"\"langauge:german\" is searched for as text: no field is called \"langauge\". Did you mean language?"_s);
    QCOMPARE(message(u"decision:adoptin"), u"Decision is nowhere \"adoptin\". Did you mean adopting?"_s);
    QVERIFY(message(u"year:a..b").contains(u"\"a..b\" is no range of Year"_s));
    for (const QString &text :
         {u"source:1"_s, u"is:x"_s, u"a)"_s, u"(a"_s, u"()"_s, u"OR"_s, QString(20, u'('), u"x "_s.repeated(1001)})
        QVERIFY2(message(text).endsWith(u'.') || message(text).endsWith(u'?'), qPrintable(message(text)));
}

void TestQueryReading::sought_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &query, const QString &expected = {}) {
        QTest::newRow(qPrintable(query)) << query << expected;
    };
    row(u"Naïve \"Two  Words\" -no naive"_s, u"naive|two words"_s);
    row(u"from:Go,C title:Rust -from:x"_s, u"from=go|from=c|title:rust"_s);
    row(u"decision:\"on the move\""_s, u"decision=migrating"_s);
    row(u"(a OR b -c) -(d -e)"_s, u"a|b|e"_s);
    row(u"year:2018.. has:from is:broken"_s);
}

void TestQueryReading::sought()
{
    QFETCH(QString, query);
    QStringList parts;
    for (const SoughtText &text : soughtTexts(parseQuery(query, schema()), schema()))
        parts.append((text.path.isEmpty() ? QString() : QString(text.path + (text.whole ? u'=' : u':')))
                     + QString::fromUtf8(text.text));
    QTEST(parts.join(u'|'), "expected");
}

QTEST_GUILESS_MAIN(TestQueryReading)
#include "tst_queryreading.moc"
