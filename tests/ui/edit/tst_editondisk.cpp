#include "tests/ui/edit/editpagetest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"

#include <QTest>
#include <QTextBlock>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestEditOnDisk : public EditPageTest {
    Q_OBJECT

private slots:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void changedOnDiskUnmodified();
    void changedOnDiskModified();
    void changedOnDiskToTheSame();
    void changedOnDiskAndBack();
    void deletedOnDisk();
    void bannerCompare();
    void bannerReload();
    void bannerKeepMine();
};

void TestEditOnDisk::changedOnDiskUnmodified()
{
    m_page->goTo(5, 3);
    write(u"cases/a.md"_s, "---\r\ntitle: B\r\nyear: 2020\r\n---\r\n\r\nText\r\n");
    m_page->fileChangedOnDisk();
    QVERIFY(!m_page->isModified());
    QCOMPARE(bannerMessage(), QString());
    QVERIFY(m_page->editor()->toPlainText().contains(u"title: B\nyear: 2020\n"_s));
    QCOMPARE(m_page->editor()->textCursor().block().text(), u"Text"_s); // a line further down, in the same text
    QCOMPARE(m_page->editor()->textCursor().positionInBlock(), 2);
    QTRY_VERIFY(m_previewed.last().contains("title: B"));
    type();
    m_page->save(); // onto what was read last
    QCOMPARE(m_script.asked, QStringList());
    QVERIFY(read(u"cases/a.md"_s).contains("Texxt\r\n"));
}

void TestEditOnDisk::changedOnDiskModified()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_page->fileChangedOnDisk();
    QVERIFY(!bannerMessage().isEmpty());
    QVERIFY(m_page->isModified());
    QVERIFY(m_page->editor()->toPlainText().startsWith(u'x'));
    QCOMPARE(m_script.asked, QStringList());
}

void TestEditOnDisk::changedOnDiskToTheSame()
{
    type();
    write(u"cases/a.md"_s, edited);
    m_page->fileChangedOnDisk();
    QVERIFY(!m_page->isModified());
    QCOMPARE(bannerMessage(), QString());
}

void TestEditOnDisk::changedOnDiskAndBack()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_page->fileChangedOnDisk();
    write(u"cases/a.md"_s, original);
    m_page->fileChangedOnDisk();
    QCOMPARE(bannerMessage(), QString());
    QVERIFY(m_page->isModified());
}

void TestEditOnDisk::deletedOnDisk()
{
    QVERIFY(QFile::remove(path(u"cases/a.md"_s)));
    m_page->fileChangedOnDisk();
    QVERIFY(!bannerMessage().isEmpty());
    clickBanner(u"saveAgain"_s);
    QCOMPARE(read(u"cases/a.md"_s), original);
    QCOMPARE(bannerMessage(), QString());
}

void TestEditOnDisk::bannerCompare()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_page->fileChangedOnDisk();
    m_script.conflict = ConflictAnswer::Cancel;
    clickBanner(u"compare"_s);
    QCOMPARE(m_script.versions.mine, edited);
    QCOMPARE(m_script.versions.onDisk, QByteArray("theirs\n"));
    QVERIFY(!bannerMessage().isEmpty());
    m_script.conflict = ConflictAnswer::SaveMine;
    clickBanner(u"compare"_s);
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QCOMPARE(bannerMessage(), QString());
}

void TestEditOnDisk::bannerReload()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_page->fileChangedOnDisk();
    clickBanner(u"reload"_s);
    QCOMPARE(m_page->editor()->toPlainText(), u"theirs\n"_s);
    QVERIFY(!m_page->isModified());
    QCOMPARE(bannerMessage(), QString());
    QTest::keyClick(m_page->editor(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_page->editor()->toPlainText().startsWith(u'x'));
}

void TestEditOnDisk::bannerKeepMine()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_page->fileChangedOnDisk();
    clickBanner(u"keepMine"_s);
    QCOMPARE(bannerMessage(), QString());
    m_page->fileChangedOnDisk(); // the same change is not announced twice
    QCOMPARE(bannerMessage(), QString());
    m_script.conflict = ConflictAnswer::Cancel;
    m_page->save(); // but not overwritten unasked either
    QCOMPARE(m_script.asked, QStringList{u"conflict cases/a.md"_s});
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("theirs\n"));
    write(u"cases/a.md"_s, "theirs again\n");
    m_page->fileChangedOnDisk();
    QVERIFY(!bannerMessage().isEmpty());
}

QTEST_MAIN(TestEditOnDisk)
#include "tst_editondisk.moc"
