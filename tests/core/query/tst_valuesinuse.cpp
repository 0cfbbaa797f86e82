#include "core/query/valuesinuse.h"
#include "tests/core/query/testcorpus.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestValuesInUse : public QObject {
    Q_OBJECT

private slots:
    void mostFrequentFirst();
};

void TestValuesInUse::mostFrequentFirst()
{
    TestCorpus test("fields: {tags: {type: list}}");
    QCOMPARE(valuesInUse(test.corpus, u"tags"_s), QStringList());
    test.add(u"a"_s, "tags: [web, cli]\nclaims: [{reason: cost}, {reason: speed}]");
    test.add(u"b"_s, "tags: [cli]\nclaims: [{reason: speed}]");
    test.add(u"c"_s, "title: none");
    QCOMPARE(valuesInUse(test.corpus, u"tags"_s), QStringList({u"cli"_s, u"web"_s}));
    QCOMPARE(valuesInUse(test.corpus, u"claims.reason"_s), QStringList({u"speed"_s, u"cost"_s}));
    QCOMPARE(valuesInUse(test.corpus, u"tags"_s, 1), QStringList{u"cli"_s});
    QCOMPARE(valuesInUse(test.corpus, u"nothing"_s), QStringList());
}

QTEST_GUILESS_MAIN(TestValuesInUse)
#include "tst_valuesinuse.moc"
