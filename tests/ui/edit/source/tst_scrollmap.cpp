#include "ui/edit/source/scrollmap.h"

#include <QTest>

using namespace casebook;

class TestScrollMap : public QObject {
    Q_OBJECT

private slots:
    void maps_data();
    void maps();
    void leavesOutWhatGoesBack();
    void empty();
};

void TestScrollMap::maps_data()
{
    QTest::addColumn<double>("line");
    QTest::addColumn<double>("height");
    QTest::newRow("the start") << 0.0 << 0.0;
    QTest::newRow("before the first place") << 5.0 << 50.0;
    QTest::newRow("a place") << 10.0 << 100.0;
    QTest::newRow("between") << 12.0 << 120.0;
    QTest::newRow("another scale") << 25.0 << 350.0;
    QTest::newRow("the end") << 30.0 << 500.0;
}

void TestScrollMap::maps()
{
    QFETCH(double, line);
    QFETCH(double, height);
    ScrollMap map;
    map.add(10, 100);
    map.add(20, 200);
    map.add(30, 500);
    QCOMPARE(map.heightOf(line), height);
    QCOMPARE(map.lineAt(height), line);
}

void TestScrollMap::leavesOutWhatGoesBack()
{
    ScrollMap map;
    map.add(10, 100);
    map.add(10, 150); // cells of one row
    map.add(12, 100);
    map.add(20, 200);
    QCOMPARE(map.heightOf(15), 150.0);
    QCOMPARE(map.lineAt(150), 15.0);
    QCOMPARE(map.heightOf(99), 200.0);
    QCOMPARE(map.lineAt(999), 20.0);
}

void TestScrollMap::empty()
{
    const ScrollMap map;
    QCOMPARE(map.heightOf(7), 0.0);
    QCOMPARE(map.lineAt(7), 0.0);
    QCOMPARE(map.heightOf(-1), 0.0);
}

QTEST_GUILESS_MAIN(TestScrollMap)
#include "tst_scrollmap.moc"
