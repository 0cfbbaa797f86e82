#include "core/store/journal.h"
#include "core/store/leftjournal.h"
#include "core/store/savefile.h"
#include "tests/core/store/statehome.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int kills = 100; // a process under the sanitizer takes long to copy
#else
constexpr int kills = 600;
#endif
constexpr int longestLife = 12'000; // µs: a few saves on a quick disk, a part of one on a slow one

/// What the tests start from; another one looks elsewhere: CASEBOOK_SEED=7 tst_killed
quint32 seed()
{
    bool given = false;
    const int number = qEnvironmentVariableIntValue("CASEBOOK_SEED", &given);
    return given ? static_cast<quint32>(number) : 1;
}

// The text of a generation, of several pages and of another length each time, so that no mixture of two is one.
QByteArray textOf(int generation)
{
    const QByteArray line = "generation " + QByteArray::number(generation) + '\n';
    return line.repeated(200 + generation % 17 * 50);
}

// The generation that a text is of; -1 where it is not a whole one.
int generationOf(const QByteArray &text)
{
    bool isNumber = false;
    const int generation = text.mid(11, text.indexOf('\n') - 11).toInt(&isNumber);
    return isNumber && text == textOf(generation) ? generation : -1;
}

/// What a child tells of itself, in memory that outlives it.
struct Progress {
    volatile int kept = 0;  // the last generation whose journal is written
    volatile int saved = 0; // the last one whose save was reported to be done
};

/// Kills its own process before a call, or in the midst of a write.
class KillingCalls : public SystemCalls {
public:
    explicit KillingCalls(int lifetime) : m_left(lifetime) {}

    int createNew(const QByteArray &path, mode_t mode, int &descriptor) override
    {
        return step(), SystemCalls::createNew(path, mode, descriptor);
    }
    int write(int descriptor, const QByteArray &bytes) override
    {
        step();
        if (m_left == 0)
            SystemCalls::write(descriptor, bytes.first(bytes.size() / 2));
        return step(), SystemCalls::write(descriptor, bytes);
    }
    int setOwnerAndMode(int descriptor, uid_t owner, gid_t group, mode_t mode) override
    {
        return step(), SystemCalls::setOwnerAndMode(descriptor, owner, group, mode);
    }
    int copyAttributes(const QByteArray &from, int descriptor) override
    {
        return step(), SystemCalls::copyAttributes(from, descriptor);
    }
    int flush(int descriptor) override { return step(), SystemCalls::flush(descriptor); }
    int close(int descriptor) override { return step(), SystemCalls::close(descriptor); }
    int rename(const QByteArray &from, const QByteArray &to) override { return step(), SystemCalls::rename(from, to); }
    int makeFolder(const QByteArray &path, mode_t mode) override { return step(), SystemCalls::makeFolder(path, mode); }
    int removeFile(const QByteArray &path) override { return step(), SystemCalls::removeFile(path); }
    int flushFolder(const QByteArray &path) override { return step(), SystemCalls::flushFolder(path); }

private:
    void step()
    {
        if (m_left-- == 0)
            ::raise(SIGKILL);
    }

    int m_left;
};

} // namespace

/// A child keeps unsaved text in the journal and saves it, again and again, and is killed. Afterwards the file is the
/// old one or the new one, whole, never older than what was reported as saved, and what the journal offers is newer.
class TestKilled : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void atRandom();
    void atEachCall();

private:
    QString file() const { return m_root + u"/a.md"_s; }
    pid_t startChild(const std::function<bool()> &work) const;
    bool keepAndSave(int generation, SystemCalls &calls) const;
    void checkAfter(int &generation);

    std::unique_ptr<StateHome> m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
    Progress *m_progress = nullptr;
    int m_offered = 0;
    int m_temporary = 0;
};

void TestKilled::initTestCase()
{
    void *shared = ::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    QVERIFY(shared != MAP_FAILED);
    m_progress = new (shared) Progress;
}

void TestKilled::cleanupTestCase()
{
    ::munmap(m_progress, sizeof(Progress));
}

