#include "ui/report/pagebreaks.h"
#include "ui/report/pagefit.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

namespace casebook {

namespace {

constexpr qreal height = 10; // of a line
constexpr qreal pitch = 12;  // from one line to the next

QList<Stretch> lines(int count, qreal from = 0)
{
    QList<Stretch> lines;
    for (int i = 0; i < count; ++i)
        lines.append({from + i * pitch, from + i * pitch + height, breakcost::line});
    return lines;
}

/// The number of the first line of each page.
QList<int> firstLines(const QList<PageSlice> &slices)
{
    QList<int> first;
    for (const PageSlice &slice : slices)
        first.append(qRound(slice.top / pitch));
    return first;
}

bool cuts(const QList<PageSlice> &slices, const Stretch &stretch)
{
    return std::any_of(slices.begin(), slices.end() - 1, [&](const PageSlice &slice) {
        return slice.bottom > stretch.top + 0.1 && slice.bottom < stretch.bottom - 0.1;
    });
}

} // namespace

class TestPageBreaks : public QObject {
    Q_OBJECT

private slots:
    void nothingTakesNoPage();
    void fillsPages_data();
    void fillsPages();
    void keepsTogether_data();
    void keepsTogether();
    void leavesOutSpaceAtTheTop();
    void keepsSpaceInsideAStretch();
    void avoidsAForgottenEnd();
    void aShortEndIsNoneWhereMoreFollows();
    void setsAShortEndCloser_data();
    void setsAShortEndCloser();
    void cutsWhatIsTallerThanAPage();
    void repeatsHeads();
    void everyLineIsOnOnePage_data();
    void everyLineIsOnOnePage();
};

void TestPageBreaks::aShortEndIsNoneWhereMoreFollows()
{
    const QList<PageSlice> alone = paginate(lines(11), {}, 10 * pitch);
    const QList<PageSlice> goesOn = paginate(lines(11), {}, 10 * pitch, true);
    QCOMPARE(goesOn.size(), 2);
    QCOMPARE(firstLines(goesOn).last(), 10); // the first page is full
    QVERIFY(firstLines(alone).last() < 10);
}

void TestPageBreaks::setsAShortEndCloser_data()
{
    QTest::addColumn<QList<qreal>>("filled"); // of each page, in heights of the text
    QTest::addColumn<bool>("room");           // above the foot
    QTest::addColumn<QList<qreal>>("leadings");
    using Parts = QList<qreal>;
    QTest::newRow("one page") << Parts{0.1} << true << Parts{};
    QTest::newRow("a long end") << Parts{1, 0.5} << true << Parts{};
    QTest::newRow("a line too many") << Parts{1, 0.01} << true << Parts{1.5, 1.5, 1.44, 1.395, 1.35};
    QTest::newRow("a line too many, and no room for it") << Parts{1, 0.01} << false << Parts{1.5, 1.44, 1.395, 1.35};
    QTest::newRow("some lines") << Parts{1, 0.06} << true << Parts{1.44, 1.395, 1.35};
    QTest::newRow("a page less, of the tightest lines") << Parts{1, 0.2} << true << Parts{1.35};
    QTest::newRow("some lines that were moved to the end") << Parts{0.8, 0.26} << true << Parts{1.44, 1.395, 1.35};
    QTest::newRow("too many lines") << Parts{1, 0.3} << true << Parts{};
    QTest::newRow("more lines, on more pages") << Parts{1, 1, 1, 0.3} << true << Parts{1.44, 1.395, 1.35};
    QTest::newRow("many pages") << Parts{1, 1, 1, 1, 1, 1, 1, 1, 0.1} << true << Parts{};
}

void TestPageBreaks::setsAShortEndCloser()
{
    QFETCH(QList<qreal>, filled);
    QFETCH(bool, room);
    PageGeometry geometry;
    geometry.text = QRectF(0, 0, 500, 900);
    geometry.footBaseline = 900 + (room ? 45 : 30);
    TypeStyle style;
    style.em = 14;
    QList<PageSlice> slices;
    qreal top = 0;
    for (const qreal part : filled) {
        slices.append({top, top + part * 900});
        top = slices.last().bottom;
    }
    QList<qreal> leadings;
    for (const PageFit &fit : closerFits(slices, style, geometry)) {
        leadings.append(std::round(fit.leading * 1000) / 1000);
        QVERIFY(fit.gaps <= 1 && fit.gaps >= 0.6);
        QCOMPARE(fit.pageHeight, 900 + (room ? 1.5 * 14 : 0));
    }
    QTEST(leadings, "leadings");
}

void TestPageBreaks::nothingTakesNoPage()
{
    QVERIFY(paginate({}, {}, 100).isEmpty());
    QVERIFY(paginate(lines(3), {}, 0).isEmpty());
}

void TestPageBreaks::fillsPages_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QList<int>>("expected");
    // 120 hold ten lines: nine pitches and a height.
    QTest::newRow("one line") << 1 << QList<int>{0};
    QTest::newRow("a full page") << 10 << QList<int>{0};
    QTest::newRow("two full pages") << 20 << QList<int>{0, 10};
    QTest::newRow("two and a half") << 25 << QList<int>{0, 10, 20};
}

