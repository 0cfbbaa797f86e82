#include "core/base/texts.h"
#include "core/corpus/schemareader.h"
#include "core/query/query.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"(
fields:
  title: {}
  decision: {type: choice}
  from: {type: list}
  year: {type: year}
  industry: {type: choice}
  reviewed: {type: date}
  effort: {type: record, fields: {months: {type: number}, people: {type: number}}}
  claims: {type: records, fields: {reason: {type: choice}, text: {}, source: {type: number}}}
  figures: {type: records, fields: {source: {type: number}}}
  due date: {type: date}
  Status: {type: choice}
  status: {type: choice}
  sort: {type: choice}
  größe: {type: number}
  a,"b": {}
roles: {reviewed: reviewed}
)";

const Schema &schema()
{
    static const Schema schema = readSchema(description).schema;
    return schema;
}

/// A query without ambiguity: each term in brackets.
QString print(const QList<QueryTerm> &terms);

QString print(const QueryTerm &term)
{
    const QString names[] = {u"word"_s,    u"phrase"_s, u"field"_s, u"range"_s, u"has"_s,
                             u"missing"_s, u"broken"_s, u"stale"_s, QString()};
    QString text = (term.excluded ? u"-"_s : QString()) + names[static_cast<int>(term.kind)];
    if (!term.path.isEmpty())
        text += u' ' + term.path;
    if (!term.text.isEmpty())
        text += u" <"_s + term.text + u'>';
    for (const QString &value : term.values)
        text += u" <"_s + value + u'>';
    if (term.kind == QueryTerm::Kind::Range)
        text += u' ' + term.from + (term.open ? u"~~"_s : u".."_s) + term.to;
    QStringList alternatives;
    for (const QList<QueryTerm> &alternative : term.alternatives)
        alternatives.append(print(alternative));
    return u'[' + text + alternatives.join(u" | "_s) + u']';
}

QString print(const QList<QueryTerm> &terms)
{
    QString text;
    for (const QueryTerm &term : terms)
        text += print(term);
    return text;
}

/// A query without ambiguity: each term in brackets.
QString print(const Query &query)
{
    const QString sort = query.sortPath.isEmpty()
        ? QString()
        : u"[sort "_s + (query.sortDescending ? u"-"_s : QString()) + query.sortPath + u']';
    return print(query.terms) + sort;
}

} // namespace

class TestQueryParser : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installTexts(); }
    void parses_data();
    void parses();
    void printsAndParses();
    void neverFails();
    void names_data();
    void names();
    void describes_data();
    void describes();
};

