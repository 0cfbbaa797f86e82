#include "tests/ui/edit/editpagetest.h"
#include "ui/edit/conflictdialog.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestEditLeaving : public EditPageTest {
    Q_OBJECT

private slots:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void leaving_data();
    void leaving();
    void leavingIsAskedOnce();
    void leavingThroughAConflict_data();
    void leavingThroughAConflict();
    void pageGoneWhileAsking();
    void reverts_data();
    void reverts();
    void dialogs();
};

void TestEditLeaving::leaving_data()
{
    QTest::addColumn<bool>("change");
    QTest::addColumn<int>("answer");
    QTest::addColumn<bool>("mayLeave");
    QTest::addColumn<QByteArray>("onDisk");
    QTest::addColumn<int>("questions");
    QTest::newRow("nothing to save") << false << int(LeaveAnswer::Cancel) << true << original << 0;
    QTest::newRow("save") << true << int(LeaveAnswer::Save) << true << edited << 1;
    QTest::newRow("discard") << true << int(LeaveAnswer::Discard) << true << original << 1;
    QTest::newRow("cancel") << true << int(LeaveAnswer::Cancel) << false << original << 1;
}

void TestEditLeaving::leaving()
{
    QFETCH(bool, change);
    QFETCH(int, answer);
    QFETCH(bool, mayLeave);
    QFETCH(QByteArray, onDisk);
    QFETCH(int, questions);
    if (change)
        type();
    m_script.leave = static_cast<LeaveAnswer>(answer);
    QList<bool> answers;
    m_page->requestLeave([&answers](bool may) { answers.append(may); });
    QCOMPARE(answers, QList<bool>{mayLeave});
    QCOMPARE(m_script.asked.size(), questions);
    QCOMPARE(read(u"cases/a.md"_s), onDisk);
    QCOMPARE(m_page->isModified(), !mayLeave);
    QCOMPARE(m_page->editor()->toPlainText().startsWith(u'x'), change && answer != int(LeaveAnswer::Discard));
}

void TestEditLeaving::leavingIsAskedOnce()
{
    type();
    QList<bool> answers;
    const auto note = [&answers](bool may) { answers.append(may); };
    m_page->requestLeave(note);
    m_page->requestLeave(note);
    QCOMPARE(m_script.asked.size(), 1);
    QCOMPARE(answers, QList<bool>{false});
    m_script.openLeave(LeaveAnswer::Save);
    QCOMPARE(answers, QList<bool>({false, true}));
}

void TestEditLeaving::leavingThroughAConflict_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<bool>("mayLeave");
    QTest::newRow("mine") << int(ConflictAnswer::SaveMine) << true;
    QTest::newRow("theirs") << int(ConflictAnswer::TakeDisk) << true;
    QTest::newRow("copy") << int(ConflictAnswer::SaveCopy) << true;
    QTest::newRow("cancel") << int(ConflictAnswer::Cancel) << false;
}

void TestEditLeaving::leavingThroughAConflict()
{
    QFETCH(int, answer);
    QFETCH(bool, mayLeave);
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.leave = LeaveAnswer::Save;
    m_script.conflict = static_cast<ConflictAnswer>(answer);
    QList<bool> answers;
    m_page->requestLeave([&answers](bool may) { answers.append(may); });
    QCOMPARE(answers, QList<bool>{mayLeave});
}

void TestEditLeaving::pageGoneWhileAsking()
{
    type();
    bool answered = false;
    m_page->requestLeave([&answered](bool) { answered = true; });
    m_page.reset();
    m_script.openLeave(LeaveAnswer::Save);
    QVERIFY(!answered);
    QCOMPARE(read(u"cases/a.md"_s), original);
}

void TestEditLeaving::reverts_data()
{
    QTest::addColumn<bool>("drop");
    QTest::newRow("yes") << true;
    QTest::newRow("no") << false;
}

void TestEditLeaving::reverts()
{
    QFETCH(bool, drop);
    m_page->revert(); // nothing to ask about
    QCOMPARE(m_script.asked, QStringList());
    type();
    m_script.revert = drop;
    m_page->action(u"revert")->trigger();
    QCOMPARE(m_script.asked, QStringList{u"revert cases/a.md"_s});
    QCOMPARE(m_page->isModified(), !drop);
    QCOMPARE(m_page->editor()->toPlainText().startsWith(u'x'), !drop);
    if (drop) {
        QTest::keyClick(m_page->editor(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_page->editor()->toPlainText().startsWith(u'x'));
    }
}

// The real prompter, answered by clicks.
void TestEditLeaving::dialogs()
{
    m_page->setPrompter(std::make_unique<DialogPrompter>());
    type();
    QList<bool> answers;
    m_page->requestLeave([&answers](bool may) { answers.append(may); });
    auto *box = m_page->findChild<QMessageBox *>();
    QVERIFY(box && box->isVisible());
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QCOMPARE(answers, QList<bool>{false});

    write(u"cases/a.md"_s, "theirs\n");
    m_page->requestLeave([&answers](bool may) { answers.append(may); });
    QTRY_COMPARE(m_page->findChildren<QMessageBox *>().size(), 1);
    box = m_page->findChild<QMessageBox *>();
    QTest::mouseClick(box->button(QMessageBox::Save), Qt::LeftButton);
    auto *conflict = m_page->findChild<ConflictDialog *>();
    QVERIFY(conflict && conflict->isVisible());
    QTest::mouseClick(conflict->findChild<QPushButton *>(u"saveMine"_s), Qt::LeftButton);
    QCOMPARE(answers, QList<bool>({false, true}));
    QCOMPARE(read(u"cases/a.md"_s), edited);

    type();
    QVERIFY(QFile::remove(path(u"cases/a.md"_s)));
    m_page->save();
    QTRY_COMPARE(m_page->findChildren<QMessageBox *>().size(), 1);
    box = m_page->findChild<QMessageBox *>();
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QVERIFY(m_page->isModified());
}

QTEST_MAIN(TestEditLeaving)
#include "tst_editleaving.moc"
