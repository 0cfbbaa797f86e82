#include "core/store/replacefile.h"
#include "tests/core/store/failingcalls.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace casebook {

using namespace Qt::StringLiterals;

class TestReplaceFile : public QObject {
    Q_OBJECT

private slots:
    void makesAFile();
    void replacesAFileAndKeepsItsMode();
    void followsALink();
    void refuses_data();
    void refuses();
    void leavesNothingBehind_data();
    void leavesNothingBehind();

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QStringList everything(const QString &folder)
    {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
};

void TestReplaceFile::makesAFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    QVERIFY(replaceFile(path, "new"));
    QCOMPARE(read(path), QByteArray("new"));
    QCOMPARE(everything(folder.path()), QStringList{u"a.pdf"_s});
}

void TestReplaceFile::replacesAFileAndKeepsItsMode()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    write(path, "old");
    const QFile::Permissions mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(path, mode));
    QVERIFY(replaceFile(path, "new"));
    QCOMPARE(read(path), QByteArray("new"));
    QCOMPARE(QFile::permissions(path) & (mode | QFile::ReadOther), mode);
}

void TestReplaceFile::followsALink()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"elsewhere"_s));
    write(folder.filePath(u"elsewhere/a.pdf"_s), "old");
    QVERIFY(QFile::link(u"elsewhere/a.pdf"_s, folder.filePath(u"a.pdf"_s)));
    QVERIFY(replaceFile(folder.filePath(u"a.pdf"_s), "new"));
    QCOMPARE(read(folder.filePath(u"elsewhere/a.pdf"_s)), QByteArray("new"));
    QVERIFY(QFileInfo(folder.filePath(u"a.pdf"_s)).isSymLink());
}

void TestReplaceFile::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("a folder that is not there") << u"none/a.pdf"_s << u"not there"_s;
    QTest::newRow("a folder") << u"folder"_s << u"is a folder"_s;
    QTest::newRow("a folder that is read-only") << u"closed/a.pdf"_s << u"read-only"_s;
    QTest::newRow("a file as a folder") << u"file/a.pdf"_s << u"is a file"_s;
}

void TestReplaceFile::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"folder"_s) && QDir(folder.path()).mkdir(u"closed"_s));
    write(folder.filePath(u"file"_s), "old");
    QVERIFY(QFile::setPermissions(folder.filePath(u"closed"_s), QFile::ReadOwner | QFile::ExeOwner));
    const Result<void> checked = checkReplaceable(folder.filePath(name));
    QVERIFY(!checked);
    QVERIFY2(checked.error().message.contains(words), qPrintable(checked.error().message));
    QVERIFY(checked.error().message.contains(folder.filePath(name)));
    QVERIFY(!replaceFile(folder.filePath(name), "new"));
    QCOMPARE(everything(folder.path()), (QStringList{u"closed"_s, u"file"_s, u"folder"_s}));
}

void TestReplaceFile::leavesNothingBehind_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("error");
    QTest::newRow("a full disk") << int(FailingCalls::Write) << ENOSPC;
    QTest::newRow("a disk that fails") << int(FailingCalls::Flush) << EIO;
    QTest::newRow("a rename that fails") << int(FailingCalls::Rename) << EACCES;
    QTest::newRow("no temporary file") << int(FailingCalls::CreateNew) << EROFS;
}

void TestReplaceFile::leavesNothingBehind()
{
    QFETCH(int, call);
    QFETCH(int, error);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    write(path, "old");
    FailingCalls calls;
    calls.failing = static_cast<FailingCalls::Call>(call);
    calls.error = error;
    calls.writtenFirst = 2;
    const Result<void> replaced = replaceFile(path, "new", calls);
    QVERIFY(!replaced);
    QVERIFY(replaced.error().message.contains(path));
    QCOMPARE(read(path), QByteArray("old"));
    QCOMPARE(everything(folder.path()), QStringList{u"a.pdf"_s});
}

} // namespace casebook

QTEST_APPLESS_MAIN(casebook::TestReplaceFile)
#include "tst_replacefile.moc"
