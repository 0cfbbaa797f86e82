#include "core/query/query.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestQuery : public QObject {
    Q_OBJECT

private slots:
    void facetCycle();
    void facetsOfOneField();
    void facetsIgnoreCase();
    void otherConditionsStay();
    void ranges();
    void openRangesAreClosedByTheirSuccessor();
    void includingTakesAwayWhatHidesTheValue();
    void joins();
    void clearing();
    void words();
    void writtenAsItIsRead_data();
    void writtenAsItIsRead();

private:
    static QString text(const Query &query) { return toText(query, Schema()); }
};

void TestQuery::facetCycle()
{
    Query query;
    QCOMPARE(query.facetState(u"from"_s, u"Go"_s), FacetState::Off);
    query.setFacet(u"from"_s, u"Go"_s, FacetState::Included);
    QCOMPARE(text(query), u"from:Go"_s);
    QCOMPARE(query.facetState(u"from"_s, u"Go"_s), FacetState::Included);
    query.setFacet(u"from"_s, u"Go"_s, FacetState::Excluded);
    QCOMPARE(text(query), u"-from:Go"_s);
    QCOMPARE(query.facetState(u"from"_s, u"Go"_s), FacetState::Excluded);
    query.setFacet(u"from"_s, u"Go"_s, FacetState::Off);
    QVERIFY(query.isEmpty());
}

void TestQuery::facetsOfOneField()
{
    Query query;
    query.setFacet(u"from"_s, u"Go"_s, FacetState::Included);
    query.setFacet(u"from"_s, u"C"_s, FacetState::Included);
    query.setFacet(u"from"_s, u"Java"_s, FacetState::Excluded);
    query.setFacet(u"to"_s, u"Go"_s, FacetState::Included);
    QCOMPARE(text(query), u"from:Go,C -from:Java to:Go"_s);
    query.setFacet(u"from"_s, u"Go"_s, FacetState::Off);
    QCOMPARE(text(query), u"from:C -from:Java to:Go"_s);
    query.setFacet(u"from"_s, u"C"_s, FacetState::Included); // again
    QCOMPARE(query.facetState(u"from"_s, u"C"_s), FacetState::Included);
    QCOMPARE(query.facetState(u"to"_s, u"C"_s), FacetState::Off);
}

void TestQuery::facetsIgnoreCase()
{
    Query query;
    query.setFacet(u"from"_s, u"go"_s, FacetState::Included);
    QCOMPARE(query.facetState(u"from"_s, u"Go"_s), FacetState::Included);
    QCOMPARE(query.facetState(u"from"_s, u"G\u00F6"_s), FacetState::Included); // nor do accents count
    query.setFacet(u"from"_s, u"GO"_s, FacetState::Off);
    QVERIFY(query.isEmpty());
}

void TestQuery::otherConditionsStay()
{
    Query query = parseQuery(u"memory \"a b\" sort:-folder", Schema());
    query.setFacet(u"from"_s, u"Go"_s, FacetState::Included);
    query.setFacet(u"from"_s, u"Go"_s, FacetState::Off);
    QCOMPARE(text(query), u"memory \"a b\" sort:-folder"_s);
}

void TestQuery::ranges()
{
    Query query;
    QCOMPARE(query.range(u"year"_s), (std::pair<QString, QString>()));
    query.setRange(u"year"_s, u"2018"_s, {});
    QCOMPARE(query.range(u"year"_s), std::pair(u"2018"_s, QString()));
    query.setRange(u"year"_s, u"2018"_s, u"2020"_s);
    QCOMPARE(text(query), u"year:2018..2020"_s);
    query.setFacet(u"year"_s, u"2019"_s, FacetState::Excluded);
    QCOMPARE(text(query), u"year:2018..2020 -year:2019"_s);
    query.setRange(u"year"_s, {}, {});
    QCOMPARE(text(query), u"-year:2019"_s);
}

/// After year:>2018 a new range once kept the open bound: it left its own first year out, and lost its last.
void TestQuery::openRangesAreClosedByTheirSuccessor()
{
    Schema schema;
    Field year;
    year.id = u"year"_s;
    year.type = FieldType::Year;
    schema.fields = {year};
    Query query = parseQuery(u"year:>2018", schema);
    QCOMPARE(query.range(u"year"_s), std::pair(u"2019"_s, QString()));
    query.setRange(u"year"_s, u"2019"_s, u"2020"_s);
    QCOMPARE(toText(query, schema), u"year:2019..2020"_s);
    QCOMPARE(parseQuery(u"year:<2018", schema).range(u"year"_s), std::pair(QString(), u"2017"_s));
}