void TestQueryParser::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("canonical"); // null: the text itself
    const auto row = [](const char *name, const QString &text, const QString &expected, const QString &canonical = {}) {
        QTest::newRow(name) << text << expected << (canonical.isNull() ? text : canonical);
    };
    row("empty", u""_s, u""_s, u""_s);
    row("blanks", u" \t\n"_s, u""_s, u""_s);
    row("word", u"memory"_s, u"[word <memory>]"_s);
    row("words", u"  memory   safety "_s, u"[word <memory>][word <safety>]"_s, u"memory safety"_s);
    row("no-break space", u"a\u00A0b"_s, u"[word <a>][word <b>]"_s, u"a b"_s);
    row("excluded word", u"-memory"_s, u"[-word <memory>]"_s);
    row("dash", u"-"_s, u"[word <->]"_s);
    row("dash between words", u"a - b"_s, u"[word <a>][word <->][word <b>]"_s);
    row("two dashes", u"--x"_s, u"[-word <-x>]"_s);
    row("dash inside", u"first-party"_s, u"[word <first-party>]"_s);
    row("phrase", u"\"garbage collector\""_s, u"[phrase <garbage collector>]"_s);
    row("excluded phrase", u"-\"a b\""_s, u"[-phrase <a b>]"_s);
    row("phrase with quotes", uR"("say \"no\" \\ x")"_s, uR"([phrase <say "no" \ x>])"_s);
    row("phrase without an end", u"\"a b"_s, u"[phrase <a b>]"_s, u"\"a b\""_s);
    row("backslash at the end", u"\"a\\"_s, u"[phrase <a\\>]"_s, u"\"a\\\\\""_s);
    row("other backslashes stay", u"\"C:\\x\""_s, u"[phrase <C:\\x>]"_s, u"\"C:\\\\x\""_s);
    row("empty phrase", u"\"\" \" \""_s, u""_s, u""_s);
    row("a quote alone", u"\""_s, u""_s, u""_s);
    row("text after a phrase", u"\"a b\"c"_s, u"[phrase <a b>][word <c>]"_s, u"\"a b\" c"_s);
    row("field", u"from:go"_s, u"[field from <go>]"_s);
    row("excluded field", u"-from:go"_s, u"[-field from <go>]"_s);
    row("either", u"from:go,c"_s, u"[field from <go> <c>]"_s);
    row("quoted value", u"from:\"visual basic\",c"_s, u"[field from <visual basic> <c>]"_s);
    row("a comma in a value", u"from:\"a,b\""_s, u"[field from <a,b>]"_s);
    row("a comma at the end", u"from:go, c"_s, u"[field from <go>][word <c>]"_s, u"from:go c"_s);
    row("commas alone", u"from:,,"_s, u"[word <from:,,>]"_s);
    row("no value", u"from:"_s, u"[word <from:>]"_s);
    row("no value, a word after it", u"from: go"_s, u"[word <from:>][word <go>]"_s);
    row("empty quotes", u"from:\"\""_s, u"[word <from:\"\">]"_s);
    row("a colon in a value", u"from:a:b"_s, u"[field from <a:b>]"_s);
    row("upper case", u"FROM:Go"_s, u"[field from <Go>]"_s, u"from:Go"_s);
    row("beginning of a name", u"ind:cloud"_s, u"[field industry <cloud>]"_s, u"industry:cloud"_s);
    row("too short a beginning", u"in:cloud"_s, u"[word <in:cloud>]"_s);
    row("part by its path", u"claims.reason:latency"_s, u"[field claims.reason <latency>]"_s, u"reason:latency"_s);
    row("part by its name", u"reason:latency"_s, u"[field claims.reason <latency>]"_s);
    row("a part's name that stands twice", u"source:1"_s, u"[word <source:1>]"_s);
    row("the same by its path", u"figures.source:1"_s, u"[field figures.source <1>]"_s);
    row("folder", u"folder:adr/old"_s, u"[field folder <adr/old>]"_s);
    row("unknown field", u"colour:blue"_s, u"[word <colour:blue>]"_s);
    row("an address", u"https://a.example/"_s, u"[word <https://a.example/>]"_s);
    row("time", u"12:30"_s, u"[word <12:30>]"_s);
    row("umlauts", u"größe:3"_s, u"[field größe <3>]"_s);
    row("a name with a blank", u"\"due date\":2024"_s, u"[field due date <2024>]"_s);
    row("a name with signs", uR"("a,\"b\"":x)"_s, uR"([field a,"b" <x>])"_s);
    row("a phrase before a colon", u"\"a b\":c"_s, u"[phrase <a b>][word <:c>]"_s, u"\"a b\" :c"_s);
    row("names that differ in case", u"Status:x status:y STATUS:z"_s,
        u"[field Status <x>][field status <y>][field Status <z>]"_s, u"Status:x status:y Status:z"_s);
    row("quotes in what is no field", u"colour:\"dark blue\" x"_s, u"[word <colour:\"dark blue\">][word <x>]"_s);
    row("quotes in what is no field, and the order behind", u"has:\"due sort:year date"_s,
        u"[word <has:\"due sort:year date\">]"_s, u"has:\"due sort:year date\""_s);
    row("a backslash at its end", u"colour:\"x\\"_s, u"[word <colour:\"x\\\\\">]"_s, u"colour:\"x\\\\\""_s);
    row("by its label", u"\"due DATE\":2020"_s, u"[field due date <2020>]"_s, u"\"due date\":2020"_s);
    row("either", u"a OR b"_s, u"[[word <a>] | [word <b>]]"_s);
    row("both bind closer", u"a b OR c -d"_s, u"[[word <a>][word <b>] | [word <c>][-word <d>]]"_s);
    row("in parentheses", u"(a OR b) c"_s, u"[[word <a>] | [word <b>]][word <c>]"_s);
    row("parentheses that say nothing", u"((a) (b c))"_s, u"[word <a>][word <b>][word <c>]"_s, u"a b c"_s);
    row("around all", u"(a OR b)"_s, u"[[word <a>] | [word <b>]]"_s, u"a OR b"_s);
    row("excluded group", u"-(a OR b)"_s, u"[-[word <a>] | [word <b>]]"_s);
    row("excluded together", u"-(a b)"_s, u"[-[word <a>][word <b>]]"_s);
    row("excluded alone", u"-(a) -(-b)"_s, u"[-word <a>][word <b>]"_s, u"-a b"_s);
    row("excluded twice", u"-(-(a OR b)) c"_s, u"[[word <a>] | [word <b>]][word <c>]"_s, u"(a OR b) c"_s);
    row("groups in groups", u"(a (b OR c)) OR d"_s, u"[[word <a>][[word <b>] | [word <c>]] | [word <d>]]"_s,
        u"a (b OR c) OR d"_s);
    row("groups that dissolve", u"(a OR (b OR c)) d"_s, u"[[word <a>] | [word <b>] | [word <c>]][word <d>]"_s,
        u"(a OR b OR c) d"_s);
    row("fields in groups", u"(from:go,c OR year:>2018) x"_s,
        u"[[field from <go> <c>] | [range year 2018~~]][word <x>]"_s);
    row("the order in a group", u"(a OR sort:-year b) c"_s, u"[[word <a>] | [word <b>]][word <c>][sort -year]"_s,
        u"(a OR b) c sort:-year"_s);
    row("no end", u"a (b OR c"_s, u"[word <a>][[word <b>] | [word <c>]]"_s, u"a (b OR c)"_s);
    row("no start", u"a) b"_s, u"[word <a)>][word <b>]"_s);
    row("empty", u"a () b"_s, u"[word <a>][word <b>]"_s, u"a b"_s);
    row("a call", u"main() f(x)"_s, u"[word <main()>][word <f(x)>]"_s);
    row("a call in a group", u"(f(x) OR g(y)) z"_s, u"[[word <f(x)>] | [word <g(y)>]][word <z>]"_s);
    row("a call without an end, last in a group", u"(a OR f(x ) z"_s, u"[[word <a>] | [word <f(x>]][word <z>]"_s);
    row("the same behind quotes", u"(\")\" OR f(x ) z"_s, u"[[phrase <)>] | [word <f(x>]][word <z>]"_s);
    row("a smile", u":) x"_s, u"[word <:)>][word <x>]"_s);
    row("parentheses in a value", u"from:a(b)"_s, u"[field from <a(b)>]"_s, u"from:\"a(b)\""_s);
    row("a value at a group's end", u"(x OR from:go)"_s, u"[[word <x>] | [field from <go>]]"_s, u"x OR from:go"_s);
    row("OR at the start", u"OR a"_s, u"[word <a>]"_s, u"a"_s);
    row("OR at the end", u"a OR"_s, u"[word <a>]"_s, u"a"_s);
    row("OR twice", u"a OR OR b"_s, u"[[word <a>] | [word <b>]]"_s, u"a OR b"_s);
    row("OR alone", u"OR"_s, u""_s, u""_s);
    row("OR at a group's ends", u"(OR a OR) b"_s, u"[word <a>][word <b>]"_s, u"a b"_s);
    row("OR before a parenthesis", u"a OR(b c)"_s, u"[[word <a>] | [word <b>][word <c>]]"_s, u"a OR b c"_s);
    row("or is a word", u"a or b"_s, u"[word <a>][word <or>][word <b>]"_s);
    row("so is OR in quotes", u"a \"OR\" b"_s, u"[word <a>][phrase <OR>][word <b>]"_s);
    row("ORDER is no OR", u"a ORDER b"_s, u"[word <a>][word <ORDER>][word <b>]"_s);
    row("OR that is excluded", u"a -OR b"_s, u"[word <a>][-word <OR>][word <b>]"_s);
    row("a dash in a group", u"(- OR a) b"_s, u"[[word <->] | [word <a>]][word <b>]"_s);
    row("a dash at a group's end", u"(a OR -) b"_s, u"[[word <a>] | [word <->]][word <b>]"_s);
    row("stale", u"is:stale"_s, u"[stale]"_s);
    row("stale for some time", u"is:stale>18M -is:stale>90"_s, u"[stale <18m>][-stale <90d>]"_s,
        u"is:stale>18m -is:stale>90d"_s);
    row("stale for no time at all", u"is:stale>x is:stale<6m"_s, u"[word <is:stale>x>][word <is:stale<6m>]"_s);
    row("year", u"year:2020"_s, u"[field year <2020>]"_s);
    row("years", u"year:2020,2021"_s, u"[field year <2020> <2021>]"_s);
    row("range", u"year:2018..2022"_s, u"[range year 2018..2022]"_s);
    row("the other way round", u"year:2022..2018 reviewed:2021..2020-05"_s,
        u"[range year 2018..2022][range reviewed 2020-05..2021]"_s, u"year:2018..2022 reviewed:2020-05..2021"_s);
    row("from", u"year:2018.."_s, u"[range year 2018..]"_s);
    row("until", u"year:..2018"_s, u"[range year ..2018]"_s);
    row("at least", u"year:>=2018"_s, u"[range year 2018..]"_s, u"year:2018.."_s);
    row("at most", u"year:<=2018"_s, u"[range year ..2018]"_s, u"year:..2018"_s);
    row("more than", u"year:>2018"_s, u"[range year 2018~~]"_s);
    row("less than", u"effort.months:<6"_s, u"[range effort.months ~~6]"_s, u"months:<6"_s);
    row("values and ranges", u"year:2016,2018..2020"_s, u"[[field year <2016>] | [range year 2018..2020]]"_s,
        u"year:2016 OR year:2018..2020"_s);
    row("neither of values and ranges", u"-year:<2016,2020 x"_s,
        u"[-[field year <2020>] | [range year ~~2016]][word <x>]"_s, u"-(year:2020 OR year:<2016) x"_s);
    row("values and ranges in a group", u"(a OR year:2016,2018..) b"_s,
        u"[[word <a>] | [field year <2016>] | [range year 2018..]][word <b>]"_s,
        u"(a OR year:2016 OR year:2018..) b"_s);
    row("equals", u"year:=2018 effort.months:=3,=4"_s, u"[field year <2018>][field effort.months <3> <4>]"_s,
        u"year:2018 months:3,4"_s);
    row("an equals sign in a value", u"from:=go"_s, u"[field from <=go>]"_s);
    row("a list with a range that cannot be read", u"year:2016,2018..x"_s, u"[word <year:2016,2018..x>]"_s);
    row("excluded range", u"-year:2018..2022"_s, u"[-range year 2018..2022]"_s);
    row("dates", u"reviewed:2020-05..2021-01-31"_s, u"[range reviewed 2020-05..2021-01-31]"_s);
    row("no bounds", u"year:.."_s, u"[word <year:..>]"_s);
    row("a sign alone", u"year:>="_s, u"[word <year:>=>]"_s);
    row("bounds that are none", u"year:a..b"_s, u"[word <year:a..b>]"_s);
    row("one bound that is none", u"year:2018..now"_s, u"[word <year:2018..now>]"_s);
    row("a date that is none", u"reviewed:>soon"_s, u"[word <reviewed:>soon>]"_s);
    row("a range in quotes is a value", u"year:\"2018..2020\""_s, u"[field year <2018..2020>]"_s);
    row("a field without order has no ranges", u"title:>x"_s, u"[field title <>x>]"_s, u"title:\">x\""_s);
    row("has", u"has:figures"_s, u"[has figures]"_s);
    row("has not", u"-has:figures"_s, u"[-has figures]"_s);
    row("missing", u"missing:reviewed"_s, u"[missing reviewed]"_s);
    row("has a part", u"has:claims.reason"_s, u"[has claims.reason]"_s, u"has:reason"_s);
    row("has a name with a blank", u"has:\"due date\""_s, u"[has due date]"_s);
    row("has what is unknown", u"has:colour"_s, u"[word <has:colour>]"_s);
    row("has two", u"has:title,year"_s, u"[word <has:title,year>]"_s);
    row("has, in capitals", u"HAS:Figures"_s, u"[has figures]"_s, u"has:figures"_s);
    row("typographic quotes", u"\u201Cgarbage collector\u201D -\u201Ea \"b\u201C from:\u00ABvisual basic\u00BB"_s,
        u"[phrase <garbage collector>][-phrase <a >][word <b\u201C>][field from <visual basic>]"_s,
        u"\"garbage collector\" -\"a \" b\u201C from:\"visual basic\""_s);
    row("typographic quotes between others", u"from:\"\u201Cgood\u201D\" \u201Cnot closed"_s,
        u"[field from <\u201Cgood\u201D>][phrase <not closed>]"_s, u"from:\"\u201Cgood\u201D\" \"not closed\""_s);
    row("broken", u"is:broken"_s, u"[broken]"_s);
    row("broken, as the start of a sentence", u"Is:Broken"_s, u"[broken]"_s, u"is:broken"_s);
    row("not broken", u"-is:broken"_s, u"[-broken]"_s);
    row("is something else", u"is:fine"_s, u"[word <is:fine>]"_s);
    row("sort", u"sort:year"_s, u"[sort year]"_s);
    row("sort downwards", u"sort:-year"_s, u"[sort -year]"_s);
    row("sort goes last, and the last one counts", u"sort:title x sort:-year"_s, u"[word <x>][sort -year]"_s,
        u"x sort:-year"_s);
    row("sort by a name with a blank", u"sort:\"-due date\""_s, u"[sort -due date]"_s);
    row("sort by what is unknown", u"sort:colour"_s, u"[field sort <colour>]"_s, u"\"sort\":colour"_s);
    row("a field with a name of ours", u"\"sort\":year"_s, u"[field sort <year>]"_s);
    row("all at once",
        u"from:go year:2018..2022 reason:latency -decision:adopting \"garbage collector\" has:figures sort:-year"_s,
        u"[field from <go>][range year 2018..2022][field claims.reason <latency>][-field decision <adopting>]"
        u"[phrase <garbage collector>][has figures][sort -year]"_s);
}

