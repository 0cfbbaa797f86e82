#include "core/store/lockfile.h"
#include "core/store/presence.h"
#include "core/store/statefolder.h"
#include "tests/core/store/statehome.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSysInfo>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

// A process that does something, says so, and waits to be killed.
class Child {
public:
    template<typename Work>
    explicit Child(Work work)
    {
        int ends[2];
        if (::pipe(ends) != 0)
            qFatal("no pipe");
        m_process = ::fork();
        if (m_process == 0) {
            work([&ends] {
                [[maybe_unused]] const ssize_t told = ::write(ends[1], "x", 1);
                for (;;)
                    ::pause();
            });
            ::_exit(1);
        }
        ::close(ends[1]);
        char told = 0;
        m_ready = ::read(ends[0], &told, 1) == 1;
        ::close(ends[0]);
    }
    ~Child() { kill(); }
    Q_DISABLE_COPY_MOVE(Child)

    bool isReady() const { return m_ready; }
    pid_t process() const { return m_process; }
    void kill()
    {
        if (m_process <= 0)
            return;
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
        m_process = 0;
    }

private:
    pid_t m_process = 0;
    bool m_ready = false;
};

} // namespace

/// Locks, and who else has a corpus open. Every test has a state folder and a corpus of its own.
class TestLockFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void stateFolderFollowsTheSpecification();
    void oneCorpusOneFolder();
    void takesAndFrees();
    void onlyOneTakesIt();
    void cannotBeMade();
    void freeWhenItsProcessIsKilled();
    void damagedFile();
    void nobodyElse();
    void twoWindows();
    void deadProcessIsForgotten();
    void withoutAStateFolder();

private:
    QString lockPath() const { return m_home->path() + u"/a.lock"_s; }

    std::unique_ptr<StateHome> m_home;
    std::unique_ptr<QTemporaryDir> m_corpus;
};

void TestLockFile::init()
{
    m_home = std::make_unique<StateHome>();
    m_corpus = std::make_unique<QTemporaryDir>();
}

void TestLockFile::stateFolderFollowsTheSpecification()
{
    QCOMPARE(stateFolder(), QString(m_home->path() + u"/casebook"_s));
    const auto restore = qScopeGuard([home = qgetenv("HOME")] { qputenv("HOME", home); });
    qputenv("HOME", "/somewhere");
    qputenv("XDG_STATE_HOME", "relative/paths/do/not/count");
    QCOMPARE(stateFolder(), u"/somewhere/.local/state/casebook"_s);
    qunsetenv("XDG_STATE_HOME");
    QCOMPARE(stateFolder(), u"/somewhere/.local/state/casebook"_s);
}

void TestLockFile::oneCorpusOneFolder()
{
    const QString real = m_corpus->path();
    const QString link = m_home->path() + u"/link"_s;
    QVERIFY(QFile::link(real, link));
    QCOMPARE(corpusStateFolder(link), corpusStateFolder(real));
    QCOMPARE(corpusStateFolder(real + u"/x/.."_s), corpusStateFolder(real));
    QVERIFY(corpusStateFolder(real) != corpusStateFolder(m_home->path()));
    QVERIFY(corpusStateFolder(real).startsWith(stateFolder() + u'/'));
    const QString here = corpusStateFolder(real);
    QVERIFY(QDir(real).removeRecursively());
    QCOMPARE(corpusStateFolder(real), here); // what is gone is still known by its place
}

void TestLockFile::takesAndFrees()
{
    LockFile lock(lockPath());
    QVERIFY(!lock.isTaken());
    QVERIFY(!LockFile::holderOf(lockPath()));
    QCOMPARE(lock.take(), 0);
    QVERIFY(lock.isTaken());
    QCOMPARE(LockFile::holderOf(lockPath()), (LockFile::Holder{::getpid(), QSysInfo::machineHostName()}));
    lock.release();
    QVERIFY(!QFile::exists(lockPath()));
    QCOMPARE(lock.take(), 0);
}

void TestLockFile::onlyOneTakesIt()
{
    LockFile first(lockPath());
    LockFile second(lockPath());
    QCOMPARE(first.take(), 0);
    QCOMPARE(second.take(), EAGAIN);
    QVERIFY(!second.isTaken());
    QVERIFY(LockFile::holderOf(lockPath())); // which disturbs nobody
    QCOMPARE(second.take(), EAGAIN);
    first.release();
    QCOMPARE(second.take(), 0);
}

void TestLockFile::cannotBeMade()
{
    LockFile lock(m_home->path() + u"/none/a.lock"_s);
    QCOMPARE(lock.take(), ENOENT);
    QVERIFY(!lock.isTaken());
}

void TestLockFile::freeWhenItsProcessIsKilled()
{
    Child child([this](const auto &ready) {
        LockFile lock(lockPath());
        if (lock.take() == 0)
            ready();
    });
    QVERIFY(child.isReady());
    LockFile lock(lockPath());
    QCOMPARE(lock.take(), EAGAIN);
    QCOMPARE(LockFile::holderOf(lockPath())->process, child.process());
    child.kill();
    QVERIFY(QFile::exists(lockPath()));
    QVERIFY(!LockFile::holderOf(lockPath()));
    QCOMPARE(lock.take(), 0);
    QCOMPARE(LockFile::holderOf(lockPath())->process, ::getpid());
}

void TestLockFile::damagedFile()
{
    QFile file(lockPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("\xff\n\n"), 3);
    file.close();
    QVERIFY(!LockFile::holderOf(lockPath()));
    LockFile lock(lockPath());
    QCOMPARE(lock.take(), 0);
}

void TestLockFile::nobodyElse()
{
    const Presence here(m_corpus->path());
    QCOMPARE(here.others(), QList<LockFile::Holder>());
    const Presence elsewhere(m_home->path());
    QCOMPARE(here.others(), QList<LockFile::Holder>());
}

void TestLockFile::twoWindows()
{
    const LockFile::Holder self{::getpid(), QSysInfo::machineHostName()};
    auto first = std::make_unique<Presence>(m_corpus->path());
    const Presence second(m_corpus->path());
    QCOMPARE(second.others(), QList<LockFile::Holder>{self});
    QCOMPARE(first->others(), QList<LockFile::Holder>{self});
    const Presence third(m_corpus->path());
    first.reset();
    QCOMPARE(third.others(), QList<LockFile::Holder>{self}); // the second is still there
}

void TestLockFile::deadProcessIsForgotten()
{
    Child child([this](const auto &ready) {
        const Presence presence(m_corpus->path());
        ready();
    });
    QVERIFY(child.isReady());
    const Presence here(m_corpus->path());
    QCOMPARE(here.others().size(), 1);
    QCOMPARE(here.others().first().process, child.process());
    child.kill();
    QCOMPARE(here.others(), QList<LockFile::Holder>());
    QCOMPARE(QDir(here.folder()).entryList(QDir::Files).size(), 1); // our own
}

void TestLockFile::withoutAStateFolder()
{
    QFile file(stateFolder());
    QVERIFY(file.open(QIODevice::WriteOnly)); // a file in its place
    const Presence here(m_corpus->path());
    QCOMPARE(here.others(), QList<LockFile::Holder>());
}

QTEST_GUILESS_MAIN(TestLockFile)
#include "tst_lockfile.moc"
