#include "tests/ui/edit/editpagetest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"

#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestEditSaving : public EditPageTest {
    Q_OBJECT

private slots:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void typingAndSavingByKey();
    void savingWithoutAChangeWritesNothing();
    void typedAndTakenBackIsNoChange();
    void undoAfterSaving();
    void failedSave();
    void deletedMeanwhile_data();
    void deletedMeanwhile();
    void leftTheCorpusMeanwhile();
};

void TestEditSaving::typingAndSavingByKey()
{
    QSignalSpy modified(m_page.get(), &EditPage::modifiedChanged);
    QSignalSpy saved(m_page.get(), &EditPage::saved);
    QSignalSpy status(m_page.get(), &EditPage::statusMessage);
    type();
    QCOMPARE(modified.last().first().toBool(), true);
    QVERIFY(m_page->findChild<QLabel *>(u"unsavedMark"_s)->isVisible());
    QCOMPARE(read(u"cases/a.md"_s), original);
    QTest::keyClick(m_page->editor(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(read(u"cases/a.md"_s), edited); // with its own line ends
    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.last().first().toString(), path(u"cases/a.md"_s));
    QCOMPARE(status.count(), 1);
    QCOMPARE(modified.last().first().toBool(), false);
    QVERIFY(!m_page->findChild<QLabel *>(u"unsavedMark"_s)->isVisible());
    QCOMPARE(QDir(path(u"cases"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.md"_s});
}

void TestEditSaving::savingWithoutAChangeWritesNothing()
{
    struct stat before = {};
    struct stat after = {};
    const QByteArray file = QFile::encodeName(path(u"cases/a.md"_s));
    QCOMPARE(::stat(file.constData(), &before), 0);
    m_page->save();
    QCOMPARE(::stat(file.constData(), &after), 0);
    QCOMPARE(after.st_ino, before.st_ino);
    QCOMPARE(read(u"cases/a.md"_s), original);
}

void TestEditSaving::typedAndTakenBackIsNoChange()
{
    type();
    QTest::keyClick(m_page->editor(), Qt::Key_Backspace);
    QTRY_VERIFY(!m_page->isModified());
}

void TestEditSaving::undoAfterSaving()
{
    type();
    m_page->save();
    QTest::keyClick(m_page->editor(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_page->isModified());
    m_page->save();
    QCOMPARE(read(u"cases/a.md"_s), original);
}

void TestEditSaving::failedSave()
{
    QVERIFY(QFile::setPermissions(path(u"cases/a.md"_s), QFile::ReadOwner));
    type();
    m_page->save();
    QVERIFY2(bannerMessage().contains(u"read-only"_s), qPrintable(bannerMessage()));
    QVERIFY(m_page->isModified());
    QVERIFY(QFile::setPermissions(path(u"cases/a.md"_s), QFile::ReadOwner | QFile::WriteOwner));
    m_page->save();
    QCOMPARE(bannerMessage(), QString());
    QCOMPARE(read(u"cases/a.md"_s), edited);
}

void TestEditSaving::deletedMeanwhile_data()
{
    QTest::addColumn<bool>("folderToo");
    QTest::addColumn<bool>("again");
    QTest::newRow("made again") << false << true;
    QTest::newRow("made again with its folder") << true << true;
    QTest::newRow("left") << false << false;
}

void TestEditSaving::deletedMeanwhile()
{
    QFETCH(bool, folderToo);
    QFETCH(bool, again);
    type();
    QVERIFY(QFile::remove(path(u"cases/a.md"_s)));
    if (folderToo)
        QVERIFY(QDir(m_root).rmdir(u"cases"_s));
    m_script.recreate = again;
    m_page->save();
    QCOMPARE(m_script.asked, QStringList{u"recreate cases/a.md"_s});
    QCOMPARE(QFile::exists(path(u"cases/a.md"_s)), again);
    QCOMPARE(m_page->isModified(), !again);
    if (again)
        QCOMPARE(read(u"cases/a.md"_s), edited);
    else
        QVERIFY(!bannerMessage().isEmpty());
}

void TestEditSaving::leftTheCorpusMeanwhile()
{
    const QTemporaryDir elsewhere;
    QVERIFY(QFile::copy(path(u"cases/a.md"_s), elsewhere.filePath(u"a.md"_s)));
    type();
    QVERIFY(QFile::remove(path(u"cases/a.md"_s)));
    QVERIFY(QFile::link(elsewhere.filePath(u"a.md"_s), path(u"cases/a.md"_s)));
    m_page->save();
    QVERIFY(m_page->isModified());
    QVERIFY2(bannerMessage().contains(u"symbolic link"_s), qPrintable(bannerMessage()));
    QFile outside(elsewhere.filePath(u"a.md"_s));
    QVERIFY(outside.open(QIODevice::ReadOnly));
    QCOMPARE(outside.readAll(), original);
}

QTEST_MAIN(TestEditSaving)
#include "tst_editsaving.moc"
