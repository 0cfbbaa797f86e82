#include "core/query/search.h"
#include "tests/core/query/testcorpus.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"(
groups: [{value: moving, label: Moving over, description: They moved., color: blue}, {value: staying}]
fields:
  title: {}
  organization: {}
  decision: {type: choice, facet: true}
  from: {type: list, facet: true, vocabulary: [Go, {id: C++, label: Cee plus plus}, C]}
  year: {type: year, facet: true}
  reviewed: {type: date}
  product: {facet: true}
  effort: {type: record, fields: {months: {type: number}}}
  claims: {type: records, fields: {reason: {type: choice, facet: true}, text: {}}}
  related: {type: list}
roles: {group: decision}
)";

QString print(const std::vector<ResultGroup> &groups, const Corpus &corpus)
{
    QStringList parts;
    for (const ResultGroup &group : groups) {
        QStringList ids;
        for (const int row : group.rows)
            ids.append(corpus.at(row)->id);
        parts.append(group.value + u": "_s + ids.join(u' '));
    }
    return parts.join(u" | "_s);
}

QString print(const Facet &facet)
{
    QStringList parts;
    for (const FacetValue &value : facet.values) {
        const QString signs[] = {QString(), u"+"_s, u"-"_s};
        parts.append(signs[static_cast<int>(value.state)] + value.value + u' ' + QString::number(value.count));
    }
    return parts.join(u", "_s);
}

} // namespace

class TestSearch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void matches_data();
    void matches();
    void datesWithATime_data();
    void datesWithATime();
    void groups_data();
    void groups();
    void groupDetails();
    void facets_data();
    void facets();
    void facetDetails();
    void everyPositionOnce();
    void groupingPaths();
    void emptyCorpus();
    void noGroupAtAll();
    void manyFields();

private:
    SearchResult run(const QString &query, const Arrangement &arrangement = {})
    {
        Search search(m_test.corpus);
        return search.run(parseQuery(query, m_test.corpus.schema()), arrangement);
    }

    TestCorpus m_test{description};
};

void TestSearch::initTestCase()
{
    m_test.add(
        u"discord"_s,
        "title: Read States\norganization: Discord\ndecision: moving\nfrom: [Go]\nyear: 2020\nreviewed: 2024-05-06\n"
        "effort: {months: 6}\nclaims: [{reason: latency, text: The garbage\n  collector ran.}, {reason: memory}]",
        "It moved to Rust.\n");
    m_test.add(u"figma"_s,
               "title: Multiplayer\norganization: Figma\ndecision: moving\nfrom: [TypeScript, C++]\nyear: 2018\n"
               "claims: [{reason: latency}]\nproduct: Design tool",
               "The collector of garbage.\n\n> wrapped\n> quote\n");
    m_test.add(u"yjit"_s,
               "title: Just in time\norganization: Shopify\ndecision: moving\nfrom: C\nyear: 2022\nproduct: Design",
               "Na\xC3\xAFve caf\xC3\xA9, \xE6\x9D\xB1\xE4\xBA\xAC.\n");
    m_test.add(u"adr/typescript"_s,
               "title: Compiler\norganization: Microsoft\ndecision: staying\nyear: 2025\neffort: {months: "
               "12.5}\nreviewed: 2025-01-01");
    m_test.add(u"games"_s, "title: Rust and games\ndecision: other\nfrom: []\nyear: soon");
    m_test.add(u"broken"_s, "title: [");
}