/// A count says what a value gives: a range that lies elsewhere must not leave nothing of it.
void TestQuery::includingTakesAwayWhatHidesTheValue()
{
    Query query;
    query.setRange(u"year"_s, u"2018"_s, {});
    query.setFacet(u"year"_s, u"2010"_s, FacetState::Included);
    QCOMPARE(text(query), u"year:2010"_s);
    query = parseQuery(u"missing:folder -has:folder has:folder -missing:folder", Schema());
    query.setFacet(u"folder"_s, u"a"_s, FacetState::Included);
    QCOMPARE(text(query), u"has:folder -missing:folder folder:a"_s);
}

void TestQuery::joins()
{
    Query query;
    const QString tags = u"tags"_s;
    QCOMPARE(query.facetJoin(tags), FacetJoin::Any);
    query.setFacet(tags, u"a"_s, FacetState::Included, FacetJoin::All);
    QCOMPARE(query.facetJoin(tags), FacetJoin::Any); // one value cannot tell
    query.setFacet(tags, u"b"_s, FacetState::Included, FacetJoin::All);
    query.setFacet(tags, u"x"_s, FacetState::Excluded, FacetJoin::All);
    query.setFacet(tags, u"y"_s, FacetState::Excluded);
    QCOMPARE(text(query), u"tags:a tags:b -tags:x,y"_s);
    QCOMPARE(query.facetJoin(tags), FacetJoin::All);
    query.setFacet(tags, u"c"_s, FacetState::Included); // as the others are
    QCOMPARE(text(query), u"tags:a tags:b -tags:x,y tags:c"_s);
    query.setFacetJoin(tags, FacetJoin::Any);
    QCOMPARE(text(query), u"tags:a,b,c -tags:x,y"_s);
    query.setFacetJoin(tags, FacetJoin::All);
    QCOMPARE(text(query), u"tags:a tags:b tags:c -tags:x,y"_s);
    query.setFacet(tags, u"B"_s, FacetState::Off);
    query.setFacet(tags, u"c"_s, FacetState::Off);
    QCOMPARE(text(query), u"tags:a -tags:x,y"_s);
    QCOMPARE(query.facetJoin(tags), FacetJoin::Any);
    query.setFacetJoin(u"other"_s, FacetJoin::All);
    QCOMPARE(text(query), u"tags:a -tags:x,y"_s);
}

void TestQuery::clearing()
{
    Query query;
    query.setRange(u"year"_s, u"2018"_s, {});
    query.setFacet(u"from"_s, u"Go"_s, FacetState::Included);
    QVERIFY(query.hasField(u"year"_s));
    query.clearField(u"year"_s);
    QVERIFY(!query.hasField(u"year"_s));
    QVERIFY(query.hasField(u"from"_s));
}

void TestQuery::words()
{
    QVERIFY(parseQuery(u"x", Schema()).hasWords());
    QVERIFY(parseQuery(u"\"x\"", Schema()).hasWords());
    QVERIFY(!parseQuery(u"-x", Schema()).hasWords());
    QVERIFY(!parseQuery(u"folder:x", Schema()).hasWords());
    QVERIFY(parseQuery(u"folder:x OR x", Schema()).hasWords());
    QVERIFY(!parseQuery(u"-(folder:x OR x)", Schema()).hasWords());
    QVERIFY(parseQuery(u"-(folder:x OR -x)", Schema()).hasWords());
}

void TestQuery::writtenAsItIsRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected"); // when from:Go has been clicked
    const auto row = [](const QString &typed, const QString &expected) {
        QTest::newRow(qPrintable(typed)) << typed << expected;
    };
    row(u"a OR b"_s, u"(a OR b) from:Go"_s);
    row(u"a) OR b"_s, u"(\"a)\" OR b) from:Go"_s);
    row(u":) x"_s, u":) x from:Go"_s);
    row(u"f(x) OR g)("_s, u"(f(x) OR \"g)(\") from:Go"_s);
    row(u"no:\"a)\" OR b"_s, u"(no:\"a)\" OR b) from:Go"_s);
    row(u"--x"_s, u"--x from:Go"_s);
    row(u"-(--x)"_s, u"\"-x\" from:Go"_s);
    row(u"-(-OR)"_s, u"\"OR\" from:Go"_s);
    row(u"-(-OR(x))"_s, u"\"OR(x)\" from:Go"_s);
    row(u"-(-)"_s, u"-- from:Go"_s);
}

// The text of a query stands for it from then on, whatever has become of what was typed.
void TestQuery::writtenAsItIsRead()
{
    Schema schema;
    schema.fields.append({u"from"_s, u"From"_s, FieldType::List, false, true, {}, {}});
    QFETCH(QString, typed);
    Query query = parseQuery(typed, schema);
    query.setFacet(u"from"_s, u"Go"_s, FacetState::Included);
    const QString written = toText(query, schema);
    QTEST(written, "expected");
    QCOMPARE(toText(parseQuery(written, schema), schema), written);
    QCOMPARE(parseQuery(written, schema).terms.size(), query.terms.size());
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