void TestQueryParser::parses()
{
    QFETCH(QString, text);
    const Query query = parseQuery(text, schema());
    QTEST(print(query), "expected");
    QTEST(toText(query, schema()), "canonical");
    QCOMPARE(print(parseQuery(toText(query, schema()), schema())), print(query));
    QVERIFY(parseQuery(toText(query, schema()), schema()) == query);
}

/// Whatever a window makes of a query by clicks, its text means the same.
void TestQueryParser::printsAndParses()
{
    const QStringList paths{u"title"_s,         u"from"_s,          u"year"_s,          u"reviewed"_s,
                            u"effort.months"_s, u"claims.reason"_s, u"claims.source"_s, u"figures.source"_s,
                            u"due date"_s,      u"Status"_s,        u"status"_s,        u"sort"_s,
                            u"größe"_s,         u"a,\"b\""_s,       u"folder"_s};
    const QStringList texts{
        u"go"_s,   u"C++"_s,       u"visual basic"_s, u"a,b"_s,  u"\"quoted\""_s, u"back\\slash"_s,
        u"\\"_s,   u".."_s,        u"2018..2020"_s,   u">=5"_s,  u"<x"_s,         u"-"_s,
        u"-x"_s,   u":"_s,         u"a:b"_s,          u"東京"_s, u"🦀"_s,       u"tab\tline\nend"_s,
        u"2020"_s, u"2020-01-01"_s};
    QRandomGenerator random(20260101);
    const auto any = [&](const QStringList &list) { return list.at(random.bounded(static_cast<int>(list.size()))); };
    for (int round = 0; round < 5000; ++round) {
        Query query;
        for (int i = random.bounded(5); i > 0; --i) {
            QueryTerm term;
            term.excluded = random.bounded(4) == 0;
            switch (random.bounded(6)) {
            case 0:
                term.kind = QueryTerm::Kind::Phrase;
                term.text = any(texts);
                break;
            case 1:
                term.kind = QueryTerm::Kind::Range;
                term.path = QStringList{u"year"_s, u"effort.months"_s, u"größe"_s}.at(random.bounded(3));
                term.open = random.bounded(3) == 0;
                term.from = QString::number(2000 + random.bounded(20));
                if (random.bounded(2))
                    std::swap(term.from, term.to);
                if (!term.open && random.bounded(2))
                    term.from = term.to = QString::number(random.bounded(10));
                break;
            case 2:
                term.kind = random.bounded(2) ? QueryTerm::Kind::Has : QueryTerm::Kind::Missing;
                term.path = any(paths);
                break;
            case 3:
                term.kind = QueryTerm::Kind::Broken;
                break;
            default:
                term.kind = QueryTerm::Kind::Field;
                term.path = any(paths);
                for (int values = random.bounded(1, 4); values > 0; --values)
                    term.values.append(any(texts));
            }
            query.terms.append(term);
        }
        if (random.bounded(3) == 0) {
            query.sortPath = any(paths);
            query.sortDescending = random.bounded(2) != 0;
        }
        const QString text = toText(query, schema());
        const Query again = parseQuery(text, schema());
        if (again != query)
            QCOMPARE(print(again) + u" from "_s + text, print(query) + u" from "_s + text);
    }
}

