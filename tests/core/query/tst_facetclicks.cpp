#include "core/corpus/loader.h"
#include "core/query/search.h"
#include "tests/bench/generator.h"

#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every count of every facet is the length of the list that a click on the value leads to.
class TestFacetClicks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void bundled_data() { queries(); }
    void bundled();
    void generated_data() { queries(); }
    void generated();

private:
    static void queries();
    static void checkAll(const Corpus &corpus);
    static void checkOne(Search &search, const Schema &schema, const Query &query, const Facet &facet,
                         const FacetValue &value);

    Corpus m_bundled;
    Corpus m_generated;
};

void TestFacetClicks::initTestCase()
{
    Result<Corpus> bundled = loadCorpus(QStringLiteral(CASEBOOK_SOURCE_DIR "/data/rust"));
    QVERIFY(bundled);
    m_bundled = std::move(*bundled);
    const QTemporaryDir folder;
    QVERIFY(bench::generateCorpus(folder.filePath(u"corpus"_s), 400).has_value());
    Result<Corpus> generated = loadCorpus(folder.filePath(u"corpus"_s));
    QVERIFY(generated);
    m_generated = std::move(*generated);
}

void TestFacetClicks::queries()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("all");
    for (const char *query :
         {"", "memory", "from:go", "from:go,c++", "from:go from:python", "-from:go", "from:python -from:go,c",
          "year:2018..2022", "missing:from", "-has:year", "-missing:from", "decision:adopting -reason:latency",
          "(from:go OR from:c) year:2015..", "-(from:go OR memory)", "has:figures -year:2020"}) {
        QTest::addRow("any: %s", query) << QString::fromLatin1(query) << false;
        QTest::addRow("all: %s", query) << QString::fromLatin1(query) << true;
    }
}

void TestFacetClicks::checkOne(Search &search, const Schema &schema, const Query &query, const Facet &facet,
                               const FacetValue &value)
{
    Query clicked = query;
    if (facet.join == FacetJoin::Any) {
        clicked.terms.removeIf([&](const QueryTerm &term) {
            return term.kind == QueryTerm::Kind::Field && term.path == facet.path && !term.excluded;
        });
    }
    if (facet.join == FacetJoin::All && value.state == FacetState::Included)
        clicked.terms.append(parseQuery(QString(u'"' + facet.path + u"\":\""_s + value.value + u'"'), schema).terms);
    else
        clicked.setFacet(facet.path, value.value, FacetState::Included, facet.join);
    QCOMPARE(clicked.facetState(facet.path, value.value), FacetState::Included);
    const QString text = toText(clicked, schema);
    const int length = search.run(parseQuery(text, schema), {}).matches();
    QVERIFY2(value.count == length,
             qPrintable(u"%1 counts %2, and %3 finds %4"_s.arg(value.value).arg(value.count).arg(text).arg(length)));
}

void TestFacetClicks::checkAll(const Corpus &corpus)
{
    QFETCH(QString, query);
    QFETCH(bool, all);
    Search search(corpus);
    const Query asked = parseQuery(query, corpus.schema());
    Arrangement arrangement;
    if (all)
        arrangement.joinAll = corpus.schema().facetPaths();
    const QList<Facet> facets = search.run(asked, arrangement).facets;
    QVERIFY(!facets.isEmpty());
    for (const Facet &facet : facets) {
        QCOMPARE(facet.join, asked.facetJoin(facet.path, all ? FacetJoin::All : FacetJoin::Any));
        for (const FacetValue &value : facet.values) {
            QCOMPARE(value.state, asked.facetState(facet.path, value.value));
            checkOne(search, corpus.schema(), asked, facet, value);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestFacetClicks::bundled()
{
    checkAll(m_bundled);
}

void TestFacetClicks::generated()
{
    checkAll(m_generated);
}

QTEST_GUILESS_MAIN(TestFacetClicks)
#include "tst_facetclicks.moc"
