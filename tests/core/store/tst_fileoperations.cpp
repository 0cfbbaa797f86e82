#include "core/store/fileoperations.h"
#include "tests/core/store/failingcalls.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has a corpus of its own with one file, cases/a.md.
class TestFileOperations : public QObject {
    Q_OBJECT

private slots:
    void init();
    void creates_data();
    void creates();
    void createRefuses_data();
    void createRefuses();
    void createFaults_data();
    void createFaults();
    void newFileHasTheUsualMode();
    void renames_data();
    void renames();
    void renameRefuses_data();
    void renameRefuses();
    void renameFaults();
    void renamesTheLinkItself();
    void readOnlyFolder();
    void movesToTrash();
    void trashRefuses_data();
    void trashRefuses();

private:
    QString path(const QString &name) const { return m_root + u'/' + name; }
    QByteArray read(const QString &name) const;
    QStringList names() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
};

void TestFileOperations::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = QFileInfo(m_folder->path()).canonicalFilePath() + u"/corpus"_s;
    QVERIFY(QDir().mkpath(m_root + u"/cases"_s));
    QVERIFY(createFile(m_root, u"cases/a.md"_s, "a\n"));
}

QByteArray TestFileOperations::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

// Every file and folder of the corpus, hidden ones included.
QStringList TestFileOperations::names() const
{
    QStringList found;
    QDirIterator entries(m_root, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext())
        found.append(QDir(m_root).relativeFilePath(entries.next()));
    found.sort();
    return found;
}

void TestFileOperations::creates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("beside") << u"cases/b.md"_s << QByteArray("b\n");
    QTest::newRow("at the top") << u"b.md"_s << QByteArray("b\n");
    QTest::newRow("empty") << u"cases/b.md"_s << QByteArray();
    QTest::newRow("in new folders") << u"x/y/z/b.md"_s << QByteArray("b\n");
    QTest::newRow("a name of 255 bytes") << QString(252, u'n').append(u".md"_s) << QByteArray("b\n");
}

void TestFileOperations::creates()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const auto created = createFile(m_root, name, bytes);
    QVERIFY2(created, created ? "" : qPrintable(created.error().message));
    QCOMPARE(*created, path(name));
    QCOMPARE(read(name), bytes);
    QVERIFY(names().filter(u".tmp"_s).isEmpty());
}

void TestFileOperations::createRefuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("exists") << u"cases/a.md"_s;
    QTest::newRow("a folder of that name") << u"cases"_s;
    QTest::newRow("a file in the place of a folder") << u"cases/a.md/b.md"_s;
    QTest::newRow("outside") << u"../b.md"_s;
    QTest::newRow("hidden") << u"cases/.b.md"_s;
    QTest::newRow("too long") << QString(256, u'n');
    QTest::newRow("control character") << u"cases/\tb.md"_s;
}

void TestFileOperations::createRefuses()
{
    QFETCH(QString, name);
    const QStringList found = names();
    QVERIFY(!createFile(m_root, name, "b\n"));
    QCOMPARE(names(), found);
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("a\n"));
}

void TestFileOperations::createFaults_data()
{
    QTest::addColumn<int>("call");
    QTest::newRow("folder") << int(FailingCalls::MakeFolder);
    QTest::newRow("file") << int(FailingCalls::CreateNew);
    QTest::newRow("write") << int(FailingCalls::Write);
    QTest::newRow("flush") << int(FailingCalls::Flush);
    QTest::newRow("close") << int(FailingCalls::Close);
    QTest::newRow("rename") << int(FailingCalls::RenameNew);
}

void TestFileOperations::createFaults()
{
    QFETCH(int, call);
    const QStringList found = names();
    FailingCalls calls;
    calls.failing = static_cast<FailingCalls::Call>(call);
    calls.error = ENOSPC;
    const auto created = createFile(m_root, u"x/y/b.md"_s, "b\n", calls);
    QVERIFY(!created);
    QVERIFY2(created.error().message.contains(path(u"x/y/b.md"_s)), qPrintable(created.error().message));
    QCOMPARE(names(), found); // the folders made on the way are gone as well
}

void TestFileOperations::newFileHasTheUsualMode()
{
    const mode_t mask = ::umask(0027);
    const auto created = createFile(m_root, u"b.md"_s, "b\n");
    ::umask(mask);
    QVERIFY(created);
    struct stat state = {};
    QCOMPARE(::stat(QFile::encodeName(*created).constData(), &state), 0);
    QCOMPARE(state.st_mode & 07777, 0640u);
}

