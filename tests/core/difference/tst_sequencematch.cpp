#include "core/difference/sequencematch.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace casebook;

using Sequence = std::vector<int>;

class TestSequenceMatch : public QObject {
    Q_OBJECT

private slots:
    void asManyAsCanBe_data();
    void asManyAsCanBe();
    void cutAtAnchors();
    void longButNear();
};

// The textbook's table.
static int longestCommon(const Sequence &from, const Sequence &to)
{
    std::vector<int> above(to.size() + 1, 0);
    for (const int element : from) {
        std::vector<int> row(to.size() + 1, 0);
        for (size_t i = 0; i < to.size(); ++i)
            row[i + 1] = element == to[i] ? above[i] + 1 : std::max(row[i], above[i + 1]);
        above = row;
    }
    return above.back();
}

static bool isMatch(const Sequence &from, const Sequence &to, const MatchedPairs &pairs)
{
    std::pair<int, int> last{-1, -1};
    for (const auto &[fromPlace, toPlace] : pairs) {
        if (fromPlace <= last.first || toPlace <= last.second || from[size_t(fromPlace)] != to[size_t(toPlace)])
            return false;
        last = {fromPlace, toPlace};
    }
    return true;
}

static Sequence randomSequence(QRandomGenerator &random, int longest, int kinds)
{
    Sequence sequence(size_t(random.bounded(longest + 1)));
    for (int &element : sequence)
        element = random.bounded(kinds);
    return sequence;
}

void TestSequenceMatch::asManyAsCanBe_data()
{
    QTest::addColumn<int>("kinds");
    QTest::addColumn<int>("longest");
    QTest::addColumn<int>("rounds");
    QTest::newRow("two kinds") << 2 << 12 << 4000;
    QTest::newRow("few kinds") << 5 << 40 << 1500;
    QTest::newRow("many kinds") << 60 << 60 << 1000;
    QTest::newRow("longer ones") << 30 << 700 << 10;
}

void TestSequenceMatch::asManyAsCanBe()
{
    QFETCH(int, kinds);
    QFETCH(int, longest);
    QFETCH(int, rounds);
    QRandomGenerator random(1986);
    for (int round = 0; round < rounds; ++round) {
        const Sequence from = randomSequence(random, longest, kinds);
        const Sequence to = randomSequence(random, longest, kinds);
        const MatchedPairs pairs = matchSequences(from, to);
        QVERIFY(isMatch(from, to, pairs));
        QCOMPARE(static_cast<int>(pairs.size()), longestCommon(from, to));
    }
}

// Too long to be searched at once; what stands in both once holds the rest in its place.
void TestSequenceMatch::cutAtAnchors()
{
    Sequence from;
    Sequence to;
    for (int i = 0; i < 5000; ++i) {
        from.insert(from.end(), {10 + i, i % 10, 3});
        to.insert(to.end(), {10 + i, 3, i % 10});
    }
    const MatchedPairs pairs = matchSequences(from, to);
    QVERIFY(isMatch(from, to, pairs));
    // Of each three the first and one more, but both where i % 10 is 3.
    QCOMPARE(static_cast<int>(pairs.size()), 5000 * 2 + 500);
}

// Nothing to cut at, but few differences.
void TestSequenceMatch::longButNear()
{
    QRandomGenerator random(12);
    for (int round = 0; round < 20; ++round) {
        Sequence from(20000);
        for (int &element : from)
            element = random.bounded(3);
        Sequence to = from;
        const int edits = random.bounded(40);
        for (int i = 0; i < edits; ++i)
            to.erase(to.begin() + random.bounded(static_cast<int>(to.size())));
        const MatchedPairs pairs = matchSequences(from, to);
        QVERIFY(isMatch(from, to, pairs));
        QCOMPARE(pairs.size(), to.size());
    }
}

QTEST_GUILESS_MAIN(TestSequenceMatch)
#include "tst_sequencematch.moc"