void TestPageBreaks::fillsPages()
{
    QFETCH(int, count);
    QFETCH(QList<int>, expected);
    const QList<PageSlice> slices = paginate(lines(count), {}, 120);
    QCOMPARE(firstLines(slices), expected);
    QCOMPARE(slices.last().bottom, (count - 1) * pitch + height);
}

void TestPageBreaks::keepsTogether_data()
{
    QTest::addColumn<Stretch>("kept");
    QTest::addColumn<int>("secondPage"); // the line that it starts with
    QTest::newRow("a heading and its text") << Stretch{9 * pitch, 11 * pitch + height, breakcost::heading} << 9;
    QTest::newRow("a row") << Stretch{7 * pitch, 11 * pitch + height, breakcost::row} << 7;
    QTest::newRow("the last two lines of a paragraph")
        << Stretch{9 * pitch, 10 * pitch + height, breakcost::widow} << 9;
    QTest::newRow("a small box") << Stretch{8 * pitch, 11 * pitch + height, breakcost::box} << 8;
    QTest::newRow("a box that would leave too much empty")
        << Stretch{3 * pitch, 11 * pitch + height, breakcost::box} << 10;
    QTest::newRow("a row that would leave nearly all empty")
        << Stretch{1 * pitch, 11 * pitch + height, breakcost::row} << 10;
}

void TestPageBreaks::keepsTogether()
{
    QFETCH(Stretch, kept);
    QFETCH(int, secondPage);
    QList<Stretch> stretches = lines(18);
    stretches.append(kept);
    QCOMPARE(firstLines(paginate(stretches, {}, 120)).value(1), secondPage);
}

void TestPageBreaks::leavesOutSpaceAtTheTop()
{
    const QList<Stretch> stretches = lines(10) + lines(5, 10 * pitch + 30);
    const QList<PageSlice> slices = paginate(stretches, {}, 120);
    QCOMPARE(slices.size(), 2);
    QCOMPARE(slices.at(1).top, 10 * pitch + 30);
}

void TestPageBreaks::keepsSpaceInsideAStretch()
{
    QList<Stretch> stretches = lines(10) + lines(5, 10 * pitch + 30);
    stretches.append({0, 20 * pitch, breakcost::tallRow});
    QCOMPARE(paginate(stretches, {}, 120).at(1).top, 9 * pitch + height);
}

void TestPageBreaks::avoidsAForgottenEnd()
{
    // Eleven lines would leave one alone; a break is free before the ninth.
    QList<Stretch> stretches = lines(8) + lines(3, 8 * pitch);
    const QList<PageSlice> slices = paginate(stretches, {}, 120);
    QCOMPARE(slices.size(), 2);
    QVERIFY2(slices.at(1).top < 10 * pitch, "the last line is alone");
}

void TestPageBreaks::cutsWhatIsTallerThanAPage()
{
    const QList<Stretch> stretches{{0, 10, breakcost::line}, {12, 500, breakcost::line}, {512, 522, breakcost::line}};
    const QList<PageSlice> slices = paginate(stretches, {}, 120);
    QVERIFY(slices.size() >= 5);
    qreal reached = 0;
    for (const PageSlice &slice : slices) {
        QVERIFY(slice.bottom - slice.top <= 120.1);
        QVERIFY(slice.top >= reached - 0.1 && slice.bottom > slice.top);
        reached = slice.bottom;
    }
    QCOMPARE(reached, 522);
}

void TestPageBreaks::repeatsHeads()
{
    const RepeatedHead head{2 * pitch, 4 * pitch, 30 * pitch};
    const QList<PageSlice> slices = paginate(lines(40), {head}, 120);
    QCOMPARE(slices.at(0).headHeight(), 0);
    for (const PageSlice &slice : slices) {
        const bool goesOn = slice.top > head.headBottom && slice.top < head.bottom;
        QCOMPARE(slice.headHeight(), goesOn ? 2 * pitch : 0);
        QVERIFY(slice.headHeight() + slice.bottom - slice.top <= 120.1);
    }
}

void TestPageBreaks::everyLineIsOnOnePage_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestPageBreaks::everyLineIsOnOnePage()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const QList<Stretch> text = lines(static_cast<int>(random.bounded(1, 200)));
    QList<Stretch> stretches = text;
    for (int i = 0; i < 30; ++i) {
        const qreal top = random.bounded(static_cast<int>(text.size())) * pitch;
        stretches.append({top, top + random.bounded(1, 8) * pitch, static_cast<int>(random.bounded(1, 1000))});
    }
    const QList<PageSlice> slices = paginate(stretches, {}, 150);
    QVERIFY(!slices.isEmpty());
    for (const Stretch &line : text) {
        const auto holds = [&](const PageSlice &slice) {
            return slice.top < line.top + 0.1 && slice.bottom > line.bottom - 0.1;
        };
        QCOMPARE(std::count_if(slices.begin(), slices.end(), holds), 1);
        QVERIFY(!cuts(slices, line));
    }
    for (const PageSlice &slice : slices)
        QVERIFY(slice.bottom - slice.top <= 150.1);
}

} // namespace casebook

QTEST_APPLESS_MAIN(casebook::TestPageBreaks)
#include "tst_pagebreaks.moc"
