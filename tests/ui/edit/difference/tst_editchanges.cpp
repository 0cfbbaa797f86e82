#include "core/base/texts.h"
#include "tests/ui/edit/editpagetest.h"
#include "tests/ui/support/guitest.h"
#include "ui/edit/difference/changecounter.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/edit/difference/differenceview.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"

#include <QAction>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

/// What has changed since the last save: its count, and its difference one key away.
class TestEditChanges : public EditPageTest {
    Q_OBJECT

private slots:
    void initTestCase() { installTexts(); }
    void init();
    void cleanup() { closePage(); }

    void counts();
    void countsLongTexts();
    void countIsGoneWithTheChange_data();
    void countIsGoneWithTheChange();
    void oneKeyThereAndBack();
    void escapeLeadsBack();
    void clickThereAndBack();
    void nothingChanged();
    void followsTheText();
    void followsASave();
    void goesToALine();
    void goToLeadsBack();
    void closedWithTheFile();
    void lineEndsAreTheFilesOwn();

private:
    DifferencePanel *panel() const { return m_page->findChild<DifferencePanel *>(); }
    bool isShown() const { return panel()->isVisible(); }
    void press(Qt::Key key) const { QTest::keyClick(m_page->window()->focusWidget(), key); }
};

void TestEditChanges::init()
{
    QSettings().clear();
    openPage();
}

void TestEditChanges::counts()
{
    QSignalSpy spy(m_page.get(), &EditPage::changedLinesChanged);
    QCOMPARE(m_page->changedLines(), 0);
    type();
    QTRY_COMPARE(m_page->changedLines(), 1);
    type(); // in the same line
    m_page->goTo(5);
    QTest::keyClick(m_page->editor(), Qt::Key_Return);
    type();
    QTRY_COMPARE(m_page->changedLines(), 3);
    QCOMPARE(spy.first().first().toInt(), 1);
    QCOMPARE(spy.last().first().toInt(), 3);
}

void TestEditChanges::countsLongTexts()
{
    QTextDocument document;
    QString text;
    for (int i = 0; i < 50000; ++i)
        text += u"line %1\n"_s.arg(i);
    document.setPlainText(text);
    document.setModified(false);
    ChangeCounter counter(&document);
    counter.setBase(text);
    QTextCursor cursor(&document);
    cursor.insertText(u"x"_s);
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(u"y"_s);
    QTRY_COMPARE(counter.lines(), 2);
    cursor.insertText(u"\nz"_s); // destroyed while it may be counting
}

void TestEditChanges::countIsGoneWithTheChange_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("saved") << u"save"_s;
    QTest::newRow("reverted") << u"revert"_s;
    QTest::newRow("undone") << u"undo"_s;
}

void TestEditChanges::countIsGoneWithTheChange()
{
    QFETCH(QString, action);
    m_script.revert = true;
    type();
    QTRY_COMPARE(m_page->changedLines(), 1);
    if (action == u"undo"_s)
        QTest::keyClick(m_page->editor(), Qt::Key_Z, Qt::ControlModifier);
    else
        m_page->action(action)->trigger();
    QCOMPARE(m_page->changedLines(), 0);
}

void TestEditChanges::oneKeyThereAndBack()
{
    type();
    press(Qt::Key_F7);
    QVERIFY(isShown());
    QVERIFY(!m_page->editor()->isVisible());
    QTRY_VERIFY(panel()->view()->hasFocus());
    QCOMPARE(panel()->summary(), u"1 line changed in 1 place"_s);
    QCOMPARE(panel()->view()->selectedText(), u"----\n"_s);
    press(Qt::Key_F7);
    QVERIFY(!isShown());
    QTRY_VERIFY(m_page->editor()->hasFocus());
    type();
    QCOMPARE(m_page->editor()->toPlainText().left(3), u"xx-"_s); // the cursor is where it was
}

void TestEditChanges::escapeLeadsBack()
{
    type();
    press(Qt::Key_F7);
    press(Qt::Key_Escape);
    QVERIFY(!isShown());
    QTRY_VERIFY(m_page->editor()->hasFocus());
    QVERIFY(m_page->isModified());
}

void TestEditChanges::clickThereAndBack()
{
    type();
    const auto click = [this](QAction *action) {
        for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
            if (button->defaultAction() == action && button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton);
        }
    };
    click(m_page->action(u"showChanges"));
    QVERIFY(isShown());
    click(m_page->action(u"showChanges"));
    QVERIFY(!isShown());
}

void TestEditChanges::nothingChanged()
{
    press(Qt::Key_F7);
    QVERIFY(isShown());
    QCOMPARE(panel()->findChild<QLabel *>(u"differenceMessage"_s)->text(), u"Nothing differs."_s);
    const QWidget *focus = m_page->window()->focusWidget();
    QVERIFY(focus && panel()->isAncestorOf(focus)); // and not whatever is next in the window
    press(Qt::Key_Escape);
    QVERIFY(!isShown());
}

void TestEditChanges::followsTheText()
{
    type();
    press(Qt::Key_F7);
    m_page->editor()->undo();
    QTRY_COMPARE(panel()->summary(), QString());
    m_page->editor()->redo();
    QTRY_COMPARE(panel()->summary(), u"1 line changed in 1 place"_s);
}

void TestEditChanges::followsASave()
{
    type();
    press(Qt::Key_F7);
    QTest::keyClick(panel()->view(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QCOMPARE(panel()->summary(), QString());
    QVERIFY(isShown());
}

void TestEditChanges::goesToALine()
{
    m_page->goTo(5);
    type();
    press(Qt::Key_F7);
    QCOMPARE(panel()->view()->selectedText(), u"-Text\n"_s);
    m_page->editor()->moveCursor(QTextCursor::Start);
    press(Qt::Key_Return);
    QVERIFY(!isShown());
    QCOMPARE(m_page->editor()->textCursor().blockNumber(), 4);
    QTRY_VERIFY(m_page->editor()->hasFocus());
}

void TestEditChanges::goToLeadsBack()
{
    type();
    press(Qt::Key_F7);
    m_page->goTo(2);
    QVERIFY(!isShown());
    QVERIFY(m_page->editor()->isVisible());
}

void TestEditChanges::closedWithTheFile()
{
    type();
    press(Qt::Key_F7);
    m_script.leave = LeaveAnswer::Discard;
    m_page->closeFile();
    QVERIFY(!isShown());
    QVERIFY(!m_page->action(u"showChanges")->isEnabled());
    QCOMPARE(m_page->changedLines(), 0);
    QVERIFY(m_page->open(m_root, u"cases/a.md"_s));
    QVERIFY(!isShown());
    QVERIFY(m_page->action(u"showChanges")->isEnabled());
}

// The file has CRLF: one changed line is one changed line.
void TestEditChanges::lineEndsAreTheFilesOwn()
{
    type();
    press(Qt::Key_F7);
    QTest::keyClick(panel()->view(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(panel()->view()->selectedText(), u"----\n+x---\n title: A\n ---\n \n Text\n"_s);
}

CASEBOOK_GUI_TEST(TestEditChanges)
#include "tst_editchanges.moc"
