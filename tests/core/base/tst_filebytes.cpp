#include "core/base/filebytes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestFileBytes : public QObject {
    Q_OBJECT

private slots:
    void init();
    void reads_data();
    void reads();
    void largerThanAsked();
    void stampFollowsTheContent();
    void stampThroughALink();
    void refuses_data();
    void refuses();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFileBytes::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFileBytes::write(const QString &name, const QByteArray &bytes)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestFileBytes::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("one\r\ntwo\0three", 14);
    QTest::newRow("exactly the limit") << QByteArray(1000, 'x');
}

void TestFileBytes::reads()
{
    QFETCH(QByteArray, bytes);
    write(u"a"_s, bytes);
    const Result<FileBytes> result = readFileBytes(path(u"a"_s), 1000);
    QVERIFY(result);
    QCOMPARE(result->bytes, bytes);
    QCOMPARE(result->stamp.size, bytes.size());
    QCOMPARE(result->stamp, *stampOf(path(u"a"_s)));
}

void TestFileBytes::largerThanAsked()
{
    write(u"a"_s, QByteArray(1001, 'x'));
    const Result<FileBytes> result = readFileBytes(path(u"a"_s), 1000);
    QVERIFY(result);
    QVERIFY(result->bytes.isEmpty());
    QCOMPARE(result->stamp.size, 1001);
}

void TestFileBytes::stampFollowsTheContent()
{
    write(u"a"_s, "one");
    const FileStamp before = *stampOf(path(u"a"_s));
    write(u"a"_s, "longer");
    QVERIFY(*stampOf(path(u"a"_s)) != before);
    write(u"b"_s, "longer");
    QVERIFY(*stampOf(path(u"b"_s)) != *stampOf(path(u"a"_s)));
    QVERIFY(FileStamp() == FileStamp());
}

void TestFileBytes::stampThroughALink()
{
    write(u"a"_s, "one");
    QVERIFY(QFile::link(path(u"a"_s), path(u"link"_s)));
    QCOMPARE(*stampOf(path(u"link"_s)), *stampOf(path(u"a"_s)));
}

void TestFileBytes::refuses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not there") << u"missing"_s << u"No such file"_s;
    QTest::newRow("a folder") << u"folder"_s << u"not a regular file"_s;
    QTest::newRow("a named pipe without a writer") << u"pipe"_s << u"not a regular file"_s;
    QTest::newRow("a link to nowhere") << u"dangling"_s << u"No such file"_s;
    QTest::newRow("a link to itself") << u"loop"_s << u"symbolic links"_s;
    QTest::newRow("unreadable") << u"forbidden"_s << u"ermission denied"_s;
}

void TestFileBytes::refuses()
{
    QFETCH(QString, kind);
    QFETCH(QString, reason);
    const QString name = path(kind);
    if (kind == u"folder")
        QVERIFY(QDir().mkpath(name));
    else if (kind == u"pipe")
        QCOMPARE(::mkfifo(QFile::encodeName(name).constData(), 0600), 0);
    else if (kind == u"dangling")
        QVERIFY(QFile::link(path(u"nowhere"_s), name));
    else if (kind == u"loop")
        QVERIFY(QFile::link(name, name));
    else if (kind == u"forbidden") {
        write(kind, "x");
        QVERIFY(QFile::setPermissions(name, {}));
        if (::geteuid() == 0)
            QSKIP("permissions do not bind the superuser");
    }
    const Result<FileBytes> result = readFileBytes(name, 1000);
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(reason), qPrintable(result.error().message));
    QVERIFY(result.error().message.contains(name));
}

QTEST_GUILESS_MAIN(TestFileBytes)
#include "tst_filebytes.moc"