/// Any text at all is understood, and its canonical form is understood as the same.
void TestQueryParser::neverFails()
{
    const QStringList pieces{u"from"_s,        u"year"_s,
                             u"sort"_s,        u"has"_s,
                             u"is"_s,          u"broken"_s,
                             u":"_s,           u"-"_s,
                             u"\""_s,          u"\\"_s,
                             u","_s,           u".."_s,
                             u">"_s,           u"<="_s,
                             u" "_s,           u"2020"_s,
                             u"("_s,           u"OR"_s,
                             u"ä"_s,           u"🦀"_s,
                             u"\u0301"_s,      QString(QChar(0xD800)),
                             QString(QChar(0))};
    QRandomGenerator random(4711);
    for (int round = 0; round < 50'000; ++round) {
        QString text;
        for (int i = random.bounded(9); i > 0; --i)
            text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        const Query query = parseQuery(text, schema());
        const Query again = parseQuery(toText(query, schema()), schema());
        if (again != query)
            QCOMPARE(print(again) + u" from "_s + text, print(query) + u" from "_s + text);
    }
}

void TestQueryParser::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("path") << u"claims.reason"_s << u"claims.reason"_s;
    QTest::newRow("last part") << u"reason"_s << u"claims.reason"_s;
    QTest::newRow("a last part that is a field too") << u"title"_s << u"title"_s;
    QTest::newRow("ambiguous last part") << u"source"_s << QString();
    QTest::newRow("beginning") << u"rev"_s << u"reviewed"_s;
    QTest::newRow("ambiguous beginning") << u"sta"_s << QString();
    QTest::newRow("beginning of a part") << u"claims.rea"_s << QString();
    QTest::newRow("exact before any case") << u"status"_s << u"status"_s;
    QTest::newRow("the folder") << u"fold"_s << u"folder"_s;
}

