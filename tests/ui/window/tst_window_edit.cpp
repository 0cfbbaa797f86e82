#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/queryfield.h"
#include "ui/edit/banner.h"
#include "ui/edit/editpage.h"
#include "ui/edit/findbar.h"
#include "ui/edit/sourceeditor.h"
#include "ui/problems/problemspanel.h"
#include "ui/read/caseview.h"
#include "ui/window/casepane.h"
#include "ui/window/mainwindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeView>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QString id = u"discord-read-states"_s;
const QString file = u"cases/discord-read-states.md"_s;

} // namespace

/// Every test has a copy of the bundled corpus in the window, with one case being read.
class TestWindowEdit : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void editsAndSaves();
    void savesFromTheMenu();
    void backToReading();
    void preview();
    void findsInTheSource();
    void zoomsTheSource();
    void showsChanges();
    void reverts();
    void leavingAsks_data();
    void leavingAsks();
    void closingAsks_data();
    void closingAsks();
    void closingWithoutChanges();
    void changedOutsideWithoutChanges();
    void changedOutsideWithChanges();
    void saveRefusesToOverwrite();
    void removedOutside();
    void folderIsLost();
    void anotherCorpusAsks();
    void problemsOfUnsavedTextStay();
    void brokenFileAndItsProblem();
    void problemInTheReader();

private:
    void edit();
    /// Types at the end of the line that holds a text.
    void typeBehind(const QString &line, const QString &text);
    QByteArray edited() const;

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
    QByteArray m_original;
};

void TestWindowEdit::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->copyBundled();
    m_original = m_folder->read(file);
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root(), id));
    QTRY_COMPARE(m_driver->read(), u"Read States service"_s);
}

void TestWindowEdit::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

void TestWindowEdit::edit()
{
    m_driver->press(u"F4"_s);
    QVERIFY(m_driver->pane()->isEditing());
    m_driver->press(u"Ctrl+2"_s);
    QTRY_VERIFY(m_driver->editor()->hasFocus());
}

void TestWindowEdit::typeBehind(const QString &line, const QString &text)
{
    QTextCursor place = m_driver->editor()->document()->find(line);
    QVERIFY(!place.isNull());
    place.movePosition(QTextCursor::EndOfBlock);
    m_driver->editor()->setTextCursor(place);
    m_driver->type(text);
}

/// The file with what edit() and typeBehind("title:", " two") make of it.
QByteArray TestWindowEdit::edited() const
{
    QByteArray bytes = m_original;
    return bytes.replace("title: Read States service\n", "title: Read States service two\n");
}

void TestWindowEdit::editsAndSaves()
{
    edit();
    QVERIFY(!m_driver->window().isWindowModified());
    QVERIFY(!m_driver->action(u"saveCase"_s)->isEnabled());
    typeBehind(u"title:"_s, u" two"_s);
    QVERIFY(m_driver->window().isWindowModified());
    QCOMPARE(m_folder->read(file), m_original);
    m_driver->press(u"Ctrl+S"_s);
    QCOMPARE(m_folder->read(file), edited()); // no other byte
    QVERIFY(!m_driver->window().isWindowModified());
    QTRY_COMPARE(m_driver->at(id).data().toString(), u"Read States service two"_s);
    QVERIFY(m_driver->pane()->isEditing());
    QVERIFY(m_driver->editor()->hasFocus());
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{id});
}

void TestWindowEdit::savesFromTheMenu()
{
    edit();
    typeBehind(u"title:"_s, u" two"_s);
    QVERIFY(m_driver->action(u"saveCase"_s)->isEnabled());
    m_driver->action(u"saveCase"_s)->trigger();
    QCOMPARE(m_folder->read(file), edited());
    QVERIFY(!m_driver->action(u"saveCase"_s)->isEnabled());
}

void TestWindowEdit::backToReading()
{
    edit();
    typeBehind(u"title:"_s, u" two"_s);
    m_driver->press(u"Ctrl+S"_s);
    m_driver->press(u"F4"_s);
    QVERIFY(!m_driver->pane()->isEditing());
    QTRY_COMPARE(m_driver->read(), u"Read States service two"_s);
}

