#include "core/store/fileoperations.h"
#include "tests/core/store/failingcalls.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// A trash that seems to be on another disk: files cannot be moved out of it, only copied.
class OtherDisk : public SystemCalls {
public:
    int renameNew(const QByteArray &from, const QByteArray &to) override
    {
        return from.contains("/Trash/") ? EXDEV : SystemCalls::renameNew(from, to);
    }
};

} // namespace

/// Every test has a corpus whose one file, cases/x/a.md, has been moved to the trash.
class TestRestore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void bringsBack();
    void makesTheFolderAgain();
    void bringsBackFromAnotherDisk();
    void overwritesNothing_data();
    void overwritesNothing();
    void emptiedTrash();
    void outside();
    void readOnlyFolder();
    void faults_data();
    void faults();

private:
    QString path(const QString &name) const { return m_root + u'/' + name; }
    QString note() const { return QString(m_place).replace(u"/files/"_s, u"/info/"_s) + u".trashinfo"; }
    QByteArray read(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
    QString m_place;
};

void TestRestore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("HOME", QFile::encodeName(m_folder->path()));
    qunsetenv("XDG_DATA_HOME");
    m_root = QFileInfo(m_folder->path()).canonicalFilePath() + u"/corpus"_s;
    QVERIFY(QDir().mkpath(m_root));
    QVERIFY(createFile(m_root, u"cases/x/a.md"_s, "a\n"));
    ::chmod(qPrintable(path(u"cases/x/a.md"_s)), 0640);
    const auto place = moveToTrash(m_root, u"cases/x/a.md"_s);
    QVERIFY2(place, place ? "" : qPrintable(place.error().message));
    m_place = *place;
    QVERIFY(QFile::exists(note()));
}

QByteArray TestRestore::read(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

void TestRestore::bringsBack()
{
    const auto restored = restoreFromTrash(m_root, m_place, u"cases/x/a.md"_s);
    QVERIFY2(restored, restored ? "" : qPrintable(restored.error().message));
    QCOMPARE(*restored, path(u"cases/x/a.md"_s));
    QCOMPARE(read(*restored), "a\n"_ba);
    QVERIFY(!QFile::exists(m_place));
    QVERIFY(!QFile::exists(note()));
}

void TestRestore::makesTheFolderAgain()
{
    QVERIFY(QDir(path(u"cases"_s)).removeRecursively());
    QVERIFY(restoreFromTrash(m_root, m_place, u"cases/x/a.md"_s));
    QCOMPARE(read(path(u"cases/x/a.md"_s)), "a\n"_ba);
}

void TestRestore::bringsBackFromAnotherDisk()
{
    OtherDisk calls;
    const auto restored = restoreFromTrash(m_root, m_place, u"cases/x/a.md"_s, calls);
    QVERIFY2(restored, restored ? "" : qPrintable(restored.error().message));
    QCOMPARE(read(path(u"cases/x/a.md"_s)), "a\n"_ba);
    struct stat state = {};
    QCOMPARE(::stat(qPrintable(*restored), &state), 0);
    QCOMPARE(state.st_mode & 0777, mode_t(0640));
    QVERIFY(!QFile::exists(m_place));
    QVERIFY(!QFile::exists(note()));
    QCOMPARE(QDir(path(u"cases/x"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.md"_s});
}

void TestRestore::overwritesNothing_data()
{
    QTest::addColumn<bool>("otherDisk");
    QTest::newRow("same disk") << false;
    QTest::newRow("another disk") << true;
}

void TestRestore::overwritesNothing()
{
    QFETCH(bool, otherDisk);
    QVERIFY(createFile(m_root, u"cases/x/a.md"_s, "another\n"));
    OtherDisk other;
    const auto restored = restoreFromTrash(m_root, m_place, u"cases/x/a.md"_s, otherDisk ? other : SystemCalls::real());
    QVERIFY(!restored);
    QVERIFY2(restored.error().message.contains(u"exists already"), qPrintable(restored.error().message));
    QCOMPARE(read(path(u"cases/x/a.md"_s)), "another\n"_ba);
    QCOMPARE(read(m_place), "a\n"_ba);
    QVERIFY(QFile::exists(note()));
}

void TestRestore::emptiedTrash()
{
    QVERIFY(QFile::remove(m_place));
    const auto restored = restoreFromTrash(m_root, m_place, u"cases/x/a.md"_s);
    QVERIFY(!restored);
    QVERIFY2(restored.error().message.contains(u"not in the trash any more"), qPrintable(restored.error().message));
    QVERIFY(!restoreFromTrash(m_root, {}, u"cases/x/a.md"_s));
}

void TestRestore::outside()
{
    QVERIFY(!restoreFromTrash(m_root, m_place, u"../a.md"_s));
    QCOMPARE(read(m_place), "a\n"_ba);
}

void TestRestore::readOnlyFolder()
{
    ::chmod(qPrintable(path(u"cases/x"_s)), 0555);
    const auto restored = restoreFromTrash(m_root, m_place, u"cases/x/a.md"_s);
    ::chmod(qPrintable(path(u"cases/x"_s)), 0755);
    QVERIFY(!restored);
    QVERIFY(restored.error().message.contains(u"read-only"));
    QCOMPARE(read(m_place), "a\n"_ba);
}

void TestRestore::faults_data()
{
    QTest::addColumn<int>("call");
    QTest::newRow("folder") << int(FailingCalls::MakeFolder);
    QTest::newRow("rename") << int(FailingCalls::RenameNew);
}

void TestRestore::faults()
{
    QFETCH(int, call);
    QVERIFY(QDir(path(u"cases"_s)).removeRecursively());
    FailingCalls calls;
    calls.failing = static_cast<FailingCalls::Call>(call);
    const auto restored = restoreFromTrash(m_root, m_place, u"cases/x/a.md"_s, calls);
    QVERIFY(!restored);
    QVERIFY(restored.error().message.contains(u"a.md"_s));
    QCOMPARE(read(m_place), "a\n"_ba);
    QVERIFY(QFile::exists(note()));
    QVERIFY(!QFile::exists(path(u"cases"_s)));
}

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
