#include "core/difference/filelines.h"
#include "core/difference/linedifference.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestLineDifference : public QObject {
    Q_OBJECT

private slots:
    void hunks_data();
    void hunks();
    void randomTexts();
    void farApart();
    void longTexts_data();
    void longTexts();
    void hostile_data();
    void hostile();
    void bytes();
    void texts();
    void counts();

private:
    static QStringList rebuilt(const QStringList &from, const QStringList &to, const LineHunks &hunks);
};

// One letter a line, so that a row can be read.
static QStringList lines(const QString &letters)
{
    QStringList result;
    for (const QChar letter : letters)
        result.append(letter);
    return result;
}

void TestLineDifference::hunks_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<LineHunks>("expected");
    using Hunks = LineHunks;
    QTest::newRow("one more of the same") << u"aab"_s << u"aaab"_s << Hunks{{2, 0, 2, 1}};
    QTest::newRow("added as low as can be") << u"paabqz"_s << u"paaabqy"_s << Hunks{{3, 0, 3, 1}, {5, 1, 6, 1}};
    QTest::newRow("removed as low as can be") << u"paaabqz"_s << u"paabqy"_s << Hunks{{3, 1, 3, 0}, {6, 1, 5, 1}};
    QTest::newRow("both empty") << u""_s << u""_s << Hunks{};
    QTest::newRow("equal") << u"abc"_s << u"abc"_s << Hunks{};
    QTest::newRow("all new") << u""_s << u"ab"_s << Hunks{{0, 0, 0, 2}};
    QTest::newRow("all gone") << u"ab"_s << u""_s << Hunks{{0, 2, 0, 0}};
    QTest::newRow("one changed") << u"abc"_s << u"axc"_s << Hunks{{1, 1, 1, 1}};
    QTest::newRow("one added") << u"abc"_s << u"abxc"_s << Hunks{{2, 0, 2, 1}};
    QTest::newRow("one removed") << u"abc"_s << u"ac"_s << Hunks{{1, 1, 1, 0}};
    QTest::newRow("at the start") << u"abc"_s << u"xabc"_s << Hunks{{0, 0, 0, 1}};
    QTest::newRow("at the end") << u"abc"_s << u"abcx"_s << Hunks{{3, 0, 3, 1}};
    QTest::newRow("two places") << u"abcdef"_s << u"axcdyzf"_s << Hunks{{1, 1, 1, 1}, {4, 1, 4, 2}};
    QTest::newRow("added above, removed below") << u"abcdef"_s << u"xabcdf"_s << Hunks{{0, 0, 0, 1}, {4, 1, 5, 0}};
    QTest::newRow("nothing in common") << u"abc"_s << u"xyz"_s << Hunks{{0, 3, 0, 3}};
}

void TestLineDifference::hunks()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(LineHunks, expected);
    QCOMPARE(diffLines(lines(from), lines(to)), expected);
}

// What the hunks say, done to `from`; "?" where hunks touch, or lines between them are not equal.
QStringList TestLineDifference::rebuilt(const QStringList &from, const QStringList &to, const LineHunks &hunks)
{
    QStringList result;
    int oldLine = 0;
    for (const LineHunk &hunk : hunks) {
        if (oldLine > 0 && hunk.oldFirst == oldLine)
            result.append(u"?"_s);
        result += from.sliced(oldLine, hunk.oldFirst - oldLine);
        if (result.size() != hunk.newFirst)
            result.append(u"?"_s);
        result += to.sliced(hunk.newFirst, hunk.newCount);
        oldLine = hunk.oldEnd();
    }
    return result + from.sliced(oldLine);
}

void TestLineDifference::randomTexts()
{
    QRandomGenerator random(4711);
    const auto text = [&random] {
        QString letters;
        for (int left = random.bounded(30); left > 0; --left)
            letters += QChar(u'a' + random.bounded(4));
        return letters;
    };
    for (int round = 0; round < 3000; ++round) {
        const QString from = text();
        const QString to = text();
        const LineHunks hunks = diffLines(lines(from), lines(to));
        QVERIFY2(rebuilt(lines(from), lines(to), hunks) == lines(to), qPrintable(from + u" -> "_s + to));
    }
}

void TestLineDifference::farApart()
{
    QStringList from{u"same"_s};
    QStringList to{u"same"_s};
    for (int i = 0; i < 20000; ++i) {
        from.append(u"old %1"_s.arg(i));
        to.append(u"new %1"_s.arg(i));
    }
    const LineHunks expected{{1, 20000, 1, 20000}};
    QCOMPARE(diffLines(from, to), expected);
}