void TestSearch::matches_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected"); // ids, sorted
    const auto row = [](const QString &query, const QString &expected) {
        QTest::newRow(qPrintable(query.isEmpty() ? u"(empty)"_s : query)) << query << expected;
    };
    row(u""_s, u"adr/typescript broken discord figma games yjit"_s);
    row(u"rust"_s, u"discord games"_s);
    row(u"RUS"_s, u"discord games"_s);
    row(u"ust"_s, u""_s);
    row(u"rust moved"_s, u"discord"_s);
    row(u"rust -moved"_s, u"games"_s);
    row(u"-rust"_s, u"adr/typescript broken figma yjit"_s);
    row(u"\"garbage collector\""_s, u"discord"_s);
    row(u"-\"garbage collector\" collector"_s, u"figma"_s);
    row(u"\"wrapped quote\""_s, u"figma"_s);
    row(u"naive"_s, u"yjit"_s);
    row(u"CAFÉ"_s, u"yjit"_s);
    row(u"京"_s, u"yjit"_s);
    row(u"\u0301"_s, u"adr/typescript broken discord figma games yjit"_s); // a mark alone says nothing
    row(u"-\u0301"_s, u"adr/typescript broken discord figma games yjit"_s);
    row(u"from:go"_s, u"discord"_s);
    row(u"from:go,c"_s, u"discord yjit"_s);
    row(u"from:\"cee plus plus\""_s, u"figma"_s); // by its label
    row(u"from:c"_s, u"yjit"_s);                  // whole, and so not C++
    row(u"-from:go"_s, u"adr/typescript broken figma games yjit"_s);
    row(u"from:go -from:go"_s, u""_s);
    row(u"decision:\"moving over\""_s, u"discord figma yjit"_s); // by the group's label
    row(u"organization:mic"_s, u"adr/typescript"_s);             // text, by its words
    row(u"title:time"_s, u"yjit"_s);
    row(u"title:ime"_s, u""_s);
    row(u"product:design"_s, u"yjit"_s); // a facet is compared whole, so that its counts are right
    row(u"reason:latency"_s, u"discord figma"_s);
    row(u"claims.text:collector"_s, u"discord"_s);
    row(u"claims:latency"_s, u"discord figma"_s); // a record as a whole: any of its parts, by their words
    row(u"claims:\"garbage collector\""_s, u"discord"_s);
    row(u"-claims:memory has:claims"_s, u"figma"_s);
    row(u"effort:12.5"_s, u"adr/typescript"_s);
    row(u"year:2020"_s, u"discord"_s);
    row(u"year:2020,2022"_s, u"discord yjit"_s);
    row(u"year:2020.0"_s, u"discord"_s);
    row(u"year:2020..2022"_s, u"discord yjit"_s);
    row(u"year:2022.."_s, u"adr/typescript yjit"_s);
    row(u"year:..2018"_s, u"figma"_s);
    row(u"year:>2020"_s, u"adr/typescript yjit"_s);
    row(u"year:<2020"_s, u"figma"_s);
    row(u"-year:2020.."_s, u"broken figma games"_s);
    row(u"months:6"_s, u"discord"_s);
    row(u"months:6.0"_s, u"discord"_s);
    row(u"months:>=6"_s, u"adr/typescript discord"_s);
    row(u"months:>6"_s, u"adr/typescript"_s);
    row(u"reviewed:2024"_s, u"discord"_s);
    row(u"reviewed:2024-05"_s, u"discord"_s);
    row(u"reviewed:2024-05-06"_s, u"discord"_s);
    row(u"reviewed:2024-0"_s, u""_s);
    row(u"reviewed:2024.."_s, u"adr/typescript discord"_s);
    row(u"reviewed:..2024"_s, u"discord"_s);
    row(u"reviewed:>2024"_s, u"adr/typescript"_s);
    row(u"reviewed:<2025"_s, u"discord"_s);
    row(u"reviewed:2024-05-06..2024-05-06"_s, u"discord"_s);
    row(u"has:from"_s, u"discord figma yjit"_s);
    row(u"missing:from"_s, u"adr/typescript broken games"_s);
    row(u"-missing:from"_s, u"discord figma yjit"_s);
    row(u"has:claims.text"_s, u"discord"_s);
    row(u"has:claims"_s, u"discord figma"_s);
    row(u"folder:adr"_s, u"adr/typescript"_s);
    row(u"has:folder"_s, u"adr/typescript"_s);
    row(u"missing:folder"_s, u"broken discord figma games yjit"_s);
    row(u"is:broken"_s, u"broken figma games"_s); // of two a value is an error
    row(u"-is:broken"_s, u"adr/typescript discord yjit"_s);
    row(u"is:broken -is:broken"_s, u""_s);
    row(u"colour:blue"_s, u""_s); // no such field: a word
    row(u"from:go reason:latency year:2018.. rust"_s, u"discord"_s);
}

void TestSearch::matches()
{
    QFETCH(QString, query);
    const SearchResult result = run(query);
    QStringList ids;
    for (const int position : result.order)
        ids.append(m_test.corpus.at(position)->id);
    ids.sort();
    QTEST(ids.join(u' '), "expected");
    QCOMPARE(result.matches(), ids.size());
    QCOMPARE(result.total, 6);
}

