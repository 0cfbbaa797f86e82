#include "core/store/outputfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>
#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestOutputFile : public QObject {
    Q_OBJECT

private slots:
    void init();

    void makesANewFile();
    void replacesOnlyOnCommit();
    void leavesNothingWithoutACommit();
    void keepsModeAndLink();
    void takesAFileThatWasReplacedMeanwhile();
    void refuses_data();
    void refuses();
    void tellsThatTheDiskIsFull();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray read(const QString &name) const;
    void write(const QString &path, const QByteArray &bytes) const;
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOutputFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QByteArray TestOutputFile::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestOutputFile::write(const QString &where, const QByteArray &bytes) const
{
    QFile file(where);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void TestOutputFile::makesANewFile()
{
    OutputFile file(path(u"new.json"_s));
    QVERIFY(file.open());
    write(file.temporaryPath(), "new");
    QVERIFY(file.commit());
    QCOMPARE(names(), QStringList{u"new.json"_s});
    QCOMPARE(read(u"new.json"_s), QByteArray("new"));
    const mode_t mask = ::umask(0);
    ::umask(mask);
    struct stat state = {};
    QCOMPARE(::stat(QFile::encodeName(path(u"new.json"_s)).constData(), &state), 0);
    QCOMPARE(state.st_mode & 07777U, 0666U & ~mask);
}

void TestOutputFile::replacesOnlyOnCommit()
{
    write(path(u"a.json"_s), "old");
    OutputFile file(path(u"a.json"_s));
    QVERIFY(file.open());
    write(file.temporaryPath(), "new");
    QCOMPARE(read(u"a.json"_s), QByteArray("old"));
    QVERIFY(file.commit());
    QCOMPARE(read(u"a.json"_s), QByteArray("new"));
    QCOMPARE(names(), QStringList{u"a.json"_s});
}

void TestOutputFile::leavesNothingWithoutACommit()
{
    write(path(u"a.json"_s), "old");
    {
        OutputFile file(path(u"a.json"_s));
        QVERIFY(file.open());
        write(file.temporaryPath(), "half");
    }
    QCOMPARE(names(), QStringList{u"a.json"_s});
    QCOMPARE(read(u"a.json"_s), QByteArray("old"));
}

void TestOutputFile::keepsModeAndLink()
{
    write(path(u"real.json"_s), "old");
    QCOMPARE(::chmod(QFile::encodeName(path(u"real.json"_s)).constData(), 0640), 0);
    QVERIFY(QFile::link(path(u"real.json"_s), path(u"link.json"_s)));
    OutputFile file(path(u"link.json"_s));
    QVERIFY(file.open());
    write(file.temporaryPath(), "new");
    QVERIFY(file.commit());
    QVERIFY(QFileInfo(path(u"link.json"_s)).isSymLink());
    QCOMPARE(read(u"real.json"_s), QByteArray("new"));
    struct stat state = {};
    QCOMPARE(::stat(QFile::encodeName(path(u"real.json"_s)).constData(), &state), 0);
    QCOMPARE(state.st_mode & 07777U, 0640U);
}

void TestOutputFile::takesAFileThatWasReplacedMeanwhile()
{
    OutputFile file(path(u"a.pdf"_s));
    QVERIFY(file.open());
    write(path(u"other"_s), "other");
    QVERIFY(QFile::remove(file.temporaryPath()));
    QVERIFY(QFile::rename(path(u"other"_s), file.temporaryPath()));
    QVERIFY(file.commit());
    QCOMPARE(read(u"a.pdf"_s), QByteArray("other"));
}

void TestOutputFile::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a folder") << u"folder"_s;
    QTest::newRow("a named pipe") << u"pipe"_s;
    QTest::newRow("a read-only file") << u"readonly"_s;
    QTest::newRow("a folder that is not there") << u"none/a.json"_s;
    QTest::newRow("a file as a folder") << u"readonly/a.json"_s;
    QTest::newRow("a read-only folder") << u"locked/a.json"_s;
}

void TestOutputFile::refuses()
{
    QFETCH(QString, name);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    QVERIFY(QDir(m_folder->path()).mkdir(u"locked"_s));
    QCOMPARE(::chmod(QFile::encodeName(path(u"locked"_s)).constData(), 0555), 0);
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    write(path(u"readonly"_s), "old");
    QCOMPARE(::chmod(QFile::encodeName(path(u"readonly"_s)).constData(), 0444), 0);
    const QStringList before = names();

    OutputFile file(path(name));
    const Result<void> opened = file.open();
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains(path(name)), qPrintable(opened.error().message));
    QCOMPARE(names(), before);
    QCOMPARE(read(u"readonly"_s), QByteArray("old"));
}

void TestOutputFile::tellsThatTheDiskIsFull()
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly))
        QSKIP("there is no /dev/full");
    full.write("words");
    QVERIFY(!full.flush());
    const QString message = OutputFile(path(u"a.json"_s)).failure(full).message;
    QVERIFY2(message.contains(path(u"a.json"_s)) && message.contains(u"free some space"_s), qPrintable(message));
}

QTEST_GUILESS_MAIN(TestOutputFile)
#include "tst_outputfile.moc"
