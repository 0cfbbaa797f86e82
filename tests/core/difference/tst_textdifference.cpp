#include "core/difference/differencerows.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestTextDifference : public QObject {
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void lineEnds();
    void marks_data();
    void marks();
    void rows_data();
    void rows();
    void randomRows();
};

void TestTextDifference::lines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray("a b\n") << u"a b"_s;
    QTest::newRow("CRLF") << QByteArray("a\r\n") << u"a"_s;
    QTest::newRow("no end") << QByteArray("a") << u"a"_s;
    QTest::newRow("a tab stays") << QByteArray("a\tb\n") << u"a\tb"_s;
    QTest::newRow("control characters") << QByteArray("a\0b\x1b\x7f\n", 6) << u"a␀b␛␡"_s;
    QTest::newRow("not UTF-8") << QByteArray("a\xff\n") << u"a\uFFFD"_s;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFx\n") << u"x"_s;
    QTest::newRow("what turns the line round") << QByteArray("a\u202Eb\n") << u"a\uFFFDb"_s;
}

void TestTextDifference::lines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(TextDifference(bytes, {}).line(TextSide::Old, 0), expected);
    QCOMPARE(TextDifference({}, bytes).line(TextSide::New, 0), expected);
}

void TestTextDifference::lineEnds()
{
    const TextDifference same("a\r\nb\r\n", "a\r\nc");
    QCOMPARE(same.lineEnd(TextSide::Old, 1), LineEnd::CarriageReturnLineFeed);
    QCOMPARE(same.lineEnd(TextSide::New, 1), LineEnd::None);
    QVERIFY(!same.hasSeveralLineEnds());
    const TextDifference several("a\r\nb\r\n", "a\nb\r\n");
    QCOMPARE(several.lineEnd(TextSide::New, 0), LineEnd::LineFeed);
    QVERIFY(several.hasSeveralLineEnds());
    QCOMPARE(several.hunks(), (LineHunks{{0, 1, 0, 1}}));
}

// The lines of the first hunk, with what is marked in brackets.
static QStringList marked(const TextDifference &difference, TextSide side)
{
    const LineHunk &hunk = difference.hunks().first();
    const int first = side == TextSide::Old ? hunk.oldFirst : hunk.newFirst;
    const int count = side == TextSide::Old ? hunk.oldCount : hunk.newCount;
    const QList<QList<WordRange>> marks = difference.marks(side, 0);
    QStringList lines;
    for (int i = 0; i < count; ++i) {
        QString line = difference.line(side, first + i);
        const QList<WordRange> ranges = marks.value(i);
        for (auto range = ranges.crbegin(); range != ranges.crend(); ++range)
            line.insert(range->end(), u']').insert(range->start, u'[');
        lines.append(line);
    }
    return lines;
}

void TestTextDifference::marks_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("removed");
    QTest::addColumn<QStringList>("added");
    QTest::newRow("a word") << QByteArray("year: 2020\n") << QByteArray("year: 2021\n")
                            << QStringList{u"year: [2020]"_s} << QStringList{u"year: [2021]"_s};
    QTest::newRow("two lines") << QByteArray("a: 1\nb: 2\n") << QByteArray("a: 3\nb: 4\n")
                               << QStringList{u"a: [1]"_s, u"b: [2]"_s} << QStringList{u"a: [3]"_s, u"b: [4]"_s};
    QTest::newRow("a paragraph wrapped anew")
        << QByteArray("one two three\nfour five six\n") << QByteArray("one two\nthree four\nnew five six\n")
        << QStringList{u"one two three"_s, u"four five six"_s}
        << QStringList{u"one two"_s, u"three four"_s, u"[new ]five six"_s};
    QTest::newRow("added only") << QByteArray() << QByteArray("a\n") << QStringList() << QStringList{u"a"_s};
    QTest::newRow("nothing in common") << QByteArray("one two\n") << QByteArray("three four\n")
                                       << QStringList{u"one two"_s} << QStringList{u"three four"_s};
    QTest::newRow("over several lines") << QByteArray("a b c d\n") << QByteArray("a b x\ny z\nw c d\n")
                                        << QStringList{u"a b c d"_s}
                                        << QStringList{u"a b [x]"_s, u"[y z]"_s, u"[w ]c d"_s};
}

void TestTextDifference::marks()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QStringList, removed);
    QFETCH(QStringList, added);
    const TextDifference difference(from, to);
    QCOMPARE(marked(difference, TextSide::Old), removed);
    QCOMPARE(marked(difference, TextSide::New), added);
}

static QByteArray numbered(int count, const QHash<int, QByteArray> &other = {})
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += other.value(i, QByteArray::number(i)) + '\n';
    return text;
}

