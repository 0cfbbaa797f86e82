#include "ui/edit/linediff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestLineDiff : public QObject {
    Q_OBJECT

private slots:
    void hunks_data();
    void hunks();
    void randomTexts();
    void farApart();

private:
    static QString rebuilt(const QStringList &from, const QStringList &to, const QList<LineHunk> &hunks);
};

// One letter a line, so that a row can be read.
static QStringList lines(const QString &letters)
{
    QStringList result;
    for (const QChar letter : letters)
        result.append(letter);
    return result;
}

void TestLineDiff::hunks_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QList<LineHunk>>("expected");
    using Hunks = QList<LineHunk>;
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

void TestLineDiff::hunks()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QList<LineHunk>, expected);
    QCOMPARE(diffLines(lines(from), lines(to)), expected);
}

// What the hunks say, done to `from`; "?" where lines between hunks are not equal.
QString TestLineDiff::rebuilt(const QStringList &from, const QStringList &to, const QList<LineHunk> &hunks)
{
    QString result;
    int oldLine = 0;
    for (const LineHunk &hunk : hunks) {
        while (oldLine < hunk.oldFirst)
            result += from.at(oldLine++);
        if (result.size() != hunk.newFirst)
            result += u'?';
        result += to.sliced(hunk.newFirst, hunk.newCount).join(QString());
        oldLine += hunk.oldCount;
    }
    return result + from.sliced(oldLine).join(QString());
}

void TestLineDiff::randomTexts()
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
        const QList<LineHunk> hunks = diffLines(lines(from), lines(to));
        QVERIFY2(rebuilt(lines(from), lines(to), hunks) == to, qPrintable(from + u" -> "_s + to));
    }
}

void TestLineDiff::farApart()
{
    QStringList from{u"same"_s};
    QStringList to{u"same"_s};
    for (int i = 0; i < 20000; ++i) {
        from.append(u"old %1"_s.arg(i));
        to.append(u"new %1"_s.arg(i));
    }
    const QList<LineHunk> expected{{1, 20000, 1, 20000}};
    QCOMPARE(diffLines(from, to), expected);
}

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
