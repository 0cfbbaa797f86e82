#include "core/store/savefile.h"
#include "tests/core/store/failingcalls.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <utime.h>

using namespace casebook;
using namespace Qt::StringLiterals;
using Kind = SaveOutcome::Kind;

namespace {
const QByteArray before = "before\n";
const QByteArray after = "after, and longer\n";
} // namespace

class TestSaveFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void reads();
    void refusesToRead_data();
    void refusesToRead();
    void hash();
    void saves();
    void savesNothing();
    void unchangedBytesAreNotWritten();
    void changedOnDisk();
    void changedOnDiskToWhatIsSaved();
    void onlyTheTimeStampChanged();
    void deletedMeanwhile();
    void folderDeletedMeanwhile();
    void changedWhileWriting();
    void deletedWhileWriting();
    void keepsMode_data();
    void keepsMode();
    void keepsOwner();
    void keepsLink();
    void savesAfterALongName();
    void readOnlyFile();
    void readOnlyFolder();
    void faults_data();
    void faults();
    void folderNotFlushed_data();
    void folderNotFlushed();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &name) const;
    QStringList names() const;
    mode_t mode(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSaveFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"a.md"_s, before);
}

void TestSaveFile::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestSaveFile::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QStringList TestSaveFile::names() const
{
    return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

mode_t TestSaveFile::mode(const QString &name) const
{
    struct stat state = {};
    return ::stat(QFile::encodeName(path(name)).constData(), &state) == 0 ? state.st_mode & 07777 : 0;
}

void TestSaveFile::reads()
{
    const QByteArray bytes = QByteArray("a\0b\r\n\xff", 6).repeated(100000);
    write(u"b.md"_s, bytes);
    const auto content = readFile(path(u"b.md"_s));
    QVERIFY(content);
    QCOMPARE(content->bytes, bytes);
    QCOMPARE(content->hash, contentHash(bytes));
    write(u"empty.md"_s, {});
    QVERIFY(readFile(path(u"empty.md"_s)));
    QVERIFY(readFile(u"/proc/self/status"_s)); // a file that has no size
}

void TestSaveFile::refusesToRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("limit");
    QTest::newRow("not there") << u"gone.md"_s << caseFileLimit;
    QTest::newRow("a folder") << u"."_s << caseFileLimit;
    QTest::newRow("a pipe") << u"pipe"_s << caseFileLimit;
    QTest::newRow("one byte too many") << u"a.md"_s << qint64(before.size() - 1);
}

void TestSaveFile::refusesToRead()
{
    QFETCH(QString, name);
    QFETCH(qint64, limit);
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    const auto content = readFile(path(name), limit);
    QVERIFY(!content);
    QVERIFY2(content.error().message.startsWith(path(name)), qPrintable(content.error().message));
    QVERIFY(readFile(path(u"a.md"_s), before.size()));
}

void TestSaveFile::hash()
{
    QCOMPARE(contentHash("").toHex(), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QVERIFY(contentHash(before) != contentHash(after));
}

void TestSaveFile::saves()
{
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Saved);
    QCOMPARE(outcome->onDisk.bytes, after);
    QCOMPARE(outcome->onDisk.hash, contentHash(after));
    QCOMPARE(read(u"a.md"_s), after);
    QCOMPARE(names(), QStringList{u"a.md"_s});
}

void TestSaveFile::savesNothing()
{
    const auto outcome = saveFile(path(u"a.md"_s), {}, contentHash(before));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Saved);
    QCOMPARE(QFileInfo(path(u"a.md"_s)).size(), 0);
}

void TestSaveFile::unchangedBytesAreNotWritten()
{
    QVERIFY(QFile::setPermissions(path(u"a.md"_s), QFile::ReadOwner)); // no obstacle where nothing is written
    FailingCalls calls;
    const auto outcome = saveFile(path(u"a.md"_s), before, contentHash(before), calls);
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Saved);
    QCOMPARE(calls.createdFiles, 0);
}

