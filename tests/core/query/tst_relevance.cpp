#include "core/base/fold.h"
#include "core/query/rank.h"
#include "core/query/search.h"
#include "tests/core/query/testcorpus.h"

#include <QTest>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"(
fields:
  name: {}
  company: {}
  choice: {type: choice}
  arguments: {type: records, fields: {text: {}}}
  notes: {}
  year: {type: year}
roles: {title: name, organization: company, group: choice, claims: arguments, year: year}
)";

} // namespace

/// Which of two cases comes first, and why.
class TestRelevance : public QObject {
    Q_OBJECT

private slots:
    void firstOfTwo_data();
    void firstOfTwo();
    void tiesKeepTheUsualOrder();
    void sorts();
    void explains_data();
    void explains();
    void otherOrders();
};

void TestRelevance::firstOfTwo_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("better");
    QTest::addColumn<QByteArray>("worse");
    const auto row = [](const char *name, const QString &query, const QByteArray &better, const QByteArray &worse) {
        QTest::newRow(name) << query << better << worse;
    };
    row("title over claims", u"rust"_s, "{name: y rust, arguments: [{text: x}]}",
        "{name: a, arguments: [{text: rust}]}");
    row("organization over claims", u"rust"_s, "{name: y, company: rust}", "{name: a, arguments: [{text: rust}]}");
    row("claims over the rest", u"rust"_s, "{name: y, arguments: [{text: rust and so on}]}", "{name: a, notes: rust}");
    row("any place over none", u"rust OR a"_s, "{name: y, notes: rust a}", "{name: b, notes: rust}");
    row("whole over beginning", u"rust"_s, "{name: y with rust}", "{name: rusty}");
    row("the beginning in the title over the whole in claims", u"rust"_s, "{name: y rusty}",
        "{name: a, arguments: [{text: rust}]}");
    row("whole at the second place", u"rust"_s, "{name: rusty y rust}", "{name: a rusty rusty}");
    row("two words over one", u"rust go"_s, "{name: y rust go and more}", "{name: rust, notes: go}");
    row("side by side over apart", u"garbage collector"_s, "{name: y, notes: a garbage collector}",
        "{name: a, notes: garbage for the collector}");
    row("near over far", u"garbage collector"_s, "{name: y, notes: garbage by the collector}",
        "{name: a, notes: garbage and then a lot of other words until at long last a collector}");
    row("near, the other way round", u"garbage collector"_s, "{name: y, notes: collector of garbage}",
        "{name: a, notes: garbage and then a lot of other words until at long last a collector}");
    row("the shorter title", u"rust"_s, "{name: y rust}", "{name: a longer title about rust}");
    row("the shorter text", u"rust"_s, "{name: y, notes: rust}", "{name: a, notes: rust and many other words}");
    row("phrases", u"\"garbage collector\""_s, "{name: y garbage collector}", "{name: a, notes: garbage collector}");
    row("accents", u"NAIVE"_s, "{name: y na\xC3\xAFve}", "{name: a, notes: naive}");
    row("a word that is excluded says nothing", u"rust -go"_s, "{name: y rust}", "{name: a rusty}");
}

void TestRelevance::firstOfTwo()
{
    QFETCH(QString, query);
    QFETCH(QByteArray, better);
    QFETCH(QByteArray, worse);
    for (const bool turned : {false, true}) {
        TestCorpus test(description);
        test.add(turned ? u"2"_s : u"1"_s, turned ? worse : better);
        test.add(turned ? u"1"_s : u"2"_s, turned ? better : worse);
        const SearchResult result =
            Search(test.corpus).run(parseQuery(query, test.corpus.schema()), {u"none"_s, SortKey::Relevance});
        QCOMPARE(result.order, (turned ? std::vector<int>{1, 0} : std::vector<int>{0, 1}));
    }
}

void TestRelevance::tiesKeepTheUsualOrder()
{
    TestCorpus test(description);
    test.add(u"old"_s, "{name: a rust, year: 2001}");
    test.add(u"new"_s, "{name: b rust, year: 2020}");
    test.add(u"newer"_s, "{name: c rust, year: 2021}");
    test.add(u"title"_s, "{name: a rust, year: 2021}");
    QStringList ids;
    for (const int position : Search(test.corpus).run(parseQuery(u"rust", test.corpus.schema()), {}).order)
        ids.append(test.corpus.at(position)->id);
    QCOMPARE(ids.join(u' '), u"title newer new old"_s);
}

void TestRelevance::sorts()
{
    std::vector<quint32> keys;
    std::vector<int> positions;
    for (int i = 0; i < 1000; ++i) {
        keys.push_back(static_cast<quint32>(i * 2654435761U) >> (i % 3 == 0 ? 8 : 24));
        positions.push_back(999 - i);
    }
    std::vector<int> expected = positions;
    std::stable_sort(expected.begin(), expected.end(), [&](int a, int b) {
        return keys[static_cast<std::size_t>(a)] > keys[static_cast<std::size_t>(b)];
    });
    sortByRelevance(positions, keys);
    QCOMPARE(positions, expected);
}

void TestRelevance::explains_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
    QTest::newRow("title") << u"Rust"_s << u"“rust” a word of the title (6) · among 12 bytes"_s;
    QTest::newRow("organization") << u"acm"_s << u"“acm” starts a word of Company (5) · among 4 bytes"_s;
    QTest::newRow("claims") << u"fast"_s << u"“fast” a word of Arguments (4) · among 15 bytes"_s;
    QTest::newRow("elsewhere, near")
        << u"garb coll"_s
        << u"“garb” starts a word of the text (1) · “coll” starts a word of the text (1) · "
           u"near each other (2) · among 33 bytes"_s;
    QTest::newRow("nowhere") << u"rust OR zzz"_s
                             << u"“rust” a word of the title (6) · “zzz” nowhere (0) · among 12 bytes"_s;
    QTest::newRow("sorted") << u"rust sort:-year"_s << u"Year: 2020"_s;
    QTest::newRow("sorted by nothing") << u"rust sort:choice"_s << u"no Choice, and so at the end"_s;
    QTest::newRow("as usual") << u"has:year"_s << QString();
}

void TestRelevance::explains()
{
    QFETCH(QString, query);
    TestCorpus test(description);
    test.add(u"a"_s, "{name: Rust at work, company: Acme, year: 2020, arguments: [{text: it is very fast}]}",
             "The garbage collectors ran.\n");
    const Schema &schema = test.corpus.schema();
    QTEST(describeRank(rankOf(*test.corpus.at(0), parseQuery(query, schema), test.corpus), schema), "expected");
}

void TestRelevance::otherOrders()
{
    const Schema schema = TestCorpus(description).corpus.schema();
    const auto order = [&](QStringView query) { return describeOrder(parseQuery(query, schema), schema); };
    QVERIFY(order(u"rust").startsWith(u"Ordered by relevance"_s));
    QCOMPARE(order(u"rust sort:-year"), u"Ordered by Year, from the last to the first."_s);
    QCOMPARE(order(u"-rust"), u"Ordered by group, year from the newest, and title."_s);
}

QTEST_GUILESS_MAIN(TestRelevance)
#include "tst_relevance.moc"
