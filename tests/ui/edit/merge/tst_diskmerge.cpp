#include "core/base/texts.h"
#include "tests/ui/edit/editpagetest.h"
#include "tests/ui/support/guitest.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"

#include <QDir>
#include <QSignalSpy>

#include <fcntl.h>
#include <sys/stat.h>

using namespace casebook;
using namespace Qt::StringLiterals;

/// The file changes on disk where the text has not been changed.
class TestDiskMerge : public EditPageTest {
    Q_OBJECT

private slots:
    void initTestCase() { installTexts(); }
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void merged();
    void savedWithoutAQuestion();
    void mergedInTheSave();
    void shown();
    void undone_data();
    void undone();
    void undoneAfterMoreTyping();
    void redone();
    void typedAfterUndo();
    void followedAndUndone();
    void mergedTwice();
    void lineEndsOnly();
    void timeStampOnly();
    void conflictSavesWhatWasMerged();
    void noTextOnDisk();
    void renamed_data();
    void renamed();

private:
    const QByteArray theirs = "---\r\ntitle: A\r\nyear: 2020\r\n---\r\n\r\nText by others\r\n";
    const QByteArray both = "x---\r\ntitle: A\r\nyear: 2020\r\n---\r\n\r\nText by others\r\n";

    QString text() const { return m_page->editor()->toPlainText(); }
    void change(const QByteArray &bytes)
    {
        write(u"cases/a.md"_s, bytes);
        m_page->fileChangedOnDisk();
    }
};

void TestDiskMerge::merged()
{
    type();
    change(theirs);
    QCOMPARE(text().toUtf8(), QByteArray(both).replace("\r\n", "\n"));
    QVERIFY(m_page->isModified());
    QVERIFY2(bannerMessage().startsWith(u"Merged 2 lines from disk"_s), qPrintable(bannerMessage()));
    QCOMPARE(m_script.asked, QStringList());
    QTRY_COMPARE(m_page->changedLines(), 1); // mine alone
}

void TestDiskMerge::savedWithoutAQuestion()
{
    type();
    change(theirs);
    m_page->save();
    QCOMPARE(m_script.asked, QStringList());
    QCOMPARE(read(u"cases/a.md"_s), both);
    QVERIFY(!m_page->isModified());
}

// Nobody had looked at the disk before.
void TestDiskMerge::mergedInTheSave()
{
    QSignalSpy saved(m_page.get(), &EditPage::saved);
    type();
    write(u"cases/a.md"_s, theirs);
    m_page->save();
    QCOMPARE(m_script.asked, QStringList());
    QCOMPARE(read(u"cases/a.md"_s), both);
    QCOMPARE(saved.count(), 1);
    QVERIFY(bannerMessage().startsWith(u"Merged 2 lines"_s));
    clickBanner(u"dismiss"_s);
    QCOMPARE(bannerMessage(), QString());
}

void TestDiskMerge::shown()
{
    type();
    change(theirs);
    clickBanner(u"showMerge"_s);
    auto *panel = m_page->findChild<DifferencePanel *>();
    QVERIFY(panel->isVisible());
    QCOMPARE(panel->summary(), u"2 lines changed in 2 places"_s);
    QTest::keyClick(panel->focusWidget(), Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    m_page->action(u"showChanges")->trigger(); // mine again
    QCOMPARE(panel->summary(), u"1 line changed in 1 place"_s);
}

void TestDiskMerge::undone_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("by key") << true;
    QTest::newRow("in the banner") << false;
}

// What others wrote is not overwritten because it was undone here.
void TestDiskMerge::undone()
{
    QFETCH(bool, byKey);
    type();
    change(theirs);
    if (byKey)
        QTest::keyClick(m_page->editor(), Qt::Key_Z, Qt::ControlModifier);
    else
        clickBanner(u"undoMerge"_s);
    QCOMPARE(text().toUtf8(), QByteArray(edited).replace("\r\n", "\n"));
    QVERIFY(bannerMessage().contains(u"saving will ask"_s));
    m_page->fileChangedOnDisk(); // not merged again
    QCOMPARE(text().toUtf8(), QByteArray(edited).replace("\r\n", "\n"));
    m_script.conflict = ConflictAnswer::Cancel;
    m_page->save();
    QCOMPARE(m_script.asked, QStringList{u"conflict cases/a.md"_s});
    QCOMPARE(m_script.versions.base, original);
    QCOMPARE(read(u"cases/a.md"_s), theirs);
    m_script.conflict = ConflictAnswer::SaveMine;
    m_page->save();
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QCOMPARE(bannerMessage(), QString());
}

void TestDiskMerge::undoneAfterMoreTyping()
{
    type();
    change(theirs);
    type();
    clickBanner(u"undoMerge"_s);
    QCOMPARE(text(), u"xx---\ntitle: A\n---\n\nText\n"_s);
    m_script.conflict = ConflictAnswer::Cancel;
    m_page->save();
    QCOMPARE(m_script.asked.size(), 1);
    QTest::keyClick(m_page->editor(), Qt::Key_Z, Qt::ControlModifier); // the undoing is undone
    m_page->save();
    QCOMPARE(m_script.asked.size(), 1);
    QCOMPARE(read(u"cases/a.md"_s), 'x' + both);
}