void TestLineDifference::longTexts_data()
{
    QTest::addColumn<int>("kinds"); // lines repeat after so many
    QTest::newRow("no line twice") << 50000;
    QTest::newRow("every line twice") << 25000;
    QTest::newRow("few lines, often") << 7;
}

// Longer than what is searched at once: cut where lines stand as often in both.
void TestLineDifference::longTexts()
{
    QFETCH(int, kinds);
    QStringList from;
    for (int i = 0; i < 50000; ++i)
        from.append(u"line %1"_s.arg(i % kinds));
    QStringList to = from;
    to[3] = u"changed"_s;
    to.insert(20000, u"added"_s);
    to[49990] = u"changed too"_s;
    from[30000] = u"removed"_s;
    to.removeAt(30001);
    const LineHunks hunks = diffLines(from, to);
    QCOMPARE(changedLines(hunks), 4);
    QVERIFY(rebuilt(from, to, hunks) == to);
}

void TestLineDifference::hostile_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto random = [](quint32 seed, int kinds) {
        QRandomGenerator generator(seed);
        QByteArray text;
        for (int i = 0; i < 400000; ++i)
            text += char('a' + generator.bounded(kinds)) + QByteArray("\n");
        return text;
    };
    QTest::newRow("two kinds of lines") << random(1, 2) << random(2, 2);
    QTest::newRow("twenty kinds of lines") << random(1, 20) << random(2, 20);
    QTest::newRow("blank lines, two more") << QByteArray(2000000, '\n') << QByteArray(2000002, '\n');
    QTest::newRow("blank lines, changed at both ends")
        << QByteArray(1000000, '\n') << "x\n" + QByteArray(1000000, '\n') + "x";
    QTest::newRow("one line of many") << QByteArray("a\nb") << random(3, 2);
    QByteArray shuffled;
    for (int i = 0; i < 300000; ++i)
        shuffled += QByteArray::number(i * 7919LL % 300007) + '\n';
    QByteArray sorted;
    for (int i = 0; i < 300000; ++i)
        sorted += QByteArray::number(i) + '\n';
    QTest::newRow("the same lines in another order") << sorted << shuffled;
}

void TestLineDifference::hostile()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto oldLines = fileLines(from);
    const auto newLines = fileLines(to);
    QByteArray result;
    int oldLine = 0;
    const LineHunks hunks = diffLines(oldLines, newLines);
    const auto take = [&result](const auto &lines, int first, int end) {
        for (int i = first; i < end; ++i)
            result += lines[i];
    };
    for (const LineHunk &hunk : hunks) {
        take(oldLines, oldLine, hunk.oldFirst);
        take(newLines, hunk.newFirst, hunk.newEnd());
        oldLine = hunk.oldEnd();
    }
    take(oldLines, oldLine, static_cast<int>(oldLines.size()));
    QVERIFY(result == to);
}

void TestLineDifference::bytes()
{
    QCOMPARE(fileLines(""), QList<QByteArrayView>());
    QCOMPARE(fileLines("a\r\n\nb"), QList<QByteArrayView>({"a\r\n", "\n", "b"}));
    QCOMPARE(diffLines(fileLines("a\nb\n"), fileLines("a\nb")), (LineHunks{{1, 1, 1, 1}}));
    QCOMPARE(diffLines(fileLines("a\nb\n"), fileLines("a\r\nb\n")), (LineHunks{{0, 1, 0, 1}}));
}

void TestLineDifference::texts()
{
    QCOMPARE(diffTexts({}, {}), LineHunks());
    QCOMPARE(diffTexts(u"a\nb\nc", u"a\u2029b\u2029c"), LineHunks());
    QCOMPARE(diffTexts(u"a\nb\n", u"a\u2029b"), (LineHunks{{2, 1, 2, 0}}));
    QCOMPARE(diffTexts(u"a\nb\nc", u"a\nx\ny\nc"), (LineHunks{{1, 1, 1, 2}}));
}

void TestLineDifference::counts()
{
    QCOMPARE(changedLines({}), 0);
    QCOMPARE(changedLines({{1, 1, 1, 3}, {5, 2, 7, 0}, {9, 1, 9, 1}}), 6);
}

QTEST_GUILESS_MAIN(TestLineDifference)
#include "tst_linedifference.moc"
