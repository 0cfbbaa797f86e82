#include "core/query/ordering.h"
#include "core/query/search.h"
#include "tests/core/query/testcorpus.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(casebook::SortKey)

namespace {

constexpr char description[] = R"(
groups: [{value: second}, {value: first}]
roles: {group: decision}
fields:
  title: {}
  organization: {}
  decision: {type: choice, facet: true}
  year: {type: year, facet: true}
  reviewed: {type: date}
  months: {type: number}
)";

} // namespace

class TestSearchOrder : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void orders_data();
    void orders();
    void relevance_data();
    void relevance();
    void growing_data();
    void growing();
    void changing();

private:
    QString run(const QString &query, SortKey sort)
    {
        Search search(m_test.corpus);
        QStringList ids;
        // By a field that no case has: the order is not cut into groups.
        for (const int position : search.run(parseQuery(query, m_test.corpus.schema()), {u"none"_s, sort}).order)
            ids.append(m_test.corpus.at(position)->id);
        return ids.join(u' ');
    }

    TestCorpus m_test{description};
};

void TestSearchOrder::initTestCase()
{
    m_test.add(u"a"_s,
               "title: Zebra\norganization: beta\ndecision: first\nyear: 2020\nmonths: 6\nreviewed: 2024-01-01");
    m_test.add(u"b"_s, "title: apple\norganization: \xC3\x84lpha\ndecision: second\nyear: 2018\nmonths: 12");
    m_test.add(
        u"c"_s,
        "title: \xC3\x84pple pie\norganization: Beta\ndecision: first\nyear: 2022\nmonths: -1\nreviewed: 2023-12-31");
    m_test.add(u"d"_s, "title: Apple\ndecision: first\nyear: 2020");
    m_test.add(u"e"_s, "title: mango\norganization: gamma\nyear: 2021");
    m_test.add(u"f"_s, "title: lemon\ndecision: second\nmonths: 6.5");
}

void TestSearchOrder::orders_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<SortKey>("sort");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &query, SortKey sort, const QString &expected) {
        QTest::newRow(name) << query << sort << expected;
    };
    row("relevance without words: group, year, title", {}, SortKey::Relevance, u"b f c d a e"_s);
    row("year, newest first, none last", {}, SortKey::Year, u"c e d a b f"_s);
    row("title, folded", {}, SortKey::Title, u"b d c f e a"_s);
    row("organization, then year, none last", {}, SortKey::Organization, u"b c a e d f"_s);
    row("sort:year", u"sort:year"_s, SortKey::Relevance, u"b d a e c f"_s);
    row("sort:-year, none last too", u"sort:-year"_s, SortKey::Relevance, u"c e d a b f"_s);
    row("sort:year, whatever the window says", u"sort:year"_s, SortKey::Title, u"b d a e c f"_s);
    row("sort:year by organization", u"sort:year"_s, SortKey::Organization, u"b d a e c f"_s);
    row("sort:months", u"sort:months"_s, SortKey::Relevance, u"c a f b d e"_s);
    row("sort:-months", u"sort:-months"_s, SortKey::Relevance, u"b f a c d e"_s);
    row("sort:reviewed", u"sort:reviewed"_s, SortKey::Relevance, u"c a b d f e"_s);
    row("sort:-reviewed", u"sort:-reviewed"_s, SortKey::Relevance, u"a c b d f e"_s);
    row("sort:organization", u"sort:organization"_s, SortKey::Relevance, u"b c a e d f"_s);
    row("sort:-organization, equal ones by title", u"sort:-organization"_s, SortKey::Relevance, u"e c a b d f"_s);
    row("sort goes before relevance", u"apple sort:-year"_s, SortKey::Relevance, u"c d b"_s);
}

void TestSearchOrder::orders()
{
    QFETCH(QString, query);
    QFETCH(SortKey, sort);
    QTEST(run(query, sort), "expected");
}

void TestSearchOrder::relevance_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole word, beginning, body") << u"rust"_s << u"late whole start body"_s;
    QTest::newRow("two words") << u"rust go"_s << u"both"_s;
    QTest::newRow("an excluded word adds nothing") << u"rust -go"_s << u"late whole start body"_s;
    QTest::newRow("beyond ASCII") << u"naive"_s << u"accent accents"_s;
}