void TestSaveFile::changedOnDisk()
{
    write(u"a.md"_s, "theirs\n");
    FailingCalls calls;
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before), calls);
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Conflict);
    QCOMPARE(outcome->onDisk.bytes, QByteArray("theirs\n"));
    QCOMPARE(outcome->onDisk.hash, contentHash("theirs\n"));
    QCOMPARE(read(u"a.md"_s), QByteArray("theirs\n"));
    QCOMPARE(calls.createdFiles, 0);
}

void TestSaveFile::changedOnDiskToWhatIsSaved()
{
    write(u"a.md"_s, after);
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Saved);
}

void TestSaveFile::onlyTheTimeStampChanged()
{
    const utimbuf times = {1000, 1000};
    QCOMPARE(::utime(QFile::encodeName(path(u"a.md"_s)).constData(), &times), 0);
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Saved);
}

void TestSaveFile::deletedMeanwhile()
{
    QVERIFY(QFile::remove(path(u"a.md"_s)));
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Deleted);
    QCOMPARE(names(), QStringList());
}

void TestSaveFile::folderDeletedMeanwhile()
{
    const auto outcome = saveFile(path(u"gone/a.md"_s), after, contentHash(before));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Deleted);
    QCOMPARE(names(), QStringList{u"a.md"_s});
}

void TestSaveFile::changedWhileWriting()
{
    FailingCalls calls;
    calls.beforeFlush = [this] { write(u"a.md"_s, "theirs\n"); };
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before), calls);
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Conflict);
    QCOMPARE(read(u"a.md"_s), QByteArray("theirs\n"));
    QCOMPARE(names(), QStringList{u"a.md"_s});
}

void TestSaveFile::deletedWhileWriting()
{
    FailingCalls calls;
    calls.beforeFlush = [this] { QFile::remove(path(u"a.md"_s)); };
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before), calls);
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Deleted);
    QCOMPARE(names(), QStringList());
}

void TestSaveFile::keepsMode_data()
{
    QTest::addColumn<int>("wanted");
    QTest::newRow("usual") << 0644;
    QTest::newRow("for the group") << 0664;
    QTest::newRow("private") << 0600;
    QTest::newRow("executable") << 0755;
    QTest::newRow("for everyone, whatever the mask") << 0666;
}

void TestSaveFile::keepsMode()
{
    QFETCH(int, wanted);
    QCOMPARE(::chmod(QFile::encodeName(path(u"a.md"_s)).constData(), static_cast<mode_t>(wanted)), 0);
    QVERIFY(saveFile(path(u"a.md"_s), after, contentHash(before)));
    QCOMPARE(mode(u"a.md"_s), static_cast<mode_t>(wanted));
}

void TestSaveFile::keepsOwner()
{
    const QByteArray file = QFile::encodeName(path(u"a.md"_s));
    if (::chown(file.constData(), 12345, 12346) != 0)
        QSKIP("only root may give files away");
    QVERIFY(saveFile(path(u"a.md"_s), after, contentHash(before)));
    struct stat state = {};
    QCOMPARE(::stat(file.constData(), &state), 0);
    QCOMPARE(state.st_uid, 12345u);
    QCOMPARE(state.st_gid, 12346u);
}

void TestSaveFile::keepsLink()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"real"_s));
    write(u"real/target.md"_s, before);
    QVERIFY(QFile::link(u"real/target.md"_s, path(u"link.md"_s)));
    const auto outcome = saveFile(path(u"link.md"_s), after, contentHash(before));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Saved);
    QVERIFY(QFileInfo(path(u"link.md"_s)).isSymLink());
    QVERIFY(!QFileInfo(path(u"real/target.md"_s)).isSymLink());
    QCOMPARE(read(u"real/target.md"_s), after);
}

void TestSaveFile::savesAfterALongName()
{
    const QString name = QString(252, u'n') + u".md"_s; // no room for anything beside it
    write(name, before);
    const auto outcome = saveFile(path(name), after, contentHash(before));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(read(name), after);

    const auto tooLong = saveFile(path(QString(300, u'n')), after, contentHash(before));
    QVERIFY(!tooLong);
    QVERIFY(tooLong.error().message.contains(u"too long"_s));
}