void TestWindowEdit::preview()
{
    edit();
    const auto *preview = m_driver->page()->findChild<CaseView *>();
    m_driver->press(u"Ctrl+3"_s);
    QTRY_VERIFY(preview->hasFocus());
    QVERIFY(preview->isVisible());
    m_driver->press(u"Ctrl+2"_s);
    QTRY_VERIFY(m_driver->editor()->hasFocus());
    QVERIFY(preview->document()->toPlainText().contains(u"Read States service"_s));
    typeBehind(u"title:"_s, u" two"_s);
    QTRY_VERIFY(preview->document()->toPlainText().contains(u"Read States service two"_s));
}

void TestWindowEdit::findsInTheSource()
{
    edit();
    m_driver->press(u"Ctrl+F"_s);
    auto *bar = m_driver->page()->findChild<FindBar *>();
    QVERIFY(bar->isVisible());
    QTRY_VERIFY(bar->findChild<QLineEdit *>()->hasFocus());
    m_driver->type(u"organization"_s);
    QCOMPARE(m_driver->editor()->textCursor().selectedText(), u"organization"_s);
    m_driver->press(u"Esc"_s);
    QVERIFY(!bar->isVisible());
}

void TestWindowEdit::zoomsTheSource()
{
    edit();
    m_driver->press(u"Ctrl++"_s);
    m_driver->press(u"Ctrl++"_s);
    QCOMPARE(m_driver->editor()->zoom(), 2);
    QCOMPARE(m_driver->reader()->zoom(), 1.0);
    m_driver->press(u"Ctrl+-"_s);
    QCOMPARE(m_driver->editor()->zoom(), 1);
    m_driver->press(u"Ctrl+0"_s);
    QCOMPARE(m_driver->editor()->zoom(), 0);
    auto *preview = m_driver->page()->findChild<CaseView *>();
    m_driver->press(u"Ctrl+3"_s);
    QTRY_VERIFY(preview->hasFocus());
    m_driver->press(u"Ctrl++"_s);
    QCOMPARE(m_driver->editor()->zoom(), 0);
    QVERIFY(preview->zoom() > 1.05);
    QCOMPARE(m_driver->reader()->zoom(), preview->zoom());
}

void TestWindowEdit::showsChanges()
{
    auto *button = m_driver->window().findChild<QToolButton *>(u"changesButton"_s);
    QVERIFY(!m_driver->action(u"showChanges"_s)->isEnabled());
    edit();
    QVERIFY(m_driver->action(u"showChanges"_s)->isEnabled());
    QVERIFY(!button->isVisible());
    typeBehind(u"title:"_s, u" two"_s);
    QTRY_VERIFY(button->isVisible());
    QVERIFY(button->text().startsWith(u"1 line"));
    m_driver->press(u"F7"_s);
    QVERIFY(m_driver->action(u"showChanges"_s)->isChecked());
    QVERIFY(!m_driver->editor()->isVisible());
    m_driver->press(u"Escape"_s);
    QVERIFY(!m_driver->action(u"showChanges"_s)->isChecked());
    QTRY_VERIFY(m_driver->editor()->hasFocus());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!m_driver->editor()->isVisible());
    m_driver->press(u"Ctrl+S"_s);
    QTRY_VERIFY(!button->isVisible());
    QCOMPARE(m_folder->read(file), edited());
}

void TestWindowEdit::reverts()
{
    edit();
    typeBehind(u"title:"_s, u" two"_s);
    m_driver->action(u"revertCase"_s)->trigger();
    QVERIFY(m_driver->answer(u"Revert"_s));
    QVERIFY(!m_driver->window().isWindowModified());
    QVERIFY(!m_driver->editor()->toPlainText().contains(u"service two"_s));
}

void TestWindowEdit::leavingAsks_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("left");
    QTest::addColumn<bool>("saved");
    QTest::newRow("save") << u"Save"_s << true << true;
    QTest::newRow("discard") << u"Discard"_s << true << false;
    QTest::newRow("cancel") << u"Cancel"_s << false << false;
}