void TestDiskMerge::redone()
{
    type();
    change(theirs);
    m_page->editor()->undo();
    m_page->editor()->redo();
    QCOMPARE(bannerMessage(), QString());
    m_page->save();
    QCOMPARE(m_script.asked, QStringList());
    QCOMPARE(read(u"cases/a.md"_s), both);
}

void TestDiskMerge::typedAfterUndo()
{
    type();
    change(theirs);
    m_page->editor()->undo();
    type();
    type();
    m_script.conflict = ConflictAnswer::Cancel;
    m_page->save();
    QCOMPARE(m_script.asked, QStringList{u"conflict cases/a.md"_s});
    QCOMPARE(read(u"cases/a.md"_s), theirs);
}

// Without changes of its own the text follows; undoing that is not a licence to overwrite either.
void TestDiskMerge::followedAndUndone()
{
    change(theirs);
    QVERIFY(!m_page->isModified());
    m_page->editor()->undo();
    QCOMPARE(text(), u"---\ntitle: A\n---\n\nText\n"_s);
    type();
    m_script.conflict = ConflictAnswer::Cancel;
    m_page->save();
    QCOMPARE(m_script.asked, QStringList{u"conflict cases/a.md"_s});
    QCOMPARE(read(u"cases/a.md"_s), theirs);
}

void TestDiskMerge::mergedTwice()
{
    type();
    change(theirs);
    change(QByteArray(theirs).replace("2020", "2021"));
    m_page->save();
    QCOMPARE(m_script.asked, QStringList());
    QCOMPARE(read(u"cases/a.md"_s), QByteArray(both).replace("2020", "2021"));
}

void TestDiskMerge::lineEndsOnly()
{
    type();
    change(QByteArray(original).replace("\r\n", "\n"));
    QCOMPARE(bannerMessage(), QString());
    m_page->save();
    QCOMPARE(m_script.asked, QStringList());
    QCOMPARE(read(u"cases/a.md"_s), QByteArray(edited).replace("\r\n", "\n"));
}

void TestDiskMerge::timeStampOnly()
{
    type();
    const timespec times[2] = {{1000000000, 0}, {1000000000, 0}};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(path(u"cases/a.md"_s)).constData(), times, 0), 0);
    m_page->fileChangedOnDisk();
    QCOMPARE(bannerMessage(), QString());
    m_page->save();
    QCOMPARE(m_script.asked, QStringList());
    QCOMPARE(read(u"cases/a.md"_s), edited);
}

void TestDiskMerge::conflictSavesWhatWasMerged()
{
    type();
    write(u"cases/a.md"_s, "y---\r\ntitle: A\r\n---\r\n\r\nText\r\n");
    m_script.conflict = ConflictAnswer::SaveMerged;
    m_script.merged = u"xy---\ntitle: A\n---\n\nText\n"_s;
    m_page->save();
    QCOMPARE(m_script.versions.base, original);
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("xy---\r\ntitle: A\r\n---\r\n\r\nText\r\n"));
    QVERIFY(!m_page->isModified());
    m_page->editor()->undo();
    QVERIFY(text().startsWith(u"x---"_s));
}

void TestDiskMerge::noTextOnDisk()
{
    type();
    change(QByteArray("\0\r\xff", 3));
    QVERIFY(!bannerMessage().isEmpty());
    QVERIFY(text().startsWith(u"x---"_s));
    m_script.conflict = ConflictAnswer::Cancel;
    m_page->save();
    QCOMPARE(m_script.asked.size(), 1);
}

void TestDiskMerge::renamed_data()
{
    QTest::addColumn<bool>("changed");
    QTest::newRow("without changes") << false;
    QTest::newRow("with changes") << true;
}

void TestDiskMerge::renamed()
{
    QFETCH(bool, changed);
    if (changed)
        type();
    QVERIFY(QFile::rename(path(u"cases/a.md"_s), path(u"cases/b.md"_s)));
    m_page->fileRenamed(path(u"cases/b.md"_s));
    m_page->fileChangedOnDisk();
    if (changed) {
        QVERIFY(bannerMessage().contains(u"renamed to cases/b.md"_s));
        clickBanner(u"goOnRenamed"_s);
    }
    QCOMPARE(bannerMessage(), QString());
    QCOMPARE(m_page->path(), path(u"cases/b.md"_s));
    QCOMPARE(m_page->isModified(), changed);
    m_page->save();
    QCOMPARE(read(u"cases/b.md"_s), changed ? edited : original);
    QVERIFY(!QFile::exists(path(u"cases/a.md"_s)));
}

CASEBOOK_GUI_TEST(TestDiskMerge)
#include "tst_diskmerge.moc"
