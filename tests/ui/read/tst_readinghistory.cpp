#include "ui/read/readinghistory.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestReadingHistory : public QObject {
    Q_OBJECT

private slots:
    void startsEmpty();
    void goesBackAndForward();
    void forgetsWhatWasAhead();
    void ignoresTheSameAgain();
    void isLimited();
    void follows();
    void removes_data();
    void removes();
    void clears();

private:
    static ReadingHistory of(const QStringList &ids)
    {
        ReadingHistory history;
        for (const QString &id : ids)
            history.visit(id);
        return history;
    }
};

void TestReadingHistory::startsEmpty()
{
    const ReadingHistory history;
    QVERIFY(!history.canGoBack());
    QVERIFY(!history.canGoForward());
}

void TestReadingHistory::goesBackAndForward()
{
    ReadingHistory history = of({u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.goBack(), u"b"_s);
    QCOMPARE(history.goBack(), u"a"_s);
    QVERIFY(!history.canGoBack());
    history.visit(u"a"_s); // what goBack() said is read now
    QCOMPARE(history.goForward(), u"b"_s);
    QCOMPARE(history.goForward(), u"c"_s);
    QVERIFY(!history.canGoForward());
}

void TestReadingHistory::forgetsWhatWasAhead()
{
    ReadingHistory history = of({u"a"_s, u"b"_s, u"c"_s});
    history.goBack();
    history.visit(u"d"_s);
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.goBack(), u"b"_s);
    QCOMPARE(history.goForward(), u"d"_s);
}

void TestReadingHistory::ignoresTheSameAgain()
{
    ReadingHistory history = of({u"a"_s, u"a"_s});
    QVERIFY(!history.canGoBack());
}

void TestReadingHistory::isLimited()
{
    ReadingHistory history;
    for (int i = 0; i < 1000; ++i)
        history.visit(QString::number(i));
    int steps = 0;
    QString last;
    for (; history.canGoBack(); ++steps)
        last = history.goBack();
    QCOMPARE(steps, 199);
    QCOMPARE(last, u"800"_s);
}

void TestReadingHistory::follows()
{
    ReadingHistory history = of({u"a"_s, u"b"_s, u"a"_s});
    history.rename(u"a"_s, u"z"_s);
    QCOMPARE(history.goBack(), u"b"_s);
    QCOMPARE(history.goBack(), u"z"_s);
    QCOMPARE(history.goForward(), u"b"_s);
    QCOMPARE(history.goForward(), u"z"_s);
}

void TestReadingHistory::removes_data()
{
    QTest::addColumn<QStringList>("visited");
    QTest::addColumn<int>("backBefore");
    QTest::addColumn<QString>("removed");
    QTest::addColumn<QStringList>("behind"); // what going back then meets
    QTest::addColumn<QStringList>("ahead");
    QTest::newRow("what was read before")
        << QStringList{u"a"_s, u"b"_s, u"c"_s} << 0 << u"b"_s << QStringList{u"a"_s} << QStringList();
    QTest::newRow("what is ahead") << QStringList{u"a"_s, u"b"_s, u"c"_s} << 1 << u"c"_s << QStringList{u"a"_s}
                                   << QStringList();
    QTest::newRow("no step leads to the same case")
        << QStringList{u"a"_s, u"b"_s, u"a"_s} << 0 << u"b"_s << QStringList() << QStringList();
    QTest::newRow("nor one ahead") << QStringList{u"a"_s, u"b"_s, u"a"_s} << 2 << u"b"_s << QStringList()
                                   << QStringList();
    QTest::newRow("the only one") << QStringList{u"a"_s} << 0 << u"a"_s << QStringList() << QStringList();
    QTest::newRow("one that is not there")
        << QStringList{u"a"_s, u"b"_s} << 0 << u"x"_s << QStringList{u"a"_s} << QStringList();
}

void TestReadingHistory::removes()
{
    QFETCH(QStringList, visited);
    QFETCH(int, backBefore);
    QFETCH(QString, removed);
    QFETCH(QStringList, ahead);
    ReadingHistory history = of(visited);
    for (int i = 0; i < backBefore; ++i)
        history.goBack();
    history.remove(removed);
    ReadingHistory copy = history;
    QStringList behind;
    while (history.canGoBack())
        behind.append(history.goBack());
    QTEST(behind, "behind");
    QStringList found;
    while (copy.canGoForward())
        found.append(copy.goForward());
    QCOMPARE(found, ahead);
}

void TestReadingHistory::clears()
{
    ReadingHistory history = of({u"a"_s, u"b"_s});
    history.clear();
    QVERIFY(!history.canGoBack());
    history.visit(u"c"_s);
    QVERIFY(!history.canGoBack());
    QVERIFY(!history.canGoForward());
}

QTEST_APPLESS_MAIN(TestReadingHistory)
#include "tst_readinghistory.moc"