void TestWindowEdit::leavingAsks()
{
    QFETCH(QString, answer);
    QFETCH(bool, left);
    QFETCH(bool, saved);
    edit();
    typeBehind(u"title:"_s, u" two"_s);
    m_driver->clickCase(u"statsig"_s);
    QVERIFY(m_driver->answer(answer));
    QTRY_COMPARE(m_driver->pane()->currentId(), left ? u"statsig"_s : id);
    QCOMPARE(m_driver->pane()->isEditing(), !left);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{left ? u"statsig"_s : id});
    QCOMPARE(m_folder->read(file), saved ? edited() : m_original);
    QCOMPARE(m_driver->window().isWindowModified(), !left);
    QVERIFY(!m_driver->box());
    QCOMPARE(m_driver->editor()->toPlainText().contains(u"service two"_s), saved || !left);
}

void TestWindowEdit::closingAsks_data()
{
    leavingAsks_data();
}

void TestWindowEdit::closingAsks()
{
    QFETCH(QString, answer);
    QFETCH(bool, left);
    QFETCH(bool, saved);
    edit();
    typeBehind(u"title:"_s, u" two"_s);
    m_driver->window().close();
    QVERIFY(m_driver->isOpen());
    QVERIFY(m_driver->answer(answer));
    QTRY_COMPARE(m_driver->isOpen(), !left);
    QCOMPARE(m_folder->read(file), saved ? edited() : m_original);
    if (left)
        return;
    m_driver->window().close(); // it asks again
    QVERIFY(m_driver->answer(u"Discard"_s));
    QTRY_VERIFY(!m_driver->isOpen());
}

void TestWindowEdit::closingWithoutChanges()
{
    edit();
    m_driver->press(u"Ctrl+Q"_s);
    QVERIFY(!m_driver->box());
    QTRY_VERIFY(!m_driver->isOpen());
}

void TestWindowEdit::changedOutsideWithoutChanges()
{
    edit();
    m_folder->write(file, edited());
    QTRY_VERIFY(m_driver->editor()->toPlainText().contains(u"service two"_s));
    QVERIFY(!m_driver->window().isWindowModified());
    QTRY_COMPARE(m_driver->at(id).data().toString(), u"Read States service two"_s);
}

void TestWindowEdit::changedOutsideWithChanges()
{
    edit();
    typeBehind(u"title:"_s, u" mine"_s);
    auto *banner = m_driver->page()->findChild<Banner *>();
    QVERIFY(!banner->isVisible());
    m_folder->write(file, edited());
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(m_driver->editor()->toPlainText().contains(u"service mine"_s)); // nothing is lost
    QCOMPARE(m_folder->read(file), edited());
    QVERIFY(m_driver->window().isWindowModified());
    m_driver->page()->action(u"reload")->trigger();
    QVERIFY(m_driver->editor()->toPlainText().contains(u"service two"_s));
    QVERIFY(!banner->isVisible());
}

void TestWindowEdit::saveRefusesToOverwrite()
{
    edit();
    typeBehind(u"title:"_s, u" mine"_s);
    m_folder->write(file, edited());
    m_driver->press(u"Ctrl+S"_s); // at once, before anybody has looked
    QCOMPARE(m_folder->read(file), edited());
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(m_driver->editor()->toPlainText().contains(u"service mine"_s));
    QCOMPARE(m_folder->read(file), edited());
}

void TestWindowEdit::removedOutside()
{
    edit();
    typeBehind(u"title:"_s, u" mine"_s);
    m_folder->remove(file);
    QTRY_VERIFY(!m_driver->shows(id));
    QVERIFY(m_driver->pane()->isEditing());
    QVERIFY(m_driver->editor()->toPlainText().contains(u"service mine"_s));
    QVERIFY(m_driver->page()->findChild<Banner *>()->isVisible());
    m_driver->page()->action(u"saveAgain")->trigger();
    QTRY_VERIFY(m_driver->shows(id));
    QVERIFY(m_folder->read(file).contains("service mine"));
}

void TestWindowEdit::folderIsLost()
{
    edit();
    typeBehind(u"title:"_s, u" mine"_s);
    const QString away = m_folder->root() + u"-away"_s;
    QVERIFY(QFile::rename(m_folder->root(), away));
    m_driver->press(u"F5"_s);
    QTRY_VERIFY(m_driver->pane()->isEditing() && m_driver->editor()->isVisible());
    QVERIFY(m_driver->editor()->toPlainText().contains(u"service mine"_s));
    QVERIFY(QFile::rename(away, m_folder->root()));
    m_driver->press(u"F5"_s);
    m_driver->press(u"Ctrl+S"_s);
    QTRY_VERIFY(m_folder->read(file).contains("service mine"));
}

