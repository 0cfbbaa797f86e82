#include "tests/ui/support/guitest.h"
#include "ui/curate/filework.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestFileWork : public QObject {
    Q_OBJECT

private slots:
    void worksElsewhere();
    void tellsOfTheLastFile();
    void cancels();
    void replaces();
    void endsWithTheObject();
};

void TestFileWork::worksElsewhere()
{
    FileWork work;
    QSignalSpy running(&work, &FileWork::runningChanged);
    QThread *worker = nullptr;
    QThread *caller = nullptr;
    work.start([&](const FileProgress &) { worker = QThread::currentThread(); },
               [&] { caller = QThread::currentThread(); });
    QVERIFY(work.isRunning());
    QTRY_VERIFY(caller);
    QVERIFY(!work.isRunning());
    QCOMPARE(caller, QThread::currentThread());
    QVERIFY(worker && worker != caller);
    QCOMPARE(running, (QList<QVariantList>{{true}, {false}}));
}

void TestFileWork::tellsOfTheLastFile()
{
    FileWork work;
    QSignalSpy progress(&work, &FileWork::progress);
    bool done = false;
    work.start(
        [](const FileProgress &report) {
            for (int i = 1; i <= 1000; ++i)
                report(i, 1000);
        },
        [&] { done = true; });
    QTRY_VERIFY(done);
    QVERIFY(!progress.isEmpty() && progress.size() < 1000);
    QCOMPARE(progress.last(), (QVariantList{1000, 1000}));
}

void TestFileWork::cancels()
{
    FileWork work;
    bool stopped = false;
    bool done = false;
    work.start(
        [&](const FileProgress &report) {
            while (report(1, 2)) {}
            stopped = true;
        },
        [&] { done = true; });
    work.cancel();
    QTRY_VERIFY(done);
    QVERIFY(stopped);
}

void TestFileWork::replaces()
{
    FileWork work;
    QStringList ended;
    work.start(
        [](const FileProgress &report) {
            while (report(1, 2)) {}
        },
        [&] { ended.append(u"first"_s); });
    work.start([](const FileProgress &) {}, [&] { ended.append(u"second"_s); });
    QTRY_COMPARE(ended, QStringList{u"second"_s});
}

void TestFileWork::endsWithTheObject()
{
    QSemaphore started;
    std::atomic<bool> ended = false;
    {
        FileWork work;
        work.start(
            [&](const FileProgress &report) {
                started.release();
                while (report(1, 2)) {}
                ended = true;
            },
            [] { QFAIL("nobody is there to hear of it"); });
        started.acquire();
    }
    QVERIFY(ended);
}

CASEBOOK_GUI_TEST(TestFileWork)
#include "tst_filework.moc"
