#include "core/difference/merge.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;
using Kind = MergeRegion::Kind;

class TestMerge : public QObject {
    Q_OBJECT

private slots:
    void merges_data();
    void merges();
    void choices_data();
    void choices();
    void regionsHoldTheTexts();
    void changesThatDoNotMeet();
    void sidesAreEqual();
    void hostile();
};

// One letter a line.
static QByteArray lines(const QByteArray &letters)
{
    QByteArray text;
    for (const char letter : letters)
        text += letter + QByteArray("\n");
    return text;
}

// Same as they are, m(...) mine alone, t(...) theirs alone, b(...) both the same, and base|mine|theirs in braces.
static QByteArray described(const MergeRegions &regions)
{
    QByteArray result;
    for (const MergeRegion &region : regions) {
        switch (region.kind) {
        case Kind::Same:
            result += region.mine;
            break;
        case Kind::Mine:
            result += "m(" + region.base + '|' + region.mine + ')';
            break;
        case Kind::Theirs:
            result += "t(" + region.base + '|' + region.theirs + ')';
            break;
        case Kind::Both:
            result += "b(" + region.base + '|' + region.mine + ')';
            break;
        case Kind::Conflict:
            result += '{' + region.base + '|' + region.mine + '|' + region.theirs + '}';
            break;
        }
    }
    return result.replace('\n', "");
}

void TestMerge::merges_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *base, const char *mine, const char *theirs,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs) << QByteArray(expected);
    };
    row("nothing", "", "", "", "");
    row("unchanged", "abc", "abc", "abc", "abc");
    row("mine alone", "abc", "axc", "abc", "am(b|x)c");
    row("theirs alone", "abc", "abc", "abxc", "abt(|x)c");
    row("the same change", "abc", "axc", "axc", "ab(b|x)c");
    row("the same lines put in", "ab", "axb", "axb", "ab(|x)b");
    row("far from each other", "abcde", "xbcde", "abcdy", "m(a|x)bcdt(e|y)");
    row("lines side by side", "abcd", "axcd", "abyd", "am(b|x)t(c|y)d");
    row("one removed, the next changed", "abcd", "acd", "abyd", "am(b|)t(c|y)d");
    row("the same line", "abc", "axc", "ayc", "a{b|x|y}c");
    row("removed and changed", "abc", "ac", "ayc", "a{b||y}c");
    row("put in at one place", "ab", "axb", "ayb", "a{|x|y}b");
    row("put in beside a change", "abc", "axc", "abyc", "a{b|x|by}c");
    row("put in before a change", "abc", "axc", "aybc", "a{b|x|yb}c");
    row("put in inside a change", "abcd", "axyd", "abzcd", "a{bc|xy|bzc}d");
    row("several in one", "abcdef", "axcyef", "abwdef", "am(b|x)t(c|w)m(d|y)ef");
    row("one across two", "abcdef", "axcyef", "auvwef", "a{bcd|xcy|uvw}ef");
    row("what both begin with", "ab", "apxb", "apyb", "ab(|p){|x|y}b");
    row("what both end with", "ab", "axpb", "aypb", "a{|x|y}b(|p)b");
    row("one has what the other has and more", "ab", "axb", "axyb", "ab(|x)t(|y)b");
    row("put in by both, and changed by one", "abc", "axyc", "axbc", "ab(|x)m(b|y)c");
    row("all gone here", "abc", "", "axc", "{abc||axc}");
    row("all gone here, unchanged there", "abc", "", "abc", "m(abc|)");
    row("from nothing", "", "ab", "ac", "b(|a){|b|c}");
    row("added at both ends", "ab", "xab", "aby", "m(|x)abt(|y)");
}

void TestMerge::merges()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, expected);
    const MergeRegions regions = mergeLines(lines(base), lines(mine), lines(theirs));
    QCOMPARE(described(regions), expected);
    QCOMPARE(hasConflict(regions), expected.contains('{'));
}

void TestMerge::choices_data()
{
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<MergeChoice>("choice");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray mine = "a\nx\nc\r\n";
    const QByteArray theirs = "a\ny\nc\r\n";
    QTest::newRow("mine") << mine << theirs << MergeChoice::Mine << QByteArray("a\nx\nc\r\n");
    QTest::newRow("theirs") << mine << theirs << MergeChoice::Theirs << QByteArray("a\ny\nc\r\n");
    QTest::newRow("base") << mine << theirs << MergeChoice::Base << QByteArray("a\nb\nc\r\n");
    QTest::newRow("mine first") << mine << theirs << MergeChoice::MineThenTheirs << QByteArray("a\nx\ny\nc\r\n");
    QTest::newRow("theirs first") << mine << theirs << MergeChoice::TheirsThenMine << QByteArray("a\ny\nx\nc\r\n");
    QTest::newRow("without a last ending") << QByteArray("a\nb\nc\r\nx") << QByteArray("a\nb\nc\r\ny")
                                           << MergeChoice::MineThenTheirs << QByteArray("a\nb\nc\r\nx\ny");
    QTest::newRow("without a last ending, CRLF") << QByteArray("a\nb\nx") << QByteArray("a\nb\ny\r\nz\r\n")
                                                 << MergeChoice::MineThenTheirs << QByteArray("a\nb\nx\r\ny\r\nz\r\n");
}