// "1 -2 +x 3 (4) 8": lines, a gap as its count, side by side "2|x".
static QString described(const TextDifference &difference, const DifferenceRows &rows)
{
    QStringList parts;
    for (const DifferenceRow &row : rows) {
        const QString from = row.oldLine < 0 ? QString() : difference.line(TextSide::Old, row.oldLine);
        const QString to = row.newLine < 0 ? QString() : difference.line(TextSide::New, row.newLine);
        switch (row.kind) {
        case DifferenceRow::Kind::Same:
            parts.append(from == to ? from : u"?"_s);
            break;
        case DifferenceRow::Kind::Hidden:
            parts.append(u"(%1)"_s.arg(row.hidden));
            break;
        case DifferenceRow::Kind::Changed:
            parts.append(from + u'|' + to);
            break;
        }
    }
    return parts.join(u' ');
}

void TestTextDifference::rows_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QList<int>>("open");
    QTest::addColumn<QString>("unified");
    QTest::addColumn<QString>("sideBySide");
    const QList<int> none;
    QTest::newRow("nothing") << numbered(3) << numbered(3) << none << QString() << QString();
    QTest::newRow("one") << numbered(3) << numbered(3, {{2, "x"}}) << none << u"1 2| |x 3"_s << u"1 2|x 3"_s;
    QTest::newRow("two for one") << numbered(3) << numbered(3, {{2, "x\ny"}}) << none << u"1 2| |x |y 3"_s
                                 << u"1 2|x |y 3"_s;
    QTest::newRow("gaps above and below") << numbered(12) << numbered(12, {{6, "x"}}) << none
                                          << u"(2) 3 4 5 6| |x 7 8 9 (3)"_s << u"(2) 3 4 5 6|x 7 8 9 (3)"_s;
    QTest::newRow("a gap of one line is shown") << numbered(10) << numbered(10, {{5, "x"}}) << none
                                                << u"1 2 3 4 5| |x 6 7 8 (2)"_s << u"1 2 3 4 5|x 6 7 8 (2)"_s;
    QTest::newRow("a gap between") << numbered(11) << numbered(11, {{1, "x"}, {11, "y"}}) << none
                                   << u"1| |x 2 3 4 (3) 8 9 10 11| |y"_s << u"1|x 2 3 4 (3) 8 9 10 11|y"_s;
    QTest::newRow("opened") << numbered(11) << numbered(11, {{1, "x"}, {11, "y"}}) << QList<int>{1}
                            << u"1| |x 2 3 4 5 6 7 8 9 10 11| |y"_s << u"1|x 2 3 4 5 6 7 8 9 10 11|y"_s;
    QTest::newRow("near") << numbered(8) << numbered(8, {{1, "x"}, {8, "y"}}) << none << u"1| |x 2 3 4 5 6 7 8| |y"_s
                          << u"1|x 2 3 4 5 6 7 8|y"_s;
    QTest::newRow("from nothing") << QByteArray() << numbered(2) << none << u"|1 |2"_s << u"|1 |2"_s;
}

void TestTextDifference::rows()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QList<int>, open);
    QFETCH(QString, unified);
    QFETCH(QString, sideBySide);
    const TextDifference difference(from, to);
    const QSet<int> gaps(open.begin(), open.end());
    QCOMPARE(described(difference, differenceRows(difference, DifferenceLayout::Unified, gaps)), unified);
    QCOMPARE(described(difference, differenceRows(difference, DifferenceLayout::SideBySide, gaps)), sideBySide);
}

// Every line of both texts once, in order, with all gaps open.
void TestTextDifference::randomRows()
{
    QRandomGenerator random(99);
    for (int round = 0; round < 500; ++round) {
        const auto text = [&random] {
            QByteArray result;
            for (int left = random.bounded(60); left > 0; --left)
                result += QByteArray::number(random.bounded(random.bounded(2) == 0 ? 4 : 200)) + '\n';
            return result;
        };
        const TextDifference difference(text(), text());
        if (difference.hunks().isEmpty())
            continue;
        QSet<int> all;
        for (int i = 0; i <= difference.hunks().size(); ++i)
            all.insert(i);
        for (const auto layout : {DifferenceLayout::Unified, DifferenceLayout::SideBySide}) {
            int oldLine = 0;
            int newLine = 0;
            for (const DifferenceRow &row : differenceRows(difference, layout, all)) {
                QVERIFY(row.oldLine < 0 || row.oldLine == oldLine++);
                QVERIFY(row.newLine < 0 || row.newLine == newLine++);
            }
            QCOMPARE(oldLine, difference.lineCount(TextSide::Old));
            QCOMPARE(newLine, difference.lineCount(TextSide::New));
        }
    }
}

QTEST_GUILESS_MAIN(TestTextDifference)
#include "tst_textdifference.moc"
