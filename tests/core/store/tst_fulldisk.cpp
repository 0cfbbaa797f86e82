#include "core/store/fileoperations.h"
#include "core/store/journal.h"
#include "core/store/replacefile.h"
#include "core/store/savefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <sched.h>
#include <sys/mount.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray before = "before\n";
const QByteArray after = QByteArray("after, and longer\n").repeated(2000);

bool put(const char *path, const QByteArray &text)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

// Mounts of our own, which nobody else sees and which go with the process. Without the right to make them, as the root
// of a user namespace. To be called while there is one thread.
bool mayMount()
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        put("/proc/self/setgroups", "deny");
        put("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1");
        put("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1");
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

bool canMount = false;

} // namespace

/// A disk that is really full: a small one in memory.
class TestFullDisk : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void save();
    void create();
    void copy();
    void journal();
    void noFileMore();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray read(const QString &name) const;
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    void fill() const;
    void makeRoom() const { QFile::remove(path(u"ballast"_s)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFullDisk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QByteArray folder = QFile::encodeName(m_folder->path());
    if (!canMount || ::mount("casebook-test", folder.constData(), "tmpfs", 0, "size=256k,nr_inodes=32,mode=0700") != 0)
        QSKIP("only root, or the root of a user namespace, may mount a small disk");
    QFile a(path(u"a.md"_s));
    QVERIFY(a.open(QIODevice::WriteOnly));
    QCOMPARE(a.write(before), before.size());
}

void TestFullDisk::cleanup()
{
    ::umount2(QFile::encodeName(m_folder->path()).constData(), MNT_DETACH);
}

QByteArray TestFullDisk::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

void TestFullDisk::fill() const
{
    QFile ballast(path(u"ballast"_s));
    QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (ballast.write(QByteArray(1024, 'x')) == 1024) {}
}

void TestFullDisk::save()
{
    fill();
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before));
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"disk is full"_s), qPrintable(outcome.error().message));
    QVERIFY(outcome.error().message.startsWith(path(u"a.md"_s)));
    QCOMPARE(read(u"a.md"_s), before);
    QCOMPARE(names(), (QStringList{u"a.md"_s, u"ballast"_s}));
    makeRoom();
    const auto again = saveFile(path(u"a.md"_s), after, contentHash(before));
    QVERIFY(again);
    QCOMPARE(read(u"a.md"_s), after);
}

void TestFullDisk::create()
{
    fill();
    const auto created = createFile(m_folder->path(), u"new/b.md"_s, after);
    QVERIFY(!created);
    QVERIFY2(created.error().message.contains(u"disk is full"_s), qPrintable(created.error().message));
    QCOMPARE(names(), (QStringList{u"a.md"_s, u"ballast"_s}));
}

void TestFullDisk::copy()
{
    fill();
    const auto copied = replaceFile(path(u"copy.md"_s), after);
    QVERIFY(!copied);
    QVERIFY2(copied.error().message.contains(u"disk is full"_s), qPrintable(copied.error().message));
    QCOMPARE(names(), (QStringList{u"a.md"_s, u"ballast"_s}));
}

void TestFullDisk::journal()
{
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder->path()));
    const QString root = QDir::tempPath();
    Journal journal(root);
    QVERIFY(journal.write({root, u"a.md"_s, before, before, QDateTime::currentDateTimeUtc()}));
    fill();
    const auto written = journal.write({root, u"a.md"_s, before, after, QDateTime::currentDateTimeUtc()});
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(u"disk is full"_s), qPrintable(written.error().message));
    makeRoom();
    QVERIFY(journal.write({root, u"a.md"_s, before, after, QDateTime::currentDateTimeUtc()}));
}

void TestFullDisk::noFileMore()
{
    for (int i = 0; i < 100; ++i)
        QFile(path(QString::number(i))).open(QIODevice::WriteOnly);
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before));
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"disk is full"_s), qPrintable(outcome.error().message));
    QCOMPARE(read(u"a.md"_s), before);
}

int main(int argc, char **argv)
{
    canMount = mayMount();
    QCoreApplication application(argc, argv);
    TestFullDisk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fulldisk.moc"