void TestMerge::choices()
{
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(MergeChoice, choice);
    QFETCH(QByteArray, expected);
    const MergeRegions regions = mergeLines("a\nb\nc\r\n", mine, theirs);
    QVERIFY(hasConflict(regions));
    QCOMPARE(mergedText(regions, {choice}), expected);
}

static QByteArray randomText(QRandomGenerator &random)
{
    QByteArray text;
    for (int left = random.bounded(25); left > 0; --left)
        text += char('a' + random.bounded(5)) + QByteArray(random.bounded(5) == 0 ? "\r\n" : "\n");
    if (random.bounded(4) == 0)
        text += "z";
    return text;
}

static QByteArray edited(QRandomGenerator &random, const QByteArray &text)
{
    QByteArrayList list = text.split('\n');
    for (int edits = random.bounded(4); edits > 0; --edits) {
        const qsizetype at = random.bounded(list.size());
        switch (random.bounded(3)) {
        case 0:
            list.insert(at, QByteArray(1, char('a' + random.bounded(8))));
            break;
        case 1:
            list[at] = QByteArray(1, char('a' + random.bounded(8)));
            break;
        default:
            if (list.size() > 1)
                list.removeAt(at);
        }
    }
    return list.join('\n');
}

void TestMerge::regionsHoldTheTexts()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 5000; ++round) {
        const QByteArray base = randomText(random);
        const QByteArray mine = random.bounded(10) == 0 ? randomText(random) : edited(random, base);
        const QByteArray theirs = random.bounded(10) == 0 ? randomText(random) : edited(random, base);
        QByteArray bases;
        QByteArray mines;
        QByteArray theirses;
        Kind last = Kind::Conflict;
        for (const MergeRegion &region : mergeLines(base, mine, theirs)) {
            QVERIFY(region.kind == Kind::Conflict || region.kind != last);
            QCOMPARE(region.mine == region.theirs, region.kind == Kind::Same || region.kind == Kind::Both);
            QCOMPARE(region.base == region.theirs, region.kind == Kind::Same || region.kind == Kind::Mine);
            QVERIFY(region.kind != Kind::Theirs || region.base == region.mine);
            bases += region.base;
            mines += region.mine;
            theirses += region.theirs;
            last = region.kind;
        }
        QCOMPARE(bases, base);
        QCOMPARE(mines, mine);
        QCOMPARE(theirses, theirs);
        QCOMPARE(mergedText(mergeLines(base, mine, mine)), mine);
        QCOMPARE(mergedText(mergeLines(base, mine, base)), mine);
        QCOMPARE(mergedText(mergeLines(base, base, theirs)), theirs);
    }
}

// Edits of lines that are all different, with an untouched line between: each is in the result, in its place.
void TestMerge::changesThatDoNotMeet()
{
    QRandomGenerator random(4);
    for (int round = 0; round < 2000; ++round) {
        QByteArray base;
        QByteArray mine;
        QByteArray theirs;
        QByteArray expected;
        const int count = 1 + random.bounded(30);
        for (int i = 0; i < count; ++i) {
            const QByteArray line = "line " + QByteArray::number(i) + (random.bounded(2) == 0 ? "\n" : "\r\n");
            const QByteArrayList changes{QByteArray(), "new " + line, line + "more " + line};
            const QByteArray &changed = changes[random.bounded(changes.size())];
            const int who = i % 2 == 0 ? 0 : random.bounded(3);
            base += line;
            mine += who == 1 ? changed : line;
            theirs += who == 2 ? changed : line;
            expected += who == 0 ? line : changed;
        }
        const MergeRegions regions = mergeLines(base, mine, theirs);
        QVERIFY(!hasConflict(regions));
        QCOMPARE(mergedText(regions), expected);
    }
}

void TestMerge::sidesAreEqual()
{
    QRandomGenerator random(5);
    for (int round = 0; round < 3000; ++round) {
        const QByteArray base = randomText(random);
        const QByteArray mine = edited(random, base);
        const QByteArray theirs = edited(random, base);
        const MergeRegions one = mergeLines(base, mine, theirs);
        MergeRegions other = mergeLines(base, theirs, mine);
        for (MergeRegion &region : other) {
            std::swap(region.mine, region.theirs);
            region.kind = region.kind == Kind::Mine ? Kind::Theirs
                : region.kind == Kind::Theirs       ? Kind::Mine
                                                    : region.kind;
        }
        QVERIFY(one == other);
        const QList<MergeChoice> mineFirst(one.size(), MergeChoice::MineThenTheirs);
        const QList<MergeChoice> theirsFirst(one.size(), MergeChoice::TheirsThenMine);
        QCOMPARE(mergedText(one, mineFirst), mergedText(mergeLines(base, theirs, mine), theirsFirst));
    }
}

void TestMerge::hostile()
{
    QRandomGenerator random(6);
    const auto text = [&random](int kinds) {
        QByteArray result;
        for (int i = 0; i < 300000; ++i)
            result += char('a' + random.bounded(kinds)) + QByteArray("\n");
        return result;
    };
    const QByteArray base = text(3);
    const QByteArray mine = text(3);
    const QByteArray theirs = text(3);
    const MergeRegions regions = mergeLines(base, mine, theirs);
    QVERIFY(hasConflict(regions));
    QVERIFY(mergedText(regions, QList<MergeChoice>(regions.size(), MergeChoice::Mine)).size() > 0);
    // Far apart, but only where one side is.
    QVERIFY(mergedText(mergeLines(base, mine, base)) == mine);
}

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
