#include "tests/ui/edit/editpagetest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"

#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestEditConflict : public EditPageTest {
    Q_OBJECT

private slots:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void conflictMine();
    void conflictTheirs();
    void conflictCopy();
    void conflictCancelled();
    void conflictWithAFileThatChangesAgain();
};

void TestEditConflict::conflictMine()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.conflict = ConflictAnswer::SaveMine;
    m_page->save();
    QCOMPARE(m_script.asked, QStringList{u"conflict cases/a.md"_s});
    QCOMPARE(m_script.versions.mine, edited);
    QCOMPARE(m_script.versions.onDisk, QByteArray("theirs\n"));
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QVERIFY(!m_page->isModified());
}

void TestEditConflict::conflictTheirs()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.conflict = ConflictAnswer::TakeDisk;
    m_page->save();
    QCOMPARE(m_page->editor()->toPlainText(), u"theirs\n"_s);
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("theirs\n"));
    QVERIFY(!m_page->isModified());
    QTest::keyClick(m_page->editor(), Qt::Key_Z, Qt::ControlModifier); // nothing is lost
    QVERIFY(m_page->isModified());
    QVERIFY(m_page->editor()->toPlainText().startsWith(u"x---"_s));
}

void TestEditConflict::conflictCopy()
{
    write(u"cases/a.mine.md"_s, "an older copy\n");
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.conflict = ConflictAnswer::SaveCopy;
    QSignalSpy copied(m_page.get(), &EditPage::copySaved);
    m_page->save();
    QCOMPARE(read(u"cases/a.mine.md"_s), QByteArray("an older copy\n"));
    QCOMPARE(read(u"cases/a.mine-2.md"_s), edited);
    QCOMPARE(copied.last().first().toString(), path(u"cases/a.mine-2.md"_s));
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("theirs\n"));
    QCOMPARE(m_page->editor()->toPlainText(), u"theirs\n"_s);
    QVERIFY(!m_page->isModified());
}

void TestEditConflict::conflictCancelled()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.conflict = ConflictAnswer::Cancel;
    m_page->save();
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("theirs\n"));
    QVERIFY(m_page->isModified());
    QVERIFY(m_page->editor()->toPlainText().startsWith(u'x'));
    m_page->save(); // asked again
    QCOMPARE(m_script.asked.size(), 2);
}

// Only the version that a person has seen is ever replaced.
void TestEditConflict::conflictWithAFileThatChangesAgain()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.conflict = ConflictAnswer::SaveMine;
    m_script.beforeConflictAnswer = [this] { write(u"cases/a.md"_s, "theirs again\n"); };
    m_page->save();
    QCOMPARE(m_script.asked.size(), 2);
    QCOMPARE(m_script.versions.onDisk, QByteArray("theirs again\n"));
    QCOMPARE(read(u"cases/a.md"_s), edited);
}

QTEST_MAIN(TestEditConflict)
#include "tst_editconflict.moc"