void TestSearchOrder::relevance()
{
    TestCorpus test("fields: {title: {}}");
    test.add(u"body"_s, "title: A", "rust");
    test.add(u"start"_s, "title: Rustic");
    test.add(u"late"_s, "title: Rustic rust");
    test.add(u"whole"_s, "title: \"A rust\xE2\x80\x93tale\"");
    test.add(u"both"_s, "title: Go and Rust");
    test.add(u"accents"_s, "title: Na\xC3\xAFvet\xC3\xA9");
    test.add(u"accent"_s, "title: \"Na\xC3\xAFve\xE2\x80\xA6\"");
    QFETCH(QString, query);
    Search search(test.corpus);
    QStringList ids;
    for (const int position : search.run(parseQuery(query, test.corpus.schema()), {}).order)
        ids.append(test.corpus.at(position)->id);
    if (query == u"rust")
        ids.removeAll(u"both"_s);
    QTEST(ids.join(u' '), "expected");
}

void TestSearchOrder::growing_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<SortKey>("sort");
    QTest::newRow("relevance") << QString() << false << SortKey::Relevance;
    QTest::newRow("year") << QString() << false << SortKey::Year;
    QTest::newRow("title") << QString() << false << SortKey::Title;
    QTest::newRow("organization") << QString() << false << SortKey::Organization;
    QTest::newRow("a number downwards") << u"months"_s << true << SortKey::Title;
    QTest::newRow("a text downwards") << u"organization"_s << true << SortKey::Title;
}

/// The order that grew with the corpus is the one that a sort of the whole gives, and the answers are the same.
void TestSearchOrder::growing()
{
    QFETCH(QString, path);
    QFETCH(bool, descending);
    QFETCH(SortKey, sort);
    const OrderKey key{path, descending, sort};
    QRandomGenerator random(99);
    TestCorpus test(description);
    Ordering grown(key);
    Search search(test.corpus);
    const Query query = parseQuery(u"apple year:2003..", test.corpus.schema());
    for (const int batch : {1, 0, 31, 500, 5000, 2, 4096, 300}) {
        CaseStudies cases;
        for (int i = 0; i < batch; ++i) {
            const int number = static_cast<int>(random.bounded(1000));
            QByteArray yaml =
                QByteArray("title: ") + (number % 3 ? "Apple " : "mango ") + QByteArray::number(number % 50);
            yaml += "\norganization: " + QByteArray::number(number % 7)
                + "\nyear: " + QByteArray::number(2000 + number % 9);
            yaml += number % 4 ? "\nmonths: " + QByteArray::number(number % 11) : QByteArray();
            cases.push_back(test.makeCase(u"c%1"_s.arg(test.corpus.size() + i), yaml));
        }
        test.corpus.add(cases);
        grown.extend(test.corpus);
        search.corpusGrew();
        Ordering whole(key);
        whole.extend(test.corpus);
        QVERIFY(grown.positions() == whole.positions());
        const SearchResult growing = search.run(query, {{}, sort});
        const SearchResult fresh = Search(test.corpus).run(query, {{}, sort});
        QVERIFY(growing.order == fresh.order);
        for (qsizetype i = 0; i < fresh.facets.size(); ++i) {
            QCOMPARE(growing.facets.at(i).values.size(), fresh.facets.at(i).values.size());
            for (qsizetype j = 0; j < fresh.facets.at(i).values.size(); ++j)
                QCOMPARE(growing.facets.at(i).values.at(j).count, fresh.facets.at(i).values.at(j).count);
        }
    }
}

void TestSearchOrder::changing()
{
    TestCorpus test(description);
    test.add(u"a"_s, "title: A\nyear: 2020\ndecision: first");
    test.add(u"b"_s, "title: B\nyear: 2021\ndecision: second");
    Search search(test.corpus);
    const auto ids = [&] {
        QStringList found;
        const SearchResult result = search.run({}, {u"none"_s, SortKey::Year});
        for (const int position : result.order)
            found.append(test.corpus.at(position)->id);
        for (const FacetValue &value : result.facets.at(0).values)
            found.append(value.value);
        return found.join(u' ');
    };
    QCOMPARE(ids(), u"b a first second"_s);
    test.add(u"a"_s, "title: A\nyear: 2022\ndecision: third");
    search.corpusChanged();
    QCOMPARE(ids(), u"a b second third"_s);
    test.corpus.remove({u"a"_s});
    search.corpusChanged();
    QCOMPARE(ids(), u"b second"_s);
}

QTEST_GUILESS_MAIN(TestSearchOrder)
#include "tst_searchorder.moc"