void TestSearch::datesWithATime_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("matches");
    QTest::newRow("a day") << u"reviewed:2024-05-06"_s << 3;
    QTest::newRow("a month") << u"reviewed:2024-05"_s << 3;
    QTest::newRow("a time") << u"reviewed:2024-05-06T10:00:00Z"_s << 1;
    QTest::newRow("up to the day") << u"reviewed:..2024-05-06"_s << 3;
    QTest::newRow("part of a day") << u"reviewed:2024-05-0"_s << 0;
}

void TestSearch::datesWithATime()
{
    TestCorpus test(description);
    test.add(u"a"_s, "title: a\nreviewed: 2024-05-06");
    test.add(u"b"_s, "title: b\nreviewed: 2024-05-06T10:00:00Z");
    test.add(u"c"_s, "title: c\nreviewed: 2024-05-06 10:00:00");
    test.add(u"d"_s, "title: d\nreviewed: 2024-06-06");
    QFETCH(QString, query);
    Search search(test.corpus);
    QTEST(search.run(parseQuery(query, test.corpus.schema()), {}).matches(), "matches");
}

void TestSearch::groups_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("groupPath");
    QTest::addColumn<QString>("expected");
    QTest::newRow("by the role") << QString() << QString()
                                 << u"moving: yjit discord figma | staying: adr/typescript | other: games | : broken"_s;
    QTest::newRow("empty ones are left out")
        << u"year:2020.."_s << QString() << u"moving: yjit discord | staying: adr/typescript"_s;
    QTest::newRow("by a list, vocabulary first")
        << QString() << u"from"_s
        << u"Go: discord | C++: figma | C: yjit | TypeScript: figma | : adr/typescript broken games"_s;
    QTest::newRow("by year, the newest first")
        << QString() << u"year"_s
        << u"soon: games | 2025: adr/typescript | 2022: yjit | 2020: discord | 2018: figma | : broken"_s;
    QTest::newRow("by a part") << QString() << u"claims.reason"_s
                               << u"latency: discord figma | memory: discord | : yjit adr/typescript broken games"_s;
    QTest::newRow("by folder") << QString() << u"folder"_s
                               << u"adr: adr/typescript | : yjit discord figma broken games"_s;
    QTest::newRow("by what nobody has") << QString() << u"colour"_s
                                        << u": yjit discord figma adr/typescript broken games"_s;
    QTest::newRow("nothing matches") << u"zzz"_s << QString() << QString();
}

void TestSearch::groups()
{
    QFETCH(QString, query);
    QFETCH(QString, groupPath);
    QTEST(print(run(query, {groupPath, SortKey::Relevance}).groups, m_test.corpus), "expected");
}

void TestSearch::groupDetails()
{
    const SearchResult byRole = run(QString());
    QCOMPARE(byRole.groups.at(0).label, u"Moving over"_s);
    QCOMPARE(byRole.groups.at(0).description, u"They moved."_s);
    QCOMPARE(byRole.groups.at(0).color, u"blue"_s);
    QCOMPARE(byRole.groups.at(2).label, u"other"_s);
    QVERIFY(byRole.groups.back().value.isEmpty() && byRole.groups.back().label.isEmpty());
    QCOMPARE(run(QString(), {u"from"_s, SortKey::Title}).groups.at(1).label, u"Cee plus plus"_s);
}

void TestSearch::facets_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &query, const QString &path, const QString &expected) {
        QTest::newRow(name) << query << path << expected;
    };
    row("all", {}, u"decision"_s, u"moving 3, other 1, staying 1"_s);
    row("years ascend", {}, u"year"_s, u"2018 1, 2020 1, 2022 1, 2025 1, soon 1"_s);
    row("a list", {}, u"from"_s, u"C 1, C++ 1, Go 1, TypeScript 1"_s);
    row("a part", {}, u"claims.reason"_s, u"latency 2, memory 1"_s);
    row("words leave fewer, zeros stay", u"rust"_s, u"decision"_s, u"moving 1, other 1, staying 0"_s);
    row("its own condition does not count", u"decision:staying"_s, u"decision"_s, u"moving 3, other 1, +staying 1"_s);
    row("another's does", u"decision:staying"_s, u"year"_s, u"2018 0, 2020 0, 2022 0, 2025 1, soon 0"_s);
    row("excluded", u"-decision:moving"_s, u"decision"_s, u"-moving 3, other 1, staying 1"_s);
    row("both kinds", u"from:Go -from:C"_s, u"from"_s, u"-C 1, C++ 1, +Go 1, TypeScript 1"_s);
    row("own and another's", u"decision:moving year:2020"_s, u"decision"_s, u"+moving 1, other 0, staying 0"_s);
    row("own and another's, seen from the other", u"decision:moving year:2020"_s, u"year"_s,
        u"2018 1, +2020 1, 2022 1, 2025 0, soon 0"_s);
    row("two others", u"decision:moving year:2020"_s, u"from"_s, u"C 0, C++ 0, Go 1, TypeScript 0"_s);
    row("a range is the year's own", u"year:2020..2022"_s, u"year"_s, u"2018 1, 2020 1, 2022 1, 2025 1, soon 1"_s);
    row("presence is the field's own", u"missing:from"_s, u"from"_s, u"C 1, C++ 1, Go 1, TypeScript 1"_s);
    row("a field that is no facet", u"organization:figma"_s, u"from"_s, u"C 0, C++ 1, Go 0, TypeScript 1"_s);
    row("own and one that is no facet", u"from:Go organization:figma"_s, u"from"_s,
        u"C 0, C++ 1, +Go 0, TypeScript 1"_s);
}