void TestWindowEdit::anotherCorpusAsks()
{
    CorpusFolder other;
    other.writeSmall();
    edit();
    typeBehind(u"title:"_s, u" two"_s);
    m_driver->window().openCorpus(other.root());
    QVERIFY(m_driver->answer(u"Cancel"_s));
    QCOMPARE(m_driver->window().session().corpus().layout().root, m_folder->root());
    m_driver->window().openCorpus(other.root());
    QVERIFY(m_driver->answer(u"Save"_s));
    QTRY_COMPARE(m_driver->window().session().corpus().layout().root, other.root());
    QCOMPARE(m_folder->read(file), edited());
    QTRY_COMPARE(m_driver->cases().size(), 5);
    QVERIFY(!m_driver->pane()->isEditing());
    QVERIFY(!m_driver->window().isWindowModified());
}

void TestWindowEdit::problemsOfUnsavedTextStay()
{
    edit();
    typeBehind(u"year:"_s, u"x"_s);
    const int line = m_driver->editor()->textCursor().blockNumber() + 1;
    QTRY_VERIFY(!m_driver->editor()->problemsOnLine(line).isEmpty());
    QSignalSpy validated(&m_driver->window().session(), &CorpusSession::validated);
    m_folder->write(u"cases/another.md"_s, "---\ntitle: Another\n---\n");
    m_driver->press(u"F5"_s);
    QTRY_VERIFY(!validated.isEmpty()); // what is on disk has been looked at as a whole
    QVERIFY(!m_driver->editor()->problemsOnLine(line).isEmpty());
}

void TestWindowEdit::brokenFileAndItsProblem()
{
    QVERIFY(m_driver->window().session().corpus().allProblems().isEmpty());
    QByteArray broken = m_original;
    broken.replace("from: [Go]\n", "from: [Go\n");
    m_folder->write(u"cases/broken.md"_s, broken);
    QTRY_VERIFY(m_driver->shows(u"broken"_s));
    auto *button = m_driver->window().findChild<QToolButton *>(u"problemsButton"_s);
    QTRY_VERIFY(button->text().startsWith(u"1 "_s));
    QTest::mouseClick(button, Qt::LeftButton);
    auto *panel = m_driver->window().findChild<ProblemsPanel *>();
    QTRY_VERIFY(panel->isVisible());
    QVERIFY(m_driver->action(u"showProblems"_s)->isChecked());
    auto *list = panel->findChild<QTreeView *>();
    QCOMPARE(list->model()->rowCount(), 1);
    const int line = list->model()->index(0, 2).data().toString().section(u':', 0, 0).toInt();
    QVERIFY(line > 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QVERIFY(m_driver->pane()->isEditing());
    QCOMPARE(m_driver->pane()->currentId(), u"broken"_s);
    QCOMPARE(m_driver->editor()->textCursor().blockNumber() + 1, line);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"broken"_s});
    // Mended, it is a case like any other.
    typeBehind(u"from: [Go"_s, u"]"_s);
    m_driver->press(u"Ctrl+S"_s);
    QTRY_VERIFY(!button->text().startsWith(u"1 "_s) || list->model()->rowCount() == 0
                || !list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Error"_s));
    m_driver->press(u"Ctrl+Shift+M"_s);
    QVERIFY(!panel->isVisible());
}

void TestWindowEdit::problemInTheReader()
{
    QByteArray wrong = m_original;
    wrong.replace("stage: production\n", "stage: nonsense\n");
    m_folder->write(file, wrong);
    QTRY_VERIFY(m_driver->reader()->document()->toPlainText().contains(u"nonsense"_s));
    const int line = static_cast<int>(wrong.left(wrong.indexOf("nonsense")).count('\n')) + 1;
    emit m_driver->reader()->anchorClicked(QUrl(u"casebook:problem/"_s + QString::number(line)));
    QVERIFY(m_driver->pane()->isEditing());
    QCOMPARE(m_driver->editor()->textCursor().blockNumber() + 1, line);
    QVERIFY(!m_driver->editor()->problemsOnLine(line).isEmpty());
}

CASEBOOK_GUI_TEST(TestWindowEdit)
#include "tst_window_edit.moc"