void TestQueryParser::names()
{
    QFETCH(QString, name);
    QTEST(resolveFieldName(name, schema()), "path");
}

void TestQueryParser::describes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("since") << u"from:Go year:2018.."_s << u"From: Go · since 2018"_s;
    QTest::newRow("until") << u"year:..2018"_s << u"until 2018"_s;
    QTest::newRow("between") << u"year:2018..2020"_s << u"2018–2020"_s;
    QTest::newRow("one year") << u"year:2018..2018"_s << u"2018"_s;
    QTest::newRow("less") << u"months:<6"_s << u"Months <6"_s;
    QTest::newRow("either") << u"from:Go,C"_s << u"From: Go or C"_s;
    QTest::newRow("not") << u"-from:Go -\"a b\""_s << u"not From: Go · not “a b”"_s;
    QTest::newRow("presence") << u"has:figures missing:reviewed"_s << u"with Figures · without Reviewed"_s;
    QTest::newRow("broken") << u"is:broken"_s << u"broken files"_s;
    QTest::newRow("stale") << u"is:stale"_s << u"not reviewed for 1 year"_s;
    QTest::newRow("stale for months") << u"-is:stale>6m"_s << u"reviewed within 6 months"_s;
    QTest::newRow("group") << u"a (b c OR -from:Go)"_s << u"“a” · ((“b” and “c”) or not From: Go)"_s;
    QTest::newRow("excluded group") << u"-(a b)"_s << u"not (“a” and “b”)"_s;
}

void TestQueryParser::describes()
{
    QFETCH(QString, text);
    QTEST(describeQuery(parseQuery(text, schema()), schema()), "expected");
}

QTEST_GUILESS_MAIN(TestQueryParser)
#include "tst_queryparser.moc"
