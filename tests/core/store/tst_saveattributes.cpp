#include "core/store/savefile.h"
#include "tests/core/store/failingcalls.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sys/stat.h>
#include <sys/xattr.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray before = "before\n";
const QByteArray after = "after, and longer\n";
constexpr char accessList[] = "system.posix_acl_access";
constexpr char folderList[] = "system.posix_acl_default";

template<typename Number>
void append(QByteArray &to, Number number)
{
    const Number little = qToLittleEndian(number);
    to.append(reinterpret_cast<const char *>(&little), sizeof little);
}

// An access list as the kernel takes it: owner rw, user 12345 rw, group r, mask rw, others nothing.
QByteArray someAccessList()
{
    constexpr quint32 nobody = 0xffffffff;
    struct Entry {
        quint16 tag;
        quint16 permissions;
        quint32 id;
    };
    const Entry entries[] = {{1, 6, nobody}, {2, 6, 12345}, {4, 4, nobody}, {16, 6, nobody}, {32, 0, nobody}};
    QByteArray bytes;
    append<quint32>(bytes, 2); // the format's version
    for (const Entry &entry : entries) {
        append(bytes, entry.tag);
        append(bytes, entry.permissions);
        append(bytes, entry.id);
    }
    return bytes;
}

} // namespace

/// What a save keeps beside the bytes. Every test has a file, a.md, in a folder of its own.
class TestSaveAttributes : public QObject {
    Q_OBJECT

private slots:
    void init();
    void keepsAttributes_data();
    void keepsAttributes();
    void keepsTheAccessList();
    void takesNoAccessListFromTheFolder();
    void keepsAttributesBehindALink();
    void attributeThatCannotBeKept_data();
    void attributeThatCannotBeKept();
    void tellsOfHardLinks();

private:
    QByteArray file() const { return QFile::encodeName(m_folder->filePath(u"a.md"_s)); }
    bool set(const QByteArray &path, const char *name, const QByteArray &value) const;
    QByteArray attribute(const char *name) const;
    QByteArray read(const QString &name) const;
    Result<SaveOutcome> save(SystemCalls &calls = SystemCalls::real()) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSaveAttributes::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile a(m_folder->filePath(u"a.md"_s));
    QVERIFY(a.open(QIODevice::WriteOnly));
    QCOMPARE(a.write(before), before.size());
}

bool TestSaveAttributes::set(const QByteArray &path, const char *name, const QByteArray &value) const
{
    return ::setxattr(path.constData(), name, value.constData(), static_cast<size_t>(value.size()), 0) == 0;
}

QByteArray TestSaveAttributes::attribute(const char *name) const
{
    QByteArray value(70000, '\0');
    const ssize_t size = ::getxattr(file().constData(), name, value.data(), static_cast<size_t>(value.size()));
    return size < 0 ? QByteArray("(none)") : value.first(size);
}

QByteArray TestSaveAttributes::read(const QString &name) const
{
    QFile content(m_folder->filePath(name));
    return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray("(cannot be read)");
}

Result<SaveOutcome> TestSaveAttributes::save(SystemCalls &calls) const
{
    return saveFile(m_folder->filePath(u"a.md"_s), after, contentHash(before), calls);
}

void TestSaveAttributes::keepsAttributes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("text") << QByteArray("https://example.org");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("bytes") << QByteArray("\0\xff\n", 3);
    QTest::newRow("long") << QByteArray(2000, 'x');
}

void TestSaveAttributes::keepsAttributes()
{
    QFETCH(QByteArray, value);
    if (!set(file(), "user.casebook.origin", value))
        QSKIP("this file system keeps no extended attributes");
    QVERIFY(set(file(), "user.second", "2"));
    const auto outcome = save();
    QVERIFY(outcome);
    QCOMPARE(read(u"a.md"_s), after);
    QCOMPARE(attribute("user.casebook.origin"), value);
    QCOMPARE(attribute("user.second"), QByteArray("2"));
}

void TestSaveAttributes::keepsTheAccessList()
{
    if (!set(file(), accessList, someAccessList()))
        QSKIP("this file system keeps no access lists");
    struct stat old = {};
    QCOMPARE(::stat(file().constData(), &old), 0);
    QVERIFY(save());
    QCOMPARE(attribute(accessList), someAccessList());
    struct stat now = {};
    QCOMPARE(::stat(file().constData(), &now), 0);
    QCOMPARE(now.st_mode, old.st_mode);
    QVERIFY(now.st_ino != old.st_ino);
}

void TestSaveAttributes::takesNoAccessListFromTheFolder()
{
    if (!set(QFile::encodeName(m_folder->path()), folderList, someAccessList()))
        QSKIP("this file system keeps no access lists");
    QCOMPARE(::chmod(file().constData(), 0660), 0);
    QVERIFY(save());
    QCOMPARE(attribute(accessList), QByteArray("(none)"));
    struct stat now = {};
    QCOMPARE(::stat(file().constData(), &now), 0);
    QCOMPARE(now.st_mode & 07777, mode_t(0660));
}

void TestSaveAttributes::keepsAttributesBehindALink()
{
    if (!set(file(), "user.second", "2"))
        QSKIP("this file system keeps no extended attributes");
    const QString link = m_folder->filePath(u"link.md"_s);
    QVERIFY(QFile::link(u"a.md"_s, link));
    QVERIFY(saveFile(link, after, contentHash(before)));
    QCOMPARE(read(u"a.md"_s), after);
    QCOMPARE(attribute("user.second"), QByteArray("2"));
}

void TestSaveAttributes::attributeThatCannotBeKept_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("says");
    QTest::newRow("no room") << ENOSPC << u"disk is full"_s;
    QTest::newRow("broken disk") << EIO << u"reported an error"_s;
    QTest::newRow("not allowed") << EACCES << u"not allowed"_s;
}

void TestSaveAttributes::attributeThatCannotBeKept()
{
    QFETCH(int, error);
    QFETCH(QString, says);
    FailingCalls calls;
    calls.failing = FailingCalls::CopyAttributes;
    calls.error = error;
    const auto outcome = save(calls);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(says), qPrintable(outcome.error().message));
    QVERIFY(outcome.error().message.startsWith(m_folder->filePath(u"a.md"_s)));
    QCOMPARE(read(u"a.md"_s), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.md"_s});
}

void TestSaveAttributes::tellsOfHardLinks()
{
    const auto alone = save();
    QVERIFY(alone);
    QCOMPARE(alone->otherNames, 0);
    const QByteArray other = QFile::encodeName(m_folder->filePath(u"other.md"_s));
    const QByteArray third = QFile::encodeName(m_folder->filePath(u"third.md"_s));
    QCOMPARE(::link(file().constData(), other.constData()), 0);
    QCOMPARE(::link(file().constData(), third.constData()), 0);
    const auto shared = saveFile(m_folder->filePath(u"a.md"_s), before, contentHash(after));
    QVERIFY(shared);
    QCOMPARE(shared->otherNames, 2);
    QCOMPARE(read(u"a.md"_s), before);
    QCOMPARE(read(u"other.md"_s), after);
    QCOMPARE(read(u"third.md"_s), after);
}

QTEST_GUILESS_MAIN(TestSaveAttributes)
#include "tst_saveattributes.moc"