void TestFileOperations::renames_data()
{
    QTest::addColumn<QString>("to");
    QTest::newRow("beside") << u"cases/b.md"_s;
    QTest::newRow("to new folders") << u"x/y/b.md"_s;
    QTest::newRow("other case") << u"cases/A.md"_s;
}

void TestFileOperations::renames()
{
    QFETCH(QString, to);
    const auto renamed = renameFile(m_root, u"cases/a.md"_s, to);
    QVERIFY2(renamed, renamed ? "" : qPrintable(renamed.error().message));
    QCOMPARE(*renamed, path(to));
    QCOMPARE(read(to), QByteArray("a\n"));
    QVERIFY(!QFile::exists(path(u"cases/a.md"_s)));
}

void TestFileOperations::renameRefuses_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("the other one exists") << u"cases/a.md"_s << u"cases/b.md"_s;
    QTest::newRow("not there") << u"cases/gone.md"_s << u"x/c.md"_s;
    QTest::newRow("from outside") << u"../a.md"_s << u"cases/c.md"_s;
    QTest::newRow("to outside") << u"cases/a.md"_s << u"../c.md"_s;
    QTest::newRow("hidden") << u"cases/a.md"_s << u"cases/.c.md"_s;
    QTest::newRow("below itself") << u"cases/a.md"_s << u"cases/a.md/c.md"_s;
}

void TestFileOperations::renameRefuses()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QVERIFY(createFile(m_root, u"cases/b.md"_s, "b\n"));
    const QStringList found = names();
    QVERIFY(!renameFile(m_root, from, to));
    QCOMPARE(names(), found);
    QCOMPARE(read(u"cases/b.md"_s), QByteArray("b\n"));
}

void TestFileOperations::renameFaults()
{
    const QStringList found = names();
    FailingCalls calls;
    calls.failing = FailingCalls::RenameNew;
    calls.error = EACCES;
    QVERIFY(!renameFile(m_root, u"cases/a.md"_s, u"x/y/b.md"_s, calls));
    QCOMPARE(names(), found);
}

void TestFileOperations::renamesTheLinkItself()
{
    QVERIFY(QFile::link(u"a.md"_s, path(u"cases/link.md"_s)));
    QVERIFY(renameFile(m_root, u"cases/link.md"_s, u"cases/other.md"_s));
    QVERIFY(QFileInfo(path(u"cases/other.md"_s)).isSymLink());
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("a\n"));
}

void TestFileOperations::readOnlyFolder()
{
    const QByteArray folder = QFile::encodeName(path(u"cases"_s));
    QCOMPARE(::chmod(folder.constData(), 0555), 0);
    const auto created = createFile(m_root, u"cases/b.md"_s, "b\n");
    const auto renamed = renameFile(m_root, u"cases/a.md"_s, u"b.md"_s);
    const auto trashed = moveToTrash(m_root, u"cases/a.md"_s);
    QCOMPARE(::chmod(folder.constData(), 0755), 0);
    QVERIFY(!created);
    QVERIFY(!renamed);
    QVERIFY(!trashed);
    QVERIFY(trashed.error().message.contains(u"read-only"_s));
    QCOMPARE(names(), QStringList({u"cases"_s, u"cases/a.md"_s}));
}

void TestFileOperations::movesToTrash()
{
    // The trash of a home on the same disk, so that nothing is left in the trash of whoever runs the test.
    qputenv("HOME", QFile::encodeName(m_folder->path()));
    qunsetenv("XDG_DATA_HOME");
    const auto where = moveToTrash(m_root, u"cases/a.md"_s);
    QVERIFY2(where, where ? "" : qPrintable(where.error().message));
    QVERIFY(!QFile::exists(path(u"cases/a.md"_s)));
    QFile trashed(*where);
    QVERIFY2(trashed.open(QIODevice::ReadOnly), qPrintable(*where));
    QCOMPARE(trashed.readAll(), QByteArray("a\n"));
    QVERIFY(trashed.remove());
}

void TestFileOperations::trashRefuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("not there") << u"cases/gone.md"_s;
    QTest::newRow("outside") << u"../secret.md"_s;
    QTest::newRow("the corpus itself") << u"."_s;
}

void TestFileOperations::trashRefuses()
{
    QFETCH(QString, name);
    QVERIFY(!moveToTrash(m_root, name));
    QCOMPARE(names(), QStringList({u"cases"_s, u"cases/a.md"_s}));
}

QTEST_GUILESS_MAIN(TestFileOperations)
#include "tst_fileoperations.moc"
