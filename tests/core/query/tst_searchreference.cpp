#include "core/query/search.h"
#include "tests/core/query/naivesearch.h"
#include "tests/core/query/randomquery.h"
#include "tests/core/query/testcorpus.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Random questions to random corpora: Search, through the text of the query, must answer what the plainest search
/// does. A failure names the seed; CASEBOOK_TEST_SEED runs others.
class TestSearchReference : public QObject {
    Q_OBJECT

private slots:
    void agrees_data();
    void agrees();
    void extendsItsAnswers();

private:
    struct Corpora {
        TestCorpus test{RandomQueries::description()};
        QHash<QString, QString> bodies;

        Corpora(RandomQueries &random, int cases)
        {
            test.corpus.setToday(QDate(2025, 3, 15));
            for (int i = 0; i < cases; ++i) {
                const QString id = u"c%1"_s.arg(i, 4, 10, QChar(u'0'));
                bodies.insert(id, random.body());
                test.add(id, random.frontMatter(), bodies.value(id).toUtf8());
            }
        }
    };

    static QStringList idsOf(const SearchResult &result, const Corpus &corpus)
    {
        QStringList ids;
        for (const int position : result.order)
            ids.append(corpus.at(position)->id);
        ids.sort();
        return ids;
    }
    static void checkGroups(const SearchResult &result, const Corpus &corpus, const QString &path);
};

void TestSearchReference::agrees_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("cases");
    QTest::addColumn<int>("queries");
    bool given = false;
    const quint32 first = qEnvironmentVariableIntValue("CASEBOOK_TEST_SEED", &given);
    for (quint32 seed = given ? first : 1; seed < (given ? first : 1) + 50; ++seed)
        QTest::addRow("seed %u", seed) << seed << 24 << 200;
    QTest::newRow("more than one task") << quint32(77) << 9000 << 6;
}

void TestSearchReference::agrees()
{
    QFETCH(quint32, seed);
    QFETCH(int, cases);
    QFETCH(int, queries);
    RandomQueries random(seed);
    const Corpora corpora(random, cases);
    const Corpus &corpus = corpora.test.corpus;
    const NaiveSearch naive(corpus, corpora.bodies);
    Search search(corpus);
    for (int round = 0; round < queries; ++round) {
        const Query asked = random.query();
        const QString text = toText(asked, corpus.schema());
        const Query query = parseQuery(text, corpus.schema());
        const QString again = toText(query, corpus.schema());
        QVERIFY2(parseQuery(again, corpus.schema()) == query, qPrintable(text + u" and "_s + again));

        Arrangement arrangement{random.oneOf({u"decision"_s, u"from"_s, u"claims.reason"_s}),
                                static_cast<SortKey>(random.below(4))};
        if (random.below(3) == 0)
            arrangement.joinAll = {u"from"_s, u"claims.reason"_s};
        const SearchResult result = search.run(query, arrangement);
        const QStringList expected = naive.ids(asked);
        QVERIFY2(
            idsOf(result, corpus) == expected,
            qPrintable(text + u" finds "_s + idsOf(result, corpus).join(u' ') + u", not "_s + expected.join(u' ')));
        checkGroups(result, corpus, arrangement.groupPath);
        for (const Facet &facet : round % 8 == 0 ? result.facets : QList<Facet>()) {
            for (const FacetValue &value : facet.values) {
                const int count = naive.countOf(query, facet.path, value.value, facet.join);
                QVERIFY2(value.count == count,
                         qPrintable(u"%1 of %2: %3, not %4"_s.arg(facet.path + u':' + value.value, again)
                                        .arg(value.count)
                                        .arg(count)));
            }
        }
    }
}

void TestSearchReference::checkGroups(const SearchResult &result, const Corpus &corpus, const QString &path)
{
    // The values of these corpora come in two spellings.
    const auto valuesOf = [&](const QString &id) {
        QStringList values;
        for (const QString &value : textsAt(*corpus.find(id), path)) {
            if (!values.contains(value.toLower()))
                values.append(value.toLower());
        }
        return values;
    };
    QHash<QString, int> grouped;
    for (const ResultGroup &group : result.groups) {
        QVERIFY(!group.rows.empty());
        for (const int row : group.rows) {
            const QStringList values = valuesOf(corpus.at(row)->id);
            QVERIFY(group.value.isEmpty() ? values.isEmpty() : values.contains(group.value.toLower()));
            ++grouped[corpus.at(row)->id];
        }
    }
    QCOMPARE(grouped.size(), static_cast<qsizetype>(result.matches()));
    for (auto it = grouped.cbegin(); it != grouped.cend(); ++it)
        QCOMPARE(it.value(), std::max<int>(1, static_cast<int>(valuesOf(it.key()).size())));
}

/// A search that has answered before, letter by letter, answers like a new one.
void TestSearchReference::extendsItsAnswers()
{
    RandomQueries random(4711);
    const Corpora corpora(random, 40);
    const Corpus &corpus = corpora.test.corpus;
    Search old(corpus);
    for (int round = 0; round < 150; ++round) {
        const QString text = toText(random.query(), corpus.schema());
        for (qsizetype size = 0; size <= text.size(); ++size) {
            const qsizetype typed = round % 3 == 0 ? text.size() - size : size; // and rubbed out
            const Query query = parseQuery(text.left(typed), corpus.schema());
            const SearchResult result = old.run(query, {});
            const SearchResult fresh = Search(corpus).run(query, {});
            QVERIFY2(result.order == fresh.order, qPrintable(text.left(typed)));
            for (qsizetype i = 0; i < result.facets.size(); ++i) {
                for (qsizetype j = 0; j < result.facets.at(i).values.size(); ++j)
                    QCOMPARE(result.facets.at(i).values.at(j).count, fresh.facets.at(i).values.at(j).count);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestSearchReference)
#include "tst_searchreference.moc"