void TestSaveFile::readOnlyFile()
{
    QCOMPARE(::chmod(QFile::encodeName(path(u"a.md"_s)).constData(), 0444), 0);
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before));
    QVERIFY(!outcome);
    QVERIFY(outcome.error().message.startsWith(path(u"a.md"_s)));
    QVERIFY(outcome.error().message.contains(u"read-only"_s));
    QCOMPARE(read(u"a.md"_s), before);
    QCOMPARE(names(), QStringList{u"a.md"_s});
}

void TestSaveFile::readOnlyFolder()
{
    const QByteArray folder = QFile::encodeName(m_folder->path());
    QCOMPARE(::chmod(folder.constData(), 0555), 0);
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before));
    QCOMPARE(::chmod(folder.constData(), 0755), 0);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(m_folder->path() + u" is read-only"_s),
             qPrintable(outcome.error().message));
    QCOMPARE(read(u"a.md"_s), before);
}

void TestSaveFile::faults_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("writtenFirst");
    QTest::addColumn<QString>("says");
    for (const Fault &fault : everyFault())
        QTest::newRow(fault.name.constData()) << int(fault.call) << fault.error << 7 << fault.says;
    QTest::newRow("no room for the name") << int(FailingCalls::CreateNew) << ENOSPC << 0 << u"disk is full"_s;
    QTest::newRow("may not create") << int(FailingCalls::CreateNew) << EACCES << 0 << u"not allowed"_s;
    QTest::newRow("disk is read-only") << int(FailingCalls::CreateNew) << EROFS << 0 << u"read-only disk"_s;
    QTest::newRow("no room") << int(FailingCalls::Write) << ENOSPC << 0 << u"disk is full"_s;
    QTest::newRow("no room after 5 bytes") << int(FailingCalls::Write) << ENOSPC << 5 << u"disk is full"_s;
    QTest::newRow("quota after 5 bytes") << int(FailingCalls::Write) << EDQUOT << 5 << u"disk is full"_s;
    QTest::newRow("mode") << int(FailingCalls::SetMode) << EPERM << 0 << u"not allowed"_s;
    QTest::newRow("flush") << int(FailingCalls::Flush) << EIO << 0 << u"reported an error"_s;
    QTest::newRow("rename") << int(FailingCalls::Rename) << EACCES << 0 << u"not allowed"_s;
}

void TestSaveFile::faults()
{
    QFETCH(int, call);
    QFETCH(int, error);
    QFETCH(int, writtenFirst);
    QFETCH(QString, says);
    FailingCalls calls;
    calls.failing = static_cast<FailingCalls::Call>(call);
    calls.error = error;
    calls.writtenFirst = writtenFirst;
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before), calls);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(says), qPrintable(outcome.error().message));
    QVERIFY(outcome.error().message.contains(path(u"a.md"_s)));
    QCOMPARE(read(u"a.md"_s), before);
    QCOMPARE(names(), QStringList{u"a.md"_s});
}

void TestSaveFile::folderNotFlushed_data()
{
    QTest::addColumn<int>("error");
    QTest::newRow("no room") << ENOSPC;
    QTest::newRow("broken disk") << EIO;
    QTest::newRow("not allowed") << EACCES;
}

void TestSaveFile::folderNotFlushed()
{
    QFETCH(int, error);
    FailingCalls calls;
    calls.failing = FailingCalls::FlushFolder;
    calls.error = error;
    const auto outcome = saveFile(path(u"a.md"_s), after, contentHash(before), calls);
    QVERIFY(!outcome);
    QVERIFY(outcome.error().message.contains(u"was written"_s));
    QCOMPARE(read(u"a.md"_s), after);
    QCOMPARE(names(), QStringList{u"a.md"_s});
    calls.failing = FailingCalls::None;
    const auto again = saveFile(path(u"a.md"_s), after, contentHash(before), calls);
    QVERIFY(again);
    QCOMPARE(again->kind, Kind::Saved);
}

QTEST_GUILESS_MAIN(TestSaveFile)
#include "tst_savefile.moc"