void TestKilled::init()
{
    m_home = std::make_unique<StateHome>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = QFileInfo(m_folder->path()).canonicalFilePath();
    *m_progress = {};
    m_offered = 0;
    m_temporary = 0;
    QFile a(file());
    QVERIFY(a.open(QIODevice::WriteOnly));
    QCOMPARE(a.write(textOf(0)), textOf(0).size());
}

// A process that works until it is killed, or for as long as `work` answers true.
pid_t TestKilled::startChild(const std::function<bool()> &work) const
{
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    while (work()) {}
    ::_exit(0);
}

// One edit: its text is kept, saved, and not kept any longer.
bool TestKilled::keepAndSave(int generation, SystemCalls &calls) const
{
    const QByteArray before = textOf(generation - 1);
    const QByteArray after = textOf(generation);
    Journal journal(m_root, calls);
    if (!journal.write({m_root, u"a.md"_s, before, after, QDateTime::currentDateTimeUtc()}))
        return false;
    m_progress->kept = generation;
    const auto outcome = saveFile(file(), after, contentHash(before), calls);
    if (!outcome || outcome->kind != SaveOutcome::Kind::Saved)
        return false;
    m_progress->saved = generation;
    journal.remove();
    return true;
}

// Looks at what a killed child has left, and puts the generation of the file into `generation`.
void TestKilled::checkAfter(int &generation)
{
    QFile a(file());
    QVERIFY(a.open(QIODevice::ReadOnly));
    generation = generationOf(a.readAll());
    QVERIFY2(generation >= 0, "the file is not a whole one");
    QVERIFY2(generation == m_progress->saved || generation == m_progress->saved + 1, "a save was lost");

    const LeftJournals left = claimLeftJournals(m_root);
    QVERIFY(left.damaged.isEmpty());
    QVERIFY(left.journals.size() <= 1);
    if (m_progress->kept > generation)
        QCOMPARE(left.journals.size(), 1);
    for (const LeftJournal &journal : left.journals) {
        const int kept = generationOf(journal.unsaved.text);
        QVERIFY2(kept == generation + 1, "what is offered is not the newer text");
        QVERIFY(kept >= m_progress->kept);
        QCOMPARE(generationOf(journal.unsaved.base), generation);
        QVERIFY(journal.discard());
        ++m_offered;
    }
    for (const QString &name : QDir(m_root).entryList({u".casebook-*.tmp"_s}, QDir::Files | QDir::Hidden)) {
        QVERIFY(QFile::remove(m_root + u'/' + name));
        ++m_temporary;
    }
    m_progress->kept = generation;
    m_progress->saved = generation;
}

void TestKilled::atRandom()
{
    QRandomGenerator random(seed());
    int generation = 0;
    for (int i = 0; i < kills; ++i) {
        const auto life = static_cast<useconds_t>(random.bounded(longestLife));
        int next = generation;
        const pid_t child = startChild([&] { return keepAndSave(++next, SystemCalls::real()); });
        QVERIFY(child > 0);
        ::usleep(life);
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY2(WIFSIGNALED(status), "the child could not save");
        checkAfter(generation);
        if (QTest::currentTestFailed()) {
            qWarning("Seed %u, kill %d, after %u µs", seed(), i, life);
            return;
        }
    }
    qInfo("%d kills: %d saves were done, %d texts were offered, %d temporary files were left", kills, generation,
          m_offered, m_temporary);
    QVERIFY(generation > 0); // it was not always killed before it had begun
    QVERIFY(m_offered > 0);
}

void TestKilled::atEachCall()
{
    int generation = 0;
    int calls = 0;
    for (bool killed = true; killed; ++calls) {
        const pid_t child = startChild([&] {
            KillingCalls killing(calls);
            if (!keepAndSave(generation + 1, killing))
                ::_exit(1);
            return false;
        });
        QVERIFY(child > 0);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        killed = WIFSIGNALED(status);
        QVERIFY2(killed || WEXITSTATUS(status) == 0, "the child could not save");
        checkAfter(generation);
        if (QTest::currentTestFailed()) {
            qWarning("killed before call %d", calls);
            return;
        }
    }
    QVERIFY(calls > 15); // those of a journal and of a save
    QVERIFY(m_offered >= 6);
    QVERIFY(m_temporary >= 4);
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