void TestSearch::facets()
{
    QFETCH(QString, query);
    QFETCH(QString, path);
    for (const Facet &facet : run(query).facets) {
        if (facet.path == path) {
            QTEST(print(facet), "expected");
            QCOMPARE(facet.active, parseQuery(query, m_test.corpus.schema()).hasField(path));
            return;
        }
    }
    QFAIL("no such facet");
}

void TestSearch::facetDetails()
{
    const QList<Facet> facets = run(QString()).facets;
    QStringList paths;
    for (const Facet &facet : facets)
        paths.append(facet.path + u' ' + facet.label);
    QCOMPARE(paths.join(u", "_s),
             u"decision Decision, from From, year Year, product Product, needs Needs a look, claims.reason Reason"_s);
    QCOMPARE(facets.at(0).values.at(0).label, u"Moving over"_s);
    QCOMPARE(facets.at(2).type, FieldType::Year);
}

void TestSearch::everyPositionOnce()
{
    std::vector<int> order = run(QString(), {u"claims.reason"_s, SortKey::Year}).order;
    QCOMPARE(m_test.corpus.at(order.front())->id, u"discord"_s);
    std::sort(order.begin(), order.end());
    QCOMPARE(order, (std::vector<int>{0, 1, 2, 3, 4, 5}));
}

void TestSearch::groupingPaths()
{
    QCOMPARE(Search::groupingPaths(m_test.corpus.schema()).join(u' '),
             u"decision organization from year claims.reason needs"_s);
    QVERIFY(Search::groupingPaths(Schema()).isEmpty());
}

void TestSearch::emptyCorpus()
{
    const Corpus corpus;
    Search search(corpus);
    const SearchResult result = search.run(parseQuery(u"x from:go sort:year", corpus.schema()), {});
    QCOMPARE(result.total, 0);
    QVERIFY(result.groups.empty() && result.order.empty() && result.facets.isEmpty());
}

void TestSearch::noGroupAtAll()
{
    TestCorpus test("fields: {title: {}}");
    test.add(u"b"_s, "title: B");
    test.add(u"a"_s, "title: A");
    Search search(test.corpus);
    QCOMPARE(print(search.run({}, {}).groups, test.corpus), u": a b"_s);
}

/// More fields in one query than once fitted into a byte.
void TestSearch::manyFields()
{
    QByteArray fields = "fields:\n";
    QByteArray yaml;
    QString query;
    for (int i = 0; i < 300; ++i) {
        fields += "  f" + QByteArray::number(i) + ": {type: choice, facet: true}\n";
        yaml += 'f' + QByteArray::number(i) + ": x\n";
        query += u"f%1:x "_s.arg(i);
    }
    TestCorpus test(fields);
    test.add(u"all"_s, yaml);
    test.add(u"butone"_s, QByteArray(yaml).replace("f260: x", "f260: y"));
    test.add(u"buttwo"_s, QByteArray(yaml).replace("f260: x", "f260: y").replace("f270: x", "f270: y"));
    Search search(test.corpus);
    const SearchResult result = search.run(parseQuery(query, test.corpus.schema()), {});
    QCOMPARE(print(result.groups, test.corpus), u": all"_s);
    QCOMPARE(print(result.facets.at(260)), u"y 1, +x 1"_s);
    QCOMPARE(print(result.facets.at(270)), u"+x 1, y 0"_s);
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
