#include "core/query/search.h"
#include "tests/core/query/naivesearch.h"
#include "tests/core/query/testcorpus.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"(
fields:
  title: {}
  decision: {type: choice, facet: true}
  from: {type: list, facet: true}
  year: {type: year, facet: true}
  industry: {type: choice}
  claims: {type: records, fields: {reason: {type: choice, facet: true}}}
roles: {group: decision}
)";

const QStringList words{u"memory"_s, u"mem"_s, u"latency"_s, u"go"_s, u"golang"_s, u"cargo"_s, u"collector"_s};

/// Random cases and questions, from a seed.
class Dice {
public:
    explicit Dice(quint32 seed) : m_random(seed) {}

    int below(int bound) { return m_random.bounded(bound); }
    QString oneOf(const QStringList &list) { return list.at(below(static_cast<int>(list.size()))); }
    QString numbered(const char *stem, int bound) { return QString::fromLatin1(stem) + QString::number(below(bound)); }

    QByteArray frontMatter()
    {
        QString yaml = u"title: "_s + oneOf(words) + u'\n';
        if (below(5))
            yaml += u"decision: "_s + numbered("d", 3) + u'\n';
        if (below(4))
            yaml += u"from: ["_s + numbered("l", 6) + u", "_s + numbered("L", 6) + u"]\n"_s;
        if (below(6))
            yaml += u"year: "_s + QString::number(2015 + below(8)) + u'\n';
        if (below(3))
            yaml += u"industry: "_s + numbered("i", 4) + u'\n';
        if (below(3))
            yaml += u"claims: [{reason: "_s + numbered("r", 5) + u"}, {reason: "_s + numbered("r", 5) + u"}]\n"_s;
        return yaml.toUtf8();
    }

    QueryTerm term()
    {
        const QStringList paths{u"decision"_s, u"from"_s, u"year"_s, u"industry"_s, u"claims.reason"_s};
        QueryTerm term;
        term.excluded = below(4) == 0;
        term.kind = static_cast<QueryTerm::Kind>(below(6)); // those that stand for themselves
        switch (term.kind) {
        case QueryTerm::Kind::Word:
        case QueryTerm::Kind::Phrase:
            term.text = oneOf(words);
            break;
        case QueryTerm::Kind::Range:
            term.path = u"year"_s;
            term.open = below(3) == 0;
            (below(2) ? term.from : term.to) = QString::number(2015 + below(8));
            break;
        case QueryTerm::Kind::Field:
            term.path = oneOf(paths);
            for (int i = below(2); i >= 0; --i)
                term.values.append(oneOf({numbered("d", 3), numbered("L", 6), QString::number(2015 + below(8)),
                                          numbered("i", 4), numbered("R", 5)}));
            break;
        default:
            term.path = oneOf(paths);
        }
        return term;
    }

private:
    QRandomGenerator m_random;
};

} // namespace

class TestSearchReference : public QObject {
    Q_OBJECT

private slots:
    void agrees_data();
    void agrees();
};

void TestSearchReference::agrees_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("cases");
    for (quint32 seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %u", seed) << seed << 60;
    QTest::newRow("more than one task") << quint32(77) << 9000;
}

void TestSearchReference::agrees()
{
    QFETCH(quint32, seed);
    QFETCH(int, cases);
    Dice dice(seed);
    TestCorpus test(description);
    for (int i = 0; i < cases; ++i)
        test.add(u"c%1"_s.arg(i), dice.frontMatter(), (dice.oneOf(words) + u' ' + dice.oneOf(words)).toUtf8());
    Search search(test.corpus);
    for (int round = cases > 1000 ? 6 : 150; round > 0; --round) {
        Query query;
        for (int i = dice.below(4); i > 0; --i)
            query.terms.append(dice.term());
        const QString text = toText(query, test.corpus.schema());
        const NaiveSearch naive(test.corpus, query);
        const QString groupPath = dice.oneOf({u"decision"_s, u"from"_s, u"claims.reason"_s});
        const SearchResult result = search.run(query, {groupPath, static_cast<SortKey>(dice.below(4))});

        QStringList found;
        for (const int position : result.order)
            found.append(test.corpus.at(position)->id);
        QStringList expected = naive.ids();
        found.sort();
        expected.sort();
        QVERIFY2(found == expected, qPrintable(text));
        for (const Facet &facet : round % 5 == 0 ? result.facets : QList<Facet>()) {
            for (const FacetValue &value : facet.values) {
                const int expectedCount = naive.countOf(facet.path, value.value, facet.join);
                QVERIFY2(value.count == expectedCount,
                         qPrintable(u"%1 of %2: %3, not %4"_s.arg(facet.path + u':' + value.value, text)
                                        .arg(value.count)
                                        .arg(expectedCount)));
            }
        }
        const auto distinct = [&](const CaseStudy &study) {
            QStringList values = textsAt(study, groupPath).replaceInStrings(u"L"_s, u"l"_s);
            values.removeDuplicates();
            return values;
        };
        QHash<QString, int> grouped;
        for (const ResultGroup &group : result.groups) {
            QVERIFY(!group.rows.empty());
            for (const int row : group.rows) {
                const QStringList values = distinct(*test.corpus.at(row));
                QVERIFY(group.value.isEmpty() ? values.isEmpty() : values.contains(group.value.toLower()));
                ++grouped[test.corpus.at(row)->id];
            }
        }
        QCOMPARE(grouped.size(), expected.size());
        for (const QString &id : expected)
            QCOMPARE(grouped.value(id), std::max<int>(1, static_cast<int>(distinct(*test.corpus.find(id)).size())));
    }
}

QTEST_GUILESS_MAIN(TestSearchReference)
#include "tst_searchreference.moc"
