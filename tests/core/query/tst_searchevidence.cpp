#include "core/query/search.h"
#include "tests/core/query/testcorpus.h"

#include <QTest>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(casebook::SortKey)

namespace {

constexpr char description[] = R"(
fields:
  title: {}
  year: {type: year}
  kind: {type: choice, facet: true}
  claims: {type: records, fields: {text: {}, source: {type: number}}}
  figures: {type: records, fields: {after: {type: number}, source: {type: number}}}
  sources: {type: records, fields: {kind: {}, relation: {}}}
)";

const QByteArray firstParty = "sources: [{relation: first-party}]\n";

} // namespace

/// Evidence is asked for, counted, grouped and sorted by as if the files held it.
class TestSearchEvidence : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void queries_data();
    void queries();
    void orders_data();
    void orders();
    void facet();
    void groups();
    void growing();
    void without();

private:
    QString run(const QString &text, const Arrangement &arrangement = {u"none"_s, SortKey::Title})
    {
        Search search(m_test.corpus);
        QStringList ids;
        for (const int position : search.run(parseQuery(text, m_test.corpus.schema()), arrangement).order)
            ids.append(m_test.corpus.at(position)->id);
        return ids.join(u' ');
    }

    TestCorpus m_test{description};
};

void TestSearchEvidence::initTestCase()
{
    m_test.corpus.setToday(QDate(2026, 11, 20));
    m_test.add(u"a"_s, firstParty + "year: 2025\nkind: x\nclaims: [{source: 1}]");
    m_test.add(u"b"_s, firstParty + "year: 2025\nkind: y\nfigures: [{source: 1}]");
    m_test.add(u"c"_s, firstParty + "year: 2019\nkind: x\nclaims: [{source: 1}]");
    m_test.add(u"d"_s, "year: 2025\nsources: [{relation: third-party}]");
    m_test.add(u"e"_s, "");
    m_test.add(u"f"_s, firstParty + "year: 2025\nevidence: measured");
    m_test.add(u"g"_s, firstParty + "year: 2025\nevidence: rumour");
}

void TestSearchEvidence::queries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &query, const QString &expected) {
        QTest::newRow(qPrintable(query)) << query << expected;
    };
    row(u"evidence:measured"_s, u"b f"_s);
    row(u"evidence:first-hand"_s, u"a c"_s);
    row(u"evidence:\"First-hand\""_s, u"a c"_s);
    row(u"evi:measured,reported"_s, u"b d f"_s);
    row(u"-evidence:first-hand"_s, u"b d e f g"_s);
    row(u"evidence:rumour"_s, u"g"_s);
    row(u"has:evidence"_s, u"a b c d f g"_s);
    row(u"missing:evidence"_s, u"e"_s);
    row(u"-has:evidence"_s, u"e"_s);
    row(u"weakened:dated"_s, u"c"_s);
    row(u"has:weakened kind:x"_s, u"c"_s);
    row(u"evidence:first-hand kind:x -weakened:dated,old"_s, u"a"_s);
}

void TestSearchEvidence::queries()
{
    QFETCH(QString, query);
    QTEST(run(query), "expected");
    const Schema &schema = m_test.corpus.schema();
    const Query read = parseQuery(query, schema);
    QCOMPARE(parseQuery(toText(read, schema), schema), read);
}

void TestSearchEvidence::orders_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<SortKey>("sort");
    QTest::addColumn<QString>("expected");
    // What is equal is in the order of titles; a word of its own that is no level has no place in the order.
    QTest::newRow("weakest first") << u"sort:evidence"_s << SortKey::Year << u"d c a b f e g"_s;
    QTest::newRow("strongest first") << u"sort:-evidence"_s << SortKey::Year << u"b f a c d e g"_s;
    QTest::newRow("the window's order") << QString() << SortKey::Evidence << u"b f a c d e g"_s;
    QTest::newRow("the query's order goes before") << u"sort:evidence"_s << SortKey::Evidence << u"d c a b f e g"_s;
}

void TestSearchEvidence::orders()
{
    QFETCH(QString, query);
    QFETCH(SortKey, sort);
    QTEST(run(query, {u"none"_s, sort}), "expected");
}

void TestSearchEvidence::facet()
{
    Search search(m_test.corpus);
    const SearchResult result = search.run(parseQuery(u"kind:x", m_test.corpus.schema()), {});
    const auto evidence = std::find_if(result.facets.begin(), result.facets.end(),
                                       [](const Facet &facet) { return facet.path == u"evidence"; });
    QVERIFY(evidence != result.facets.end());
    QCOMPARE(evidence->label, u"Evidence"_s);
    QStringList counts;
    for (const FacetValue &value : evidence->values)
        counts.append(value.label + u' ' + QString::number(value.count));
    QCOMPARE(counts.join(u", "_s), u"First-hand 2, Measured 0, Reported 0, rumour 0"_s);
}

void TestSearchEvidence::groups()
{
    QVERIFY(Search::groupingPaths(m_test.corpus.schema()).contains(u"evidence"_s));
    Search search(m_test.corpus);
    QStringList groups;
    for (const ResultGroup &group : search.run({}, {u"evidence"_s, SortKey::Title}).groups)
        groups.append(group.label + u' ' + QString::number(group.rows.size()));
    QCOMPARE(groups.join(u", "_s), u"Measured 2, First-hand 2, Reported 1, rumour 1,  1"_s);
}

void TestSearchEvidence::growing()
{
    TestCorpus test(description);
    Search search(test.corpus);
    const Query measured = parseQuery(u"evidence:measured sort:-evidence", test.corpus.schema());
    QCOMPARE(search.run(measured, {}).matches(), 0);
    test.add(u"a"_s, firstParty + "figures: [{source: 1}]");
    search.corpusGrew();
    QCOMPARE(search.run(measured, {}).matches(), 1);
    test.add(u"b"_s, firstParty);
    search.corpusGrew();
    QCOMPARE(search.run(measured, {}).matches(), 1);
    test.add(u"b"_s, firstParty + "figures: [{source: 1}]");
    search.corpusChanged();
    QCOMPARE(search.run(measured, {}).matches(), 2);
}

void TestSearchEvidence::without()
{
    TestCorpus test("fields: {title: {}, year: {type: year}}");
    test.add(u"b"_s, "title: x");
    test.add(u"a"_s, "title: y");
    QVERIFY(!Search::groupingPaths(test.corpus.schema()).contains(u"evidence"_s));
    Search search(test.corpus);
    const SearchResult result = search.run({}, {{}, SortKey::Evidence}); // an order kept from another corpus
    QVERIFY(result.facets.isEmpty());
    QCOMPARE(result.order, std::vector<int>({0, 1}));
    QCOMPARE(parseQuery(u"evidence:measured", test.corpus.schema()).terms.first().kind, QueryTerm::Kind::Word);
}

QTEST_GUILESS_MAIN(TestSearchEvidence)
#include "tst_searchevidence.moc"
